import RealistAnalysis
import RealistModel

extension TheoryGenesis {
  /// The diagram in the DOT language, one row for each theory, time from left to right. What is held now has a double border, what was
  /// given up a dashed one; the words on arrows say what happened. Equal studies give equal bytes.
  public func dot(style: GraphStyle = GraphStyle(), passages: QuotedPassages, title: String = "") -> String {
    let names = GraphIdentifiers(keys: nodes.map(\.key))
    var graph = DOTGraph(name: "genesis")
    graph.statements = defaults(title)
    graph.statements += nodes.map { box($0, names, style) }
    graph.statements += edges.map { arrow($0, names, passages, style) }
    return graph.text
  }

  private func defaults(_ title: String) -> [DOTStatement] {
    let font = DOTAttribute(.fontname, "Helvetica")
    let caption: [DOTAttribute] =
      title.isEmpty ? [] : [.init(.label, .label(wrapped(title, width: 90).joined(separator: "\n")))]
    return [
      .defaults(
        .graph,
        [
          font, .init(.rankdir, "LR"), .init(.bgcolor, "white"), .init(.pad, "0.2"), .init(.nodesep, "0.35"),
          .init(.ranksep, "0.9"), .init(.labelloc, "b"), .init(.fontsize, "14"),
        ] + caption),
      .defaults(
        .node,
        [
          font, .init(.fontsize, "11"), .init(.shape, "box"), .init(.style, "filled"),
          .init(.fillcolor, "white"), .init(.margin, "0.14,0.08"),
        ]),
      .defaults(.edge, [font, .init(.fontsize, "10"), .init(.arrowsize, "0.8")]),
    ]
  }

  private func box(_ node: Node, _ names: GraphIdentifiers, _ style: GraphStyle) -> DOTStatement {
    let name = names.node(node.key)
    let width = max(style.boxWidth, 12)
    var lines = wrapped(node.theory.name, width: width) + wrapped(node.heading, width: width)
    if node.version.isWording { lines += [""] + wrapped(node.statement, width: width) }
    var attributes: [DOTAttribute] = [
      .init(.id, name), .init(.cssClass, "version \(node.version.step.rawValue)"),
      .init(.label, .label(lines.joined(separator: "\n"))),
      .init(.tooltip, .tooltip(node.sentence)),
    ]
    if node.isCurrent { attributes.append(.init(.peripheries, "2")) }
    if node.isEnd {
      attributes += [.init(.shape, "octagon"), .init(.style, "filled,dashed"), .init(.fillcolor, "#F0F0F0")]
    }
    return .node(name, attributes)
  }

  private func arrow(
    _ edge: Edge, _ names: GraphIdentifiers, _ passages: QuotedPassages, _ style: GraphStyle
  ) -> DOTStatement {
    let day = edge.date.map { "\n\($0)" } ?? ""
    let quotes = edge.passages.prefix(style.quotes).map { line($0, passages) }
    let rest = edge.passages.count - quotes.count
    let tooltip =
      [edge.step.rawValue, edge.reason].filter { !$0.isEmpty } + quotes
      + (rest > 0 ? ["… and \(counted(rest, "more quote"))"] : [])
    var attributes: [DOTAttribute] = [
      .init(.cssClass, "step \(edge.step.rawValue)"), .init(.label, .label(edge.step.rawValue + day)),
      .init(.tooltip, .tooltip(tooltip.joined(separator: "\n"))),
    ]
    switch edge.step {
    case .initial, .refined: break
    case .split, .merged: attributes.append(.init(.penwidth, "2"))
    case .refuted, .superseded: attributes += [.init(.style, "dashed"), .init(.arrowhead, "tee")]
    }
    return .edge([names.node(edge.from), names.node(edge.to)], attributes)
  }

  private func line(_ passage: Theory.Passage, _ passages: QuotedPassages) -> String {
    let item = passages[passage.segment]
    let words = item?.isWithdrawn == true ? "(withdrawn)" : "“\(item?.words ?? "")”"
    return "\(words) \(item?.attribution ?? "") [\(passage.bearing.rawValue)]"
  }

  /// The diagram in words: each version and each step, in the order of the study.
  public func words(passages: QuotedPassages, quotes: Int = 8) -> String {
    var lines: [String] = []
    let positions = Dictionary(nodes.map { ($0.key, $0) }) { first, _ in first }
    for node in nodes {
      lines.append(node.sentence)
      for edge in edges where edge.from == node.key {
        guard let target = positions[edge.to] else { continue }
        let day = edge.date.map { " on \($0)" } ?? ""
        let why = edge.reason.isEmpty ? "" : ", because: \(edge.reason)"
        lines.append("  \(edge.step.rawValue)\(day) into \(target.theory.name), \(target.heading)\(why)")
        lines += edge.passages.prefix(quotes).map { "    " + line($0, passages) }
      }
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  /// The diagram for Mermaid.
  public func mermaid(style: GraphStyle = GraphStyle()) -> String {
    let names = GraphIdentifiers(keys: nodes.map(\.key))
    let name = { (key: String) in MermaidText.identifier(names.node(key)) }
    var lines = ["flowchart LR"]
    for node in nodes {
      let text =
        [node.theory.name, node.heading]
        + wrapped(node.statement, width: max(style.boxWidth, 12))
      let label = MermaidText.quoted(text.filter { !$0.isEmpty }.joined(separator: "\n"))
      lines.append(node.isEnd ? "  \(name(node.key)){{\(label)}}" : "  \(name(node.key))[\(label)]")
    }
    for edge in edges {
      let label = MermaidText.quoted(edge.step.rawValue + (edge.date.map { " \($0)" } ?? ""))
      let arrow = edge.step == .refuted || edge.step == .superseded ? "-.->" : "-->"
      lines.append("  \(name(edge.from)) \(arrow)|\(label)| \(name(edge.to))")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension TheoryGenesis.Node {
  /// `refined (2026-02-19)`, with the origin for a first wording.
  var heading: String {
    let day = version.date.map { " (\($0))" } ?? ""
    let from = version.step == .initial ? ", from \(theory.origin.source)" : ""
    return "\(version.label)\(day)\(from)"
  }

  /// The statement as running text: where its lines were broken in a file says nothing.
  var statement: String { version.statement.split(whereSeparator: \.isNewline).joined(separator: " ") }

  /// What it is and says, on one line.
  var sentence: String {
    let held = isCurrent ? " [held]" : ""
    let says = version.isWording ? ": \(statement)" : ""
    return "\(theory.name), \(heading)\(held)\(says)"
  }
}

extension Theory.Origin {
  /// As in "from …".
  fileprivate var source: String {
    switch self {
    case .stakeholder: "a stakeholder"
    case .document: "a document"
    case .literature: "the literature"
    case .analyst: "an analyst"
    }
  }
}
