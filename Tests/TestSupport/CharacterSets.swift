import RealistModel

/// Passages as sets of characters: slow, plain, and another way than any sweep.
public struct CharacterSets {
  public struct Passage {
    public var id: ID<Segment>
    /// Source and revision.
    public var text: String
    public var source: ID<Source>
    public var characters: Set<Int>
    /// Path and coder of each coding.
    public var codings: [(path: String, coder: String)]
    /// The words of the text, each as its characters.
    public var words: [Set<Int>]
    public var turns: [Turn]
    /// The participant of every turn that it touches, when it is one and the same.
    public var participant: ID<Participant>?

    public var paths: Set<String> { Set(codings.map(\.path)) }
    var first: Int { characters.min() ?? 0 }
    var last: Int { characters.max() ?? 0 }
  }

  public let passages: [Passage]

  public init(_ contents: StudyContents) throws {
    let lookup = try StudyLookup(contents.study)
    let codings = Dictionary(grouping: contents.study.codings, by: \.segment)
    passages = contents.study.segments.compactMap { segment in
      let revision = contents.revisions.first {
        $0.source == segment.source && $0.number == segment.revision
      }
      guard let revision else { return nil }
      let touched = revision.turns.filter { $0.span.overlaps(segment.span) }
      let people = Set(touched.map(\.participant))
      return Passage(
        id: segment.id, text: "\(segment.source) \(segment.revision)", source: segment.source,
        characters: Set(segment.span.range),
        codings: (codings[segment.id] ?? []).map { (lookup.codes[$0.code]?.path ?? "", $0.coder) },
        words: Self.units(revision.text.string, at: { $0.properties.isWhitespace && $0.isASCII }) {
          $0.contains { $0.value > 0x7f || $0.properties.isAlphabetic || ("0"..."9").contains($0) }
        },
        turns: revision.turns.isEmpty ? Self.lines(revision.text.string) : revision.turns,
        participant: people.count == 1 ? people.first ?? nil : nil)
    }
  }

  private static func units(
    _ text: String, at separates: (Unicode.Scalar) -> Bool, counts: ([Unicode.Scalar]) -> Bool
  ) -> [Set<Int>] {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.split { separates(scalars[$0]) }.filter { counts($0.map { scalars[$0] }) }
      .map { Set($0) }
  }

  private static func lines(_ text: String) -> [Turn] {
    units(text, at: { $0 == "\n" }, counts: { $0.contains { $0.value > 0x20 } }).compactMap { line in
      (try? TextSpan(start: line.min() ?? 0, end: (line.max() ?? 0) + 1)).map { Turn(span: $0) }
    }
  }

  /// How many words lie between two passages of one text.
  public static func words(between left: Passage, _ right: Passage) -> Int {
    let (first, second) = left.first < right.first ? (left, right) : (right, left)
    guard first.characters.isDisjoint(with: second.characters) else { return 0 }
    return first.words.count { word in
      word.allSatisfy { $0 > first.last && $0 < second.first }
    }
  }

  /// How many turns it is from one passage to another of one text.
  public static func turns(between left: Passage, _ right: Passage) -> Int {
    let (ours, theirs) = (places(left), places(right))
    return ours.flatMap { our in theirs.map { abs(our - $0) } }.min() ?? 0
  }

  /// The turns a passage touches; the next one when it lies between two.
  private static func places(_ passage: Passage) -> [Int] {
    let touched = passage.turns.indices.filter { place in
      !passage.characters.isDisjoint(with: Set(passage.turns[place].span.range))
    }
    return touched.isEmpty ? [passage.turns.count { $0.span.end <= passage.first }] : touched
  }
}
