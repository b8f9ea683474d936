import RealistModel

/// How often each code was used, alone and with everything below it.
///
/// Linear in the codings times the depth of the tree; see ``CodeCounter`` where there are many.
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

  /// - Parameter rows: one for each code, in codebook order.
  init(rows: [Row]) {
    self.rows = rows
    places = Dictionary(
      rows.enumerated().map { ($1.node.code.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter speakers: who said the words of a segment, where that is known.
  public init(_ study: Study, _ lookup: StudyLookup, speakers: [ID<Segment>: ID<Participant>]) {
    var counter = CodeCounter(lookup.codes)
    for (id, codings) in Dictionary(grouping: study.codings, by: \.segment) {
      guard let segment = lookup.segments[id] else { continue }
      counter.add(
        SegmentCodes(source: segment.source, participant: speakers[id], codes: codings.map(\.code)))
    }
    self = counter.counts
  }

  /// - Parameter words: of the coded segments.
  public init(_ study: Study, _ lookup: StudyLookup, words: [ID<Segment>: QuoteWords]) {
    self.init(study, lookup, speakers: words.compactMapValues(\.participant))
  }
}
