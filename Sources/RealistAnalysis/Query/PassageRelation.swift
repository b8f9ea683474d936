import RealistModel

/// How one passage lies to another in the same text (a revision of a source).
public enum PassageRelation: Hashable, Sendable {
  /// It lies inside the other, or is the same stretch.
  case within
  /// The other lies inside it, or is the same stretch.
  case encloses
  /// Both share at least one character.
  case overlaps
  /// At most so many units lie between them; overlapping ones are near.
  case near(Int, DistanceUnit)
  /// The other begins where it ends, or later, with at most so many units between them; `nil` for any distance.
  case followedBy(Int?, DistanceUnit)
}

/// What distances between passages are counted in.
///
/// Words are counted between the passages: 0 is side by side. Turns are counted from one to the next: 0 is the same turn, 1 the next one.
/// A text without turns is measured in lines that are not blank.
public enum DistanceUnit: String, Hashable, Sendable, CaseIterable { case words, turns }

/// What places in a text are measured in.
public enum Ruler: Hashable, Sendable {
  case characters, words, turns

  public init(_ unit: DistanceUnit) { self = unit == .words ? .words : .turns }

  /// Where a passage begins.
  public func begin(_ passage: CodingTable.Passage) -> Int32 {
    switch self {
    case .characters: passage.start
    case .words: passage.words.lowerBound
    case .turns: passage.turns.lowerBound
    }
  }

  /// The last place at which another passage can begin without any distance between them.
  public func reach(_ passage: CodingTable.Passage) -> Int32 {
    switch self {
    case .characters: passage.end - 1
    case .words: passage.words.upperBound
    case .turns: max(passage.turns.lowerBound, passage.turns.upperBound - 1)
    }
  }
}

extension PassageRelation {
  /// The parts of a table that the relation is measured on.
  public var parts: CodingTable.Part {
    switch self {
    case .within, .encloses, .overlaps, .followedBy(nil, _): []
    case .near(_, let unit), .followedBy(.some, let unit): unit == .words ? .words : .turns
    }
  }
}

extension CodingTable {
  /// Those of some passages that lie so to at least one of others.
  ///
  /// One sweep over both lists, and a binary search for each passage: O(n log n) however they overlap.
  ///
  /// - Parameters:
  ///   - left: places in ``CodingTable/passages``, ascending, as `right`.
  public func passages(_ left: [Int], _ relation: PassageRelation, _ right: [Int]) -> [Int] {
    var (result, first, start) = ([Int](), 0, 0)
    while start < left.count {
      let text = passages[left[start]]
      var end = start
      while end < left.count, passages[left[end]].isBeside(text) { end += 1 }
      while first < right.count, passages[right[first]].isBefore(text) { first += 1 }
      var last = first
      while last < right.count, passages[right[last]].isBeside(text) { last += 1 }
      if first < last {
        let others = TextPassages(right[first..<last].map { passages[$0] }, relation)
        result += left[start..<end].filter { others.hold(passages[$0]) }
      }
      (start, first) = (end, last)
    }
    return result
  }
}

extension CodingTable.Passage {
  /// Whether it stands in an earlier text.
  fileprivate func isBefore(_ other: Self) -> Bool {
    (source, revision) < (other.source, other.revision)
  }
}

/// The passages of one text, prepared for being asked what lies how to them.
private struct TextPassages {
  private let relation: PassageRelation
  private let ruler: Ruler
  private let passages: [CodingTable.Passage]
  /// For `within`, the greatest end up to each passage; for `encloses`, the least end from each passage on; else the greatest reach up to it.
  private let extremes: [Int32]

  init(_ passages: [CodingTable.Passage], _ relation: PassageRelation) {
    (self.passages, self.relation) = (passages, relation)
    var extremes: [Int32] = []
    extremes.reserveCapacity(passages.count)
    switch relation {
    case .near(_, let unit), .followedBy(_, let unit): ruler = Ruler(unit)
    default: ruler = .characters
    }
    switch relation {
    case .encloses:
      for passage in passages.reversed() { extremes.append(min(extremes.last ?? .max, passage.end)) }
      extremes.reverse()
    case .within:
      for passage in passages { extremes.append(max(extremes.last ?? .min, passage.end)) }
    default:
      for passage in passages { extremes.append(max(extremes.last ?? .min, ruler.reach(passage))) }
    }
    self.extremes = extremes
  }

  /// Whether a passage lies so to one of them.
  func hold(_ passage: CodingTable.Passage) -> Bool {
    switch relation {
    case .within:
      let count = count { $0.start <= passage.start }
      return count > 0 && extremes[count - 1] >= passage.end
    case .encloses:
      let first = count { $0.start < passage.start }
      return first < passages.count && extremes[first] <= passage.end
    case .overlaps: return isNear(passage, distance: 0)
    case .near(let distance, _): return isNear(passage, distance: Int32(clamping: distance))
    case .followedBy(let distance, _):
      let next = count { $0.start < passage.end }
      guard next < passages.count else { return false }
      guard let distance else { return true }
      return Int(ruler.begin(passages[next])) - Int(ruler.reach(passage)) <= distance
    }
  }

  private func isNear(_ passage: CodingTable.Passage, distance: Int32) -> Bool {
    let (reach, begin) = (Int(ruler.reach(passage)), Int(ruler.begin(passage)))
    let count = count { Int(ruler.begin($0)) <= reach + Int(distance) }
    return count > 0 && Int(extremes[count - 1]) + Int(distance) >= begin
  }

  /// How many of the passages come before the first that does not fit.
  private func count(where fits: (CodingTable.Passage) -> Bool) -> Int {
    var (low, high) = (0, passages.count)
    while low < high {
      let middle = (low + high) / 2
      if fits(passages[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
