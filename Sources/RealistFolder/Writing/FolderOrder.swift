import RealistModel

/// The order of segments and codings in a study folder: by source, revision, start, end; codings then by code and coder.
struct FolderOrder {
  private let sources: [ID<Source>: Int]
  private let codes: [ID<Code>: Int]

  init(_ study: Study) {
    sources = Dictionary(study.sources.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let order = (try? CodeTree(study.codes))?.order.map(\.code) ?? study.codes
    codes = Dictionary(order.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  func sorted(_ segments: [Segment]) -> [Segment] {
    let keys = segments.enumerated().map { place, segment in
      (sources[segment.source] ?? .max, segment.revision, segment.span.start, segment.span.end, place)
    }
    return keys.sorted(by: <).map { segments[$0.4] }
  }

  /// By passage; those of one passage in the order they had.
  ///
  /// - Parameter segments: sorted.
  func sorted(_ linked: [LinkedCoding], segments: [Segment]) -> [LinkedCoding] {
    let ranks = Dictionary(segments.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let keys = linked.enumerated().map { place, one in (ranks[one.segment] ?? .max, place) }
    return keys.sorted(by: <).map { linked[$0.1] }
  }

  /// - Parameter segments: sorted.
  func sorted(_ codings: [Coding], segments: [Segment]) -> [Coding] {
    let ranks = Dictionary(segments.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let keys = codings.enumerated().map { place, coding in
      (ranks[coding.segment] ?? .max, codes[coding.code] ?? .max, coding.coder, place)
    }
    return keys.sorted(by: <).map { codings[$0.3] }
  }
}
