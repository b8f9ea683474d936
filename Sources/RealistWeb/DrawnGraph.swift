import RealistAnalysis
import RealistDiagrams
import RealistModel
import RealistStore

/// The graph that a request asks for, and the passages in it.
struct DrawnGraph {
  /// How much of its passages is wanted.
  enum Detail {
    /// How many there are, and in which sources.
    case counts
    /// Each of them, without its words.
    case passages
    /// Each of them, those that a drawing prints with their words.
    case drawing
  }

  let graph: CausalGraph
  private let study: Study
  private let segments: [Place: Segment]

  /// Where a quote stands: what a graph knows of a passage.
  private struct Place: Hashable {
    var source: String
    var start, end: Int

    init(source: String, span: TextSpan) {
      (self.source, start, end) = (source, span.start, span.end)
    }

    init(_ quote: EvidenceTrail.Quote) {
      (source, start, end) = (quote.source, quote.start, quote.end)
    }
  }

  /// - Throws: ``WebError/badMember(_:expected:)``, `StoreError.unknown` for a focus that is not there.
  init(_ call: Call, _ reader: StudyReader, _ detail: Detail) throws {
    let view = call.parameter("view") ?? "toc"
    guard view == "toc" || view == "configurations" else {
      throw WebError.badMember("view", expected: "toc or configurations")
    }
    let conditions = try Conditions(call, reader, ofSegments: true)
    let isCounted = detail == .counts && view == "toc"
    let (whole, words) = try Self.material(view, detail, conditions, reader)
    let names = Dictionary(whole.sources.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    study = whole
    segments = Dictionary(
      whole.segments.map {
        (Place(source: names[$0.source] ?? "", span: $0.span), $0)
      },
      uniquingKeysWith: { first, second in first.revision > second.revision ? first : second })
    let status = try Self.status(call)
    var shown = whole
    if let status { shown = shown.saying { $0.status == status } }
    shown = conditions.narrowed(shown, words: words)
    let lookup = try StudyLookup(shown)
    let drawn =
      view == "toc"
      ? CausalGraph.theoryOfChange(
        shown, lookup, words: words, derive: true,
        tally: isCounted ? try Self.tally(of: shown, conditions, reader) : nil)
      : CausalGraph.configurationFigure(shown, lookup, words: words, rejected: status == .rejected)
    var graph = try Self.cut(drawn, call)
    if detail == .drawing { try Self.word(&graph, segments, reader) }
    self.graph = graph
  }

  /// Reads the words that a drawing prints, which are few of all.
  private static func word(
    _ graph: inout CausalGraph, _ segments: [Place: Segment], _ reader: StudyReader
  ) throws {
    let limit = GraphStyle().quotes
    let trails = graph.nodes.map(\.evidence) + graph.links.map(\.evidence)
    let printed = trails.flatMap { $0.selection(limit: limit) }.compactMap { segments[Place($0)] }
    let words = try reader.words(of: printed.distinct(by: \.id))
    func said(_ quote: EvidenceTrail.Quote) -> String {
      segments[Place(quote)].flatMap { words[$0.id]?.words } ?? ""
    }
    for place in graph.nodes.indices { graph.nodes[place].evidence.setWords(limit: limit, said) }
    for place in graph.links.indices { graph.links[place].evidence.setWords(limit: limit, said) }
  }

  /// The segment and the source of a quote in the graph.
  func passage(of quote: EvidenceTrail.Quote) -> (segment: Segment, source: Source)? {
    guard let segment = segments[Place(quote)],
      let source = study.sources.first(where: { $0.id == segment.source })
    else { return nil }
    return (segment, source)
  }

  /// The passages that bear the codes of factors are read one by one only where they are wanted.
  private static func material(
    _ view: String, _ detail: Detail, _ conditions: Conditions, _ reader: StudyReader
  ) throws -> (study: Study, words: [ID<Segment>: QuoteWords]) {
    if view == "toc", detail != .counts { return try reader.drawnStudy(readingWords: false) }
    let study = try reader.configuredStudy([.theoryOfChange, .notes])
    let isAnonymous = detail == .counts && conditions.isEmpty
    return (study, isAnonymous ? [:] : try reader.speakers(of: study.segments))
  }

  private static func tally(
    of study: Study, _ conditions: Conditions, _ reader: StudyReader
  ) throws -> CodedTally? {
    let codes = Set(study.factors.compactMap(\.code))
    return codes.isEmpty ? nil : CodedTally(try conditions.codings(reader, []), of: codes)
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
