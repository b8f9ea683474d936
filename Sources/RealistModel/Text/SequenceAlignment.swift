/// Finds what two sequences have in common, in order: a patience diff.
///
/// Equal beginnings and ends are matched first, then the longest ordered chain of elements that are unique on both sides, then what lies
/// between. A small rest without unique elements is aligned by the longest common subsequence, a large one is left unmatched. Time is
/// nearly linear for texts that resemble each other. (B. Cohen's patience diff; unique elements as anchors after P. Heckel, "A technique
/// for isolating differences between files", CACM 21(4), 1978.)
struct SequenceAlignment {
  /// `length` elements that are the same from `old` and from `new` on.
  struct Match: Hashable {
    var old: Int
    var new: Int
    var length: Int
  }

  /// Cells of the table for the longest common subsequence of a rest without unique elements.
  private static let largestTable = 1_000_000
  private static let deepest = 64

  private let old: [Int]
  private let new: [Int]
  /// In order on both sides.
  private(set) var matches: [Match] = []

  init(old: [Int], new: [Int]) {
    (self.old, self.new) = (old, new)
    var work = [(old: old.indices, new: new.indices, depth: 0)]
    while let (left, right, depth) = work.popLast() {
      let (restOld, restNew) = trim(left, right)
      guard !restOld.isEmpty, !restNew.isEmpty, depth < Self.deepest else { continue }
      let anchors = Self.increasing(uniquePairs(restOld, restNew))
      if anchors.isEmpty {
        alignSmall(restOld, restNew)
        continue
      }
      var (fromOld, fromNew) = (restOld.lowerBound, restNew.lowerBound)
      for anchor in anchors {
        matches.append(Match(old: anchor.old, new: anchor.new, length: 1))
        work.append((fromOld..<anchor.old, fromNew..<anchor.new, depth + 1))
        (fromOld, fromNew) = (anchor.old + 1, anchor.new + 1)
      }
      work.append((fromOld..<restOld.upperBound, fromNew..<restNew.upperBound, depth + 1))
    }
    matches.sort { $0.old < $1.old }
  }

  /// Matches equal beginnings and ends, and returns what is left.
  private mutating func trim(_ left: Range<Int>, _ right: Range<Int>) -> (Range<Int>, Range<Int>) {
    let shorter = min(left.count, right.count)
    var (head, tail) = (0, 0)
    while head < shorter, old[left.lowerBound + head] == new[right.lowerBound + head] { head += 1 }
    while tail < shorter - head, old[left.upperBound - 1 - tail] == new[right.upperBound - 1 - tail] {
      tail += 1
    }
    if head > 0 { matches.append(Match(old: left.lowerBound, new: right.lowerBound, length: head)) }
    if tail > 0 {
      matches.append(Match(old: left.upperBound - tail, new: right.upperBound - tail, length: tail))
    }
    return (
      left.lowerBound + head..<left.upperBound - tail, right.lowerBound + head..<right.upperBound - tail
    )
  }

  /// The elements that occur once on each side, by their place on the old one.
  private func uniquePairs(_ left: Range<Int>, _ right: Range<Int>) -> [(old: Int, new: Int)] {
    var places: [Int: (old: Int, new: Int)] = [:]
    // −1: not seen, −2: seen more than once.
    for place in left {
      let seen = places[old[place]]
      places[old[place]] = (seen == nil ? place : -2, -1)
    }
    for place in right {
      guard let seen = places[new[place]] else { continue }
      places[new[place]] = (seen.old, seen.new == -1 ? place : -2)
    }
    return places.values.filter { $0.old >= 0 && $0.new >= 0 }.sorted { $0.old < $1.old }
  }

  /// The longest chain of pairs that also increases on the new side (patience sorting, O(n log n)).
  private static func increasing(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    var (piles, before) = ([Int](), [Int](repeating: -1, count: pairs.count))
    for (place, pair) in pairs.enumerated() {
      let pile = piles.partition { pairs[$0].new >= pair.new }
      if pile > 0 { before[place] = piles[pile - 1] }
      if pile == piles.count { piles.append(place) } else { piles[pile] = place }
    }
    var (chain, place) = ([(old: Int, new: Int)](), piles.last ?? -1)
    while place >= 0 {
      chain.append(pairs[place])
      place = before[place]
    }
    return chain.reversed()
  }

  /// The longest common subsequence by dynamic programming, when its table is small enough.
  private mutating func alignSmall(_ left: Range<Int>, _ right: Range<Int>) {
    let width = right.count + 1
    guard left.count * right.count <= Self.largestTable else { return }
    var table = [UInt32](repeating: 0, count: (left.count + 1) * width)
    for row in stride(from: left.count - 1, through: 0, by: -1) {
      for column in stride(from: right.count - 1, through: 0, by: -1) {
        let cell = row * width + column
        table[cell] =
          old[left.lowerBound + row] == new[right.lowerBound + column]
          ? table[cell + width + 1] + 1 : max(table[cell + width], table[cell + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < left.count, column < right.count {
      let cell = row * width + column
      if old[left.lowerBound + row] == new[right.lowerBound + column] {
        matches.append(Match(old: left.lowerBound + row, new: right.lowerBound + column, length: 1))
        (row, column) = (row + 1, column + 1)
      } else if table[cell + width] >= table[cell + 1] {
        row += 1
      } else {
        column += 1
      }
    }
  }
}
