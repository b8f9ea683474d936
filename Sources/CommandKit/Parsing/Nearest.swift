/// The candidate that was probably meant: the fewest slips of the keyboard away, at most one in three
/// characters and four in all; else one that begins with the text. The first of several.
/// O(candidates × length²).
public func nearest(to text: String, among candidates: [String]) -> String? {
  let wanted = Array(text)
  let limit = min(max(1, wanted.count / 3), 4)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let distance = editDistance(wanted, Array(candidate))
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate ?? (wanted.count < 2 ? nil : candidates.first { $0.hasPrefix(text) })
}

/// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment; Damerau 1964).
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for (row, character) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var cost = min(previous[column + 1], current[column]) + 1
      cost = min(cost, previous[column] + (character == other ? 0 : 1))
      if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
        cost = min(cost, beforePrevious[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[right.count]
}
