/// The codings of a study as rows of numbers: what queries, matrices and co-occurrence are counted from.
///
/// A code, source, participant or coder is its place in the table's lists, so that a hundred thousand codings take a few megabytes and are
/// walked through in a millisecond. The words themselves are not in it.
public struct CodingTable: Sendable {
  public let codes: CodeTree
  /// In the study's order.
  public let sources: [Source]
  /// In the study's order.
  public let participants: [Participant]
  /// In alphabetical order.
  public private(set) var coders: [String]
  /// The questions of the guide that turns answer, in the order in which they are met.
  public internal(set) var questions: [String] = []
  /// By source, revision and place; the longer one first where two begin together.
  public internal(set) var passages: [Passage]
  /// The marks of passage `p` are `marks[p.marks]`, by code and coder.
  public private(set) var marks: [Mark]

  /// A segment.
  public struct Passage: Hashable, Sendable {
    public var segment: ID<Segment>
    /// Place in ``CodingTable/sources``, from 0.
    public var source: Int32
    public var revision: Int32
    /// In Unicode scalars of the revision.
    public var start: Int32
    public var end: Int32
    public var marks: Range<Int32>
    /// Place in ``CodingTable/participants`` of who said all of it; -1 when that is nobody or not known.
    public var participant: Int32 = -1
    /// Place in ``CodingTable/questions``; -1 when no turn it touches answers one.
    public var question: Int32 = -1
    /// The words of the text that it shares a character with; empty unless ``CodingTable/Part/words`` were asked for.
    public var words: Range<Int32> = 0..<0
    /// The turns it touches; empty between two turns, and unless ``CodingTable/Part/turns`` were asked for.
    public var turns: Range<Int32> = 0..<0

    public init(
      segment: ID<Segment>, source: Int32, revision: Int32, start: Int32, end: Int32,
      marks: Range<Int32> = 0..<0
    ) {
      (self.segment, self.source, self.revision) = (segment, source, revision)
      (self.start, self.end, self.marks) = (start, end, marks)
    }
  }

  /// A coding.
  public struct Mark: Hashable, Sendable {
    /// Place in the codebook's order.
    public var code: Int32
    /// Place in ``CodingTable/coders``.
    public var coder: Int32
    /// Days since 1970-01-01; 0 unless ``CodingTable/Part/days`` were asked for.
    public var day: Int32

    public init(code: Int32, coder: Int32, day: Int32 = 0) {
      (self.code, self.coder, self.day) = (code, coder, day)
    }
  }

  /// What more than codes and places is wanted; each costs something to read.
  public struct Part: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Who said a passage, which question it answers and which turns it touches.
    public static let turns = Part(rawValue: 1)
    /// Distances in words, which needs the texts.
    public static let words = Part(rawValue: 2)
    /// When codings were made.
    public static let days = Part(rawValue: 4)
    /// Segments without a code.
    public static let highlights = Part(rawValue: 8)
  }

  /// - Parameters:
  ///   - coders: whoever marks name by place, in any order.
  ///   - passages: in any order; their marks in any order.
  public init(
    codes: CodeTree, sources: [Source], participants: [Participant], coders: [String], passages: [Passage],
    marks: [Mark]
  ) {
    (self.codes, self.sources, self.participants) = (codes, sources, participants)
    self.coders = coders.sorted()
    (self.passages, self.marks) = (CodingTable.ordered(passages), marks)
    let places = coders.map { Int32(self.coders.firstIndex(of: $0) ?? 0) }
    if self.coders != coders {
      for place in marks.indices { self.marks[place].coder = places[Int(marks[place].coder)] }
    }
    for passage in passages where passage.marks.count > 1 {
      self.marks[Int(passage.marks.lowerBound)..<Int(passage.marks.upperBound)].sort {
        ($0.code, $0.coder) < ($1.code, $1.coder)
      }
    }
  }

  /// Source by source, which is fewer comparisons than all at once; sorts keys rather than passages, which are large.
  private static func ordered(_ passages: [Passage]) -> [Passage] {
    var keys = [[(revision: Int32, place: UInt64, index: Int32)]](
      repeating: [], count: Int(passages.map(\.source).max() ?? -1) + 1)
    for (index, passage) in passages.enumerated() {
      keys[Int(passage.source)].append((passage.revision, passage.placeInText, Int32(index)))
    }
    var result: [Passage] = []
    result.reserveCapacity(passages.count)
    for place in keys.indices {
      keys[place].sort { ($0.revision, $0.place) < ($1.revision, $1.place) }
      for key in keys[place] { result.append(passages[Int(key.index)]) }
    }
    return result
  }

  /// The passages of each text (a revision of a source), in order; together they are all passages. Linear.
  public var texts: [Range<Int>] {
    var (result, start) = ([Range<Int>](), 0)
    for place in passages.indices where place > 0 && !passages[place].isBeside(passages[place - 1]) {
      result.append(start..<place)
      start = place
    }
    return passages.isEmpty ? [] : result + [start..<passages.count]
  }

  /// The same table with only the passages and the marks that are wanted; a passage that loses all its marks goes.
  public func filtered(
    marks isWanted: (Mark) -> Bool = { _ in true }, passages isIn: (Passage) -> Bool = { _ in true }
  ) -> CodingTable {
    var copy = self
    copy.marks.removeAll(keepingCapacity: true)
    copy.passages = passages.compactMap { passage in
      guard isIn(passage) else { return nil }
      var passage = passage
      let start = copy.marks.count
      for mark in marks[passage.marks] where isWanted(mark) { copy.marks.append(mark) }
      if start == copy.marks.count, !passage.marks.isEmpty { return nil }
      passage.marks = Int32(start)..<Int32(copy.marks.count)
      return passage
    }
    return copy
  }

  /// The same table with only some of its passages.
  public func filtered(to places: [Int]) -> CodingTable {
    var copy = self
    copy.passages = places.map { passages[$0] }
    return copy
  }

  /// The codes of a passage, each once however many coders put it there, in codebook order.
  public func codes(of passage: Passage) -> [Int32] {
    var codes: [Int32] = []
    for mark in marks[passage.marks] where codes.last != mark.code { codes.append(mark.code) }
    return codes
  }
}

extension CodingTable.Passage {
  /// The start, then the end backwards, as one number.
  fileprivate var placeInText: UInt64 {
    UInt64(UInt32(bitPattern: start)) << 32 | UInt64(~UInt32(bitPattern: end))
  }

  /// Whether both stand in the same text.
  public func isBeside(_ other: Self) -> Bool { source == other.source && revision == other.revision }
}

extension [CodingTable.Mark] {
  /// The marks of a passage.
  public subscript(range: Range<Int32>) -> ArraySlice<CodingTable.Mark> {
    self[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}
