import RealistModel

/// How often each code was used, alone and with everything below it.
///
/// Linear in the codings, plus depth of the tree times what is below.
public struct CodeCounts: Sendable {
  /// Numbers of distinct things.
  public struct Count: Hashable, Sendable {
    public var codings: Int
    /// Segments that bear the code, however many coders put it there.
    public var segments: Int
    public var sources: Int
    public var participants: Int

    public init(codings: Int = 0, segments: Int = 0, sources: Int = 0, participants: Int = 0) {
      (self.codings, self.segments, self.sources, self.participants) = (
        codings, segments, sources, participants
      )
    }
  }

  /// One code's numbers.
  public struct Row: Sendable {
    public var node: CodeTree.Node
    public var own: Count
    /// With the codes below: a source that bears two of them is one source.
    public var total: Count

    public init(node: CodeTree.Node, own: Count, total: Count) {
      (self.node, self.own, self.total) = (node, own, total)
    }
  }

  /// In codebook order.
  public let rows: [Row]
  private let places: [ID<Code>: Int]

  public subscript(code: ID<Code>) -> Row? { places[code].map { rows[$0] } }

  /// - Parameter speakers: who said the words of a segment, where that is known.
  public init(_ study: Study, _ lookup: StudyLookup, speakers: [ID<Segment>: ID<Participant>]) {
    var own = [Tally](repeating: Tally(), count: lookup.codes.order.count)
    for coding in study.codings {
      guard let place = lookup.codes.position(of: coding.code) else { continue }
      own[place].codings += 1
      own[place].segments.insert(coding.segment)
      if let source = lookup.segments[coding.segment]?.source { own[place].sources.insert(source) }
      if let speaker = speakers[coding.segment] { own[place].participants.insert(speaker) }
    }
    rows = lookup.codes.order.enumerated().map { place, node in
      Row(node: node, own: own[place].count, total: Tally.union(own[node.subtree]).count)
    }
    places = Dictionary(
      rows.enumerated().map { ($1.node.code.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter words: of the coded segments.
  public init(_ study: Study, _ lookup: StudyLookup, words: [ID<Segment>: QuoteWords]) {
    self.init(study, lookup, speakers: words.compactMapValues(\.participant))
  }

  private struct Tally {
    var codings = 0
    var segments: Set<ID<Segment>> = []
    var sources: Set<ID<Source>> = []
    var participants: Set<ID<Participant>> = []

    var count: Count {
      Count(
        codings: codings, segments: segments.count, sources: sources.count, participants: participants.count)
    }

    static func union(_ tallies: ArraySlice<Tally>) -> Tally {
      guard var result = tallies.first else { return Tally() }
      for tally in tallies.dropFirst() {
        result.codings += tally.codings
        result.segments.formUnion(tally.segments)
        result.sources.formUnion(tally.sources)
        result.participants.formUnion(tally.participants)
      }
      return result
    }
  }
}
