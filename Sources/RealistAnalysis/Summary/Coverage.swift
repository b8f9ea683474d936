import RealistModel

/// How much of each source has been worked through.
public struct Coverage: Sendable {
  /// One source's numbers, of its newest revision.
  public struct Row: Hashable, Sendable {
    public var source: Source
    public var segments: Int
    /// Segments that bear no code.
    public var highlights: Int
    public var codings: Int
    /// Distinct codes.
    public var codes: Int
    /// Unicode scalars that lie in at least one coded segment.
    public var coded: Int

    public init(source: Source, segments: Int, highlights: Int, codings: Int, codes: Int, coded: Int) {
      (self.source, self.segments, self.highlights) = (source, segments, highlights)
      (self.codings, self.codes, self.coded) = (codings, codes, coded)
    }

    /// Coded scalars in a hundred; 0 for an empty text.
    public var percent: Double {
      source.length == 0 ? 0 : 100 * Double(coded) / Double(source.length)
    }
  }

  /// In the study's order.
  public let rows: [Row]

  public init(_ study: Study) {
    let codings = Dictionary(grouping: study.codings, by: \.segment)
    let segments = Dictionary(grouping: study.segments, by: \.source)
    rows = study.sources.map { source in
      let own = (segments[source.id] ?? []).filter { $0.revision == source.revision }
      let coded = own.filter { codings[$0.id] != nil }
      let all = own.flatMap { codings[$0.id] ?? [] }
      return Row(
        source: source, segments: own.count, highlights: own.count - coded.count, codings: all.count,
        codes: Set(all.map(\.code)).count, coded: Self.length(ofUnion: coded.map(\.span)))
    }
  }

  /// The number of offsets that lie in at least one span.
  static func length(ofUnion spans: [TextSpan]) -> Int {
    var (length, end) = (0, 0)
    for span in spans.sorted() where span.end > end {
      length += span.end - max(end, span.start)
      end = span.end
    }
    return length
  }
}
