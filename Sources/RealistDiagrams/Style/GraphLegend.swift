import RealistAnalysis
import RealistModel

/// The caption and the key below a figure, as an HTML-like label; it explains what the figure shows and nothing else.
struct GraphLegend {
  private let title: String
  private let roles: [CausalGraph.Role]
  private let lines: [String]
  private let loops: [String]
  private let omission: String?

  init(_ graph: CausalGraph, _ style: GraphStyle) {
    title = graph.title
    let used = Set(graph.nodes.map(\.role))
    roles = CausalGraph.Role.allCases.filter { used.contains($0) }
    let kinds = style.showsLinks ? Set(graph.links.map(\.kind)) : []
    var lines: [String] = []
    if kinds.contains(.influence(.increases)) { lines.append("──▶ + increases") }
    if kinds.contains(.influence(.decreases)) { lines.append("╌╌┤ − decreases") }
    if kinds.contains(.condition) { lines.append("┈┈○ context in which it works") }
    if kinds.contains(.despite) { lines.append("╌╌◇ despite: a barrier that was overcome") }
    if graph.links.contains(where: { $0.citations != nil }) {
      lines.append("the more sources, the thicker")
    } else if graph.links.contains(where: { $0.polarity != nil }), style.showsLinks {
      lines.append("(3) number of sources; the more, the thicker")
    }
    self.lines = lines
    loops = graph.loops.map(GraphLegend.sentence)
    omission = GraphWords.omission(graph)
  }

  /// Markup whose only foreign text went through ``DOTText/markup(_:)``.
  var table: String {
    var rows = wrapped(title, width: 90).filter { !$0.isEmpty }.map {
      "<tr><td><font point-size=\"16\"><b>\(DOTText.markup($0))</b></font></td></tr>"
    }
    let cells = roles.map(sample) + lines.map { "<td>\($0)</td>" }
    if !cells.isEmpty {
      rows.append(
        "<tr><td><table border=\"0\" cellborder=\"0\" cellspacing=\"6\"><tr><td><b>Key</b></td>"
          + "\(cells.joined())</tr></table></td></tr>")
    }
    for note in loops + (omission.map { [$0] } ?? []) {
      rows += wrapped(note, width: 150).map { "<tr><td>\(DOTText.markup($0))</td></tr>" }
    }
    if rows.isEmpty { rows.append("<tr><td></td></tr>") }
    return "<table border=\"0\" cellborder=\"0\" cellspacing=\"2\">\(rows.joined())</table>"
  }

  private func sample(_ role: CausalGraph.Role) -> String {
    let style: String
    switch role {
    case .context: style = " style=\"rounded\""
    case .disabling: style = " style=\"dashed\""
    default: style = ""
    }
    let box =
      "<table border=\"1\" cellborder=\"\(role.peripheries - 1)\" cellspacing=\"\(role.peripheries)\"\(style)"
      + " color=\"\(role == .step ? "#000000" : role.colour)\" bgcolor=\"\(role.tint)\">"
    return "<td>\(box)<tr><td>\(role.legend)</td></tr></table></td>"
  }

  /// `R1 (reinforcing, vicious): Churn: A → B → C → A`.
  static func sentence(_ loop: LoopGraph) -> String {
    let judgement = loop.valence == .neutral ? "" : ", \(loop.valence.rawValue)"
    let name = [loop.label, "(\(loop.polarity.words)\(judgement))"].filter { !$0.isEmpty }
      .joined(separator: " ")
    let ring = zip(loop.nodes, loop.links).map { node, link in
      "\(node.text) →\(link?.polarity.map { " (\($0.sign)) " } ?? " (?) ")"
    }
    return
      "Loop \(name)\(loop.title.isEmpty ? "" : " \(loop.title)"): \(ring.joined())\(loop.nodes.first?.text ?? "")"
  }
}

extension LoopGraph.Polarity {
  /// In words, for a reader who has not met causal loops.
  package var words: String {
    switch self {
    case .reinforcing: "reinforcing"
    case .balancing: "balancing"
    case .incomplete: "not closed: a link is missing"
    case .undecided: "undecided: links of both signs"
    }
  }
}
