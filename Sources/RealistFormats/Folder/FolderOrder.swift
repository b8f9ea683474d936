import RealistModel

/// The order of segments and codings in a study folder: by source, revision, start, end; codings then by code and coder.
struct FolderOrder {
  private let sources: [ID<Source>: Int]
  private let segments: [ID<Segment>: Segment]
  private let codes: [ID<Code>: Int]

  init(_ study: Study) {
    sources = Dictionary(study.sources.enumerated().map { ($1.id, $0) }) { first, _ in first }
    segments = Dictionary(study.segments.map { ($0.id, $0) }) { first, _ in first }
    let order = (try? CodeTree(study.codes))?.order.map(\.code) ?? study.codes
    codes = Dictionary(order.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  func precedes(_ left: Segment, _ right: Segment) -> Bool { rank(left) < rank(right) }

  private func rank(_ segment: Segment) -> (Int, Int, Int, Int) {
    (sources[segment.source] ?? .max, segment.revision, segment.span.start, segment.span.end)
  }

  func sorted(_ codings: [Coding]) -> [Coding] {
    let ranks = Dictionary(
      uniqueKeysWithValues: segments.values.sorted(by: precedes).enumerated().map { ($1.id, $0) })
    let keyed = codings.map { (ranks[$0.segment] ?? .max, codes[$0.code] ?? .max, $0) }
    return keyed.sorted { ($0.0, $0.1, $0.2.coder) < ($1.0, $1.1, $1.2.coder) }.map(\.2)
  }
}
