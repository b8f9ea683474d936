import RealistAnalysis
import RealistModel

/// What is known of a node or a link beside its name, as typed values for formats that other programs calculate with.
struct GraphFact {
  enum Value {
    case text(String)
    case integer(Int)
    case boolean(Bool)

    /// As written in XML.
    var text: String {
      switch self {
      case .text(let text): text
      case .integer(let number): "\(number)"
      case .boolean(let flag): flag ? "true" : "false"
      }
    }
  }

  /// A column of the node or link table of another program.
  struct Key {
    enum Kind { case text, integer, boolean }

    var name: String
    var kind: Kind

    init(_ name: String, _ kind: Kind = .text) { (self.name, self.kind) = (name, kind) }
  }

  var name: String
  var value: Value
}

/// The facts of a graph, the same in every format.
struct GraphFacts {
  static let nodeKeys: [GraphFact.Key] = [
    .init("label"), .init("key"), .init("role"), .init("column"), .init("group"), .init("details"),
    .init("assumptions"), .init("indicators"), .init("configurations"), .init("sources", .integer),
    .init("participants", .integer), .init("refuting", .integer), .init("anticipated", .boolean),
    .init("quotes"),
  ]

  static let linkKeys: [GraphFact.Key] = [
    .init("kind"), .init("sign", .integer), .init("weight", .integer), .init("sources", .integer),
    .init("citations", .integer), .init("participants", .integer), .init("refuting", .integer),
    .init("label"), .init("configurations"), .init("conditions"), .init("drawn", .boolean), .init("quotes"),
  ]

  let graph: CausalGraph
  let style: GraphStyle
  private let columns: [String: String]

  init(_ graph: CausalGraph, _ style: GraphStyle) {
    (self.graph, self.style) = (graph, style)
    columns = Dictionary(graph.columns.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// In the order of ``nodeKeys``; what there is nothing to say of is left out.
  func facts(of node: CausalGraph.Node) -> [GraphFact] {
    filled([
      ("label", .text(node.text)), ("key", .text(node.key)), ("role", .text(node.role.rawValue)),
      ("column", .text(columns[node.column] ?? node.column)), ("group", .text(node.group)),
      ("details", lines(node.details)), ("assumptions", lines(node.assumptions)),
      ("indicators", lines(node.indicators)), ("configurations", lines(node.uses.map(\.place))),
      ("sources", .integer(node.evidence.sources.count)),
      ("participants", .integer(node.evidence.participants.count)),
      ("refuting", .integer(node.evidence.refuting.count)),
      ("anticipated", .boolean(node.evidence.isOnlyAnticipated)), ("quotes", quotes(node.evidence)),
    ])
  }

  /// In the order of ``linkKeys``. The weight is the number of sources, at least 1.
  func facts(of link: CausalGraph.Link) -> [GraphFact] {
    let sources = link.evidence.sources.count
    return filled([
      ("kind", .text(Self.kind(link))), ("sign", link.polarity.map { .integer($0 == .increases ? 1 : -1) }),
      ("weight", .integer(max(1, sources))), ("sources", .integer(sources)),
      ("citations", link.citations.map { .integer($0) }),
      ("participants", .integer(link.evidence.participants.count)),
      ("refuting", .integer(link.evidence.refuting.count)), ("label", .text(link.label)),
      ("configurations", .text(GraphWords.configurations(link.configurations))),
      ("conditions", lines(link.conditions.map { "\($0.place): \($0.text)" })),
      ("drawn", .boolean(link.isWritten)), ("quotes", quotes(link.evidence)),
    ])
  }

  /// `increases`, `decreases`, `condition`, `despite`.
  static func kind(_ link: CausalGraph.Link) -> String {
    switch link.kind {
    case .influence(let polarity): polarity.rawValue
    case .condition: "condition"
    case .despite: "despite"
    }
  }

  private func filled(_ facts: [(String, GraphFact.Value?)]) -> [GraphFact] {
    facts.compactMap { name, value in
      guard let value else { return nil }
      if case .text("") = value { return nil }
      return GraphFact(name: name, value: value)
    }
  }

  private func lines(_ lines: [String]) -> GraphFact.Value { .text(lines.joined(separator: "\n")) }

  private func quotes(_ trail: EvidenceTrail) -> GraphFact.Value {
    lines(style.quotes > 0 ? trail.selection(limit: style.quotes).map(GraphTooltips.quote) : [])
  }
}
