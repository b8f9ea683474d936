import RealistAnalysis
import RealistModel
import RealistStore

/// The graph that a request asks for, and the passages in it.
struct DrawnGraph {
  let graph: CausalGraph
  private let study: Study
  private let segments: [Place: Segment]
  private let words: [ID<Segment>: QuoteWords]

  /// Where a quote stands: what a graph knows of a passage.
  private struct Place: Hashable {
    var source: String
    var start, end: Int
  }

  /// - Throws: ``WebError/badMember(_:expected:)``, `StoreError.unknown` for a focus that is not there.
  init(_ call: Call, _ reader: StudyReader) throws {
    let view = call.parameter("view") ?? "toc"
    guard view == "toc" || view == "configurations" else {
      throw WebError.badMember("view", expected: "toc or configurations")
    }
    let (whole, words) = try reader.drawnStudy()
    let names = Dictionary(whole.sources.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    (study, self.words) = (whole, words)
    segments = Dictionary(
      whole.segments.map {
        (Place(source: names[$0.source] ?? "", start: $0.span.start, end: $0.span.end), $0)
      },
      uniquingKeysWith: { first, second in first.revision > second.revision ? first : second })
    let status = try Self.status(call)
    let shown = try Self.narrowed(whole, words, status, call, reader)
    let lookup = try StudyLookup(shown)
    let drawn =
      view == "toc"
      ? CausalGraph.theoryOfChange(shown, lookup, words: words, derive: true)
      : CausalGraph.configurationFigure(shown, lookup, words: words, rejected: status == .rejected)
    graph = try Self.cut(drawn, call)
  }

  /// The passage of a quote in the graph.
  func row(of quote: EvidenceTrail.Quote) -> QuoteRow? {
    guard let segment = segments[Place(source: quote.source, start: quote.start, end: quote.end)],
      let source = study.sources.first(where: { $0.id == segment.source })
    else { return nil }
    return QuoteRow(segment, of: source, quote: words[segment.id] ?? QuoteWords(words: quote.words))
  }

  private static func status(_ call: Call) throws -> Configuration.Status? {
    try call.parameter("status").map { text in
      guard let status = Configuration.Status(rawValue: text) else {
        let known = Configuration.Status.allCases.map(\.rawValue).joined(separator: ", ")
        throw WebError.badMember("status", expected: "one of \(known)")
      }
      return status
    }
  }

  private static func narrowed(
    _ study: Study, _ words: [ID<Segment>: QuoteWords], _ status: Configuration.Status?, _ call: Call,
    _ reader: StudyReader
  ) throws -> Study {
    var shown = study
    if let status { shown = shown.saying { $0.status == status } }
    let conditions = try Conditions(call, reader, ofSegments: true)
    return conditions.narrowed(shown, words: words)
  }

  private static func cut(_ graph: CausalGraph, _ call: Call) throws -> CausalGraph {
    var graph = graph
    if let sources = try call.countParameter("minSources"), sources > 0 {
      graph = graph.keepingLinks(minimumSources: sources)
    }
    if let stage = call.parameter("stage") {
      guard let cut = graph.around(column: stage) else {
        throw StoreError.unknown(
          .stage, name: stage, nearest: Suggestion.nearest(to: stage, in: graph.columns.map(\.key)))
      }
      graph = cut
    }
    guard let focus = call.parameter("focus") else { return graph }
    let found = graph.nodes(matching: focus)
    let steps = try call.countParameter("steps") ?? 2
    guard found.count == 1, let cut = graph.focused(on: found[0].key, steps: steps) else {
      let keys = graph.nodes.map(\.key)
      throw found.isEmpty
        ? StoreError.unknown(.factor, name: focus, nearest: Suggestion.nearest(to: focus, in: keys))
        : StoreError.ambiguous(.factor, name: focus, candidates: found.map(\.key))
    }
    return cut
  }
}
