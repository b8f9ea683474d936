/// "Did you mean …?"
public enum Suggestion {
  /// The candidates that differ from a mistyped name by few letters, nearest first; ties in the order given.
  ///
  /// Near means at most a third of the longer one's letters, counted as insertions, deletions, replacements and exchanges of neighbours
  /// (optimal string alignment), case ignored; or that one begins with the other. Who names a path does not mean what it lies below.
  public static func nearest(to name: String, in candidates: [String], limit: Int = 3) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty else { return [] }
    var scored: [(distance: Int, place: Int)] = []
    for (place, candidate) in candidates.enumerated() {
      let letters = Array(candidate.lowercased().unicodeScalars)
      if wanted.starts(with: letters), wanted.dropFirst(letters.count).first == "/" { continue }
      let allowed = max(wanted.count, letters.count) / 3
      if letters.starts(with: wanted) || (letters.count > 2 && wanted.starts(with: letters)) {
        scored.append((max(1, abs(letters.count - wanted.count)), place))
      } else if abs(letters.count - wanted.count) <= allowed {
        if let distance = distance(wanted, letters, atMost: max(1, allowed)) {
          scored.append((distance, place))
        }
      }
    }
    // What is much farther off than the nearest is no help.
    let farthest = 2 * (scored.map(\.distance).min() ?? 0) + 1
    return scored.filter { $0.distance <= farthest }.sorted {
      ($0.distance, $0.place) < ($1.distance, $1.place)
    }.prefix(limit).map {
      candidates[$0.place]
    }
  }

  /// `nil` when it is more than the limit; given up as soon as that is clear.
  private static func distance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int
  ) -> Int? {
    var (beforeLast, last) = ([Int](), Array(0...right.count))
    var (leastOfLast, least) = (0, 0)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      (leastOfLast, least) = (least, row + 1)
      for (column, other) in right.enumerated() {
        var best = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
        least = min(least, best)
      }
      // What comes next builds on these two rows only.
      if min(least, leastOfLast) > limit { return nil }
      (beforeLast, last) = (last, current)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
