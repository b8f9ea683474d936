/// Suggests the name that somebody meant.
enum NearestName {
  /// The candidate with the fewest changes of one character, at most a third of the name's length; the first of several.
  static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    var (best, least) = (String?.none, max(1, wanted.count / 3) + 1)
    for candidate in candidates {
      let changes = distance(wanted, Array(candidate.lowercased().unicodeScalars), below: least)
      if changes < least { (best, least) = (candidate, changes) }
    }
    return best
  }

  /// Levenshtein's distance, or `limit` when it is not below.
  private static func distance(_ left: [UnicodeScalar], _ right: [UnicodeScalar], below limit: Int) -> Int {
    guard abs(left.count - right.count) < limit else { return limit }
    var row = Array(0...right.count)
    for (line, scalar) in left.enumerated() {
      var (diagonal, smallest) = (row[0], line + 1)
      row[0] = line + 1
      for column in right.indices {
        let cost = scalar == right[column] ? diagonal : min(diagonal, row[column], row[column + 1]) + 1
        (diagonal, row[column + 1]) = (row[column + 1], cost)
        smallest = min(smallest, cost)
      }
      if smallest >= limit { return limit }
    }
    return min(row[right.count], limit)
  }
}
