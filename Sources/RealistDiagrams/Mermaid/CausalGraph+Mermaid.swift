import RealistAnalysis
import RealistModel

extension CausalGraph {
  /// The graph as a Mermaid flowchart, which many Markdown viewers draw: a subgraph for each column, classes by role.
  ///
  /// Mermaid has no tooltips and no widths without scripts, so counts are in the text.
  public func mermaid(style: GraphStyle = GraphStyle()) -> String {
    let identifiers = GraphIdentifiers(self)
    let name = { (key: String) in MermaidText.identifier(identifiers.node(key)) }
    var lines = ["flowchart LR"]
    lines.append("  accTitle: \(MermaidText.plain(title))")
    lines.append("  accDescr: \(MermaidText.plain(summary))")
    for (place, column) in columns.enumerated() {
      lines.append("  subgraph stage_\(place + 1)[\(MermaidText.quoted(column.name))]")
      lines.append("    direction TB")
      for node in nodes(in: column) {
        let (open, close) = node.role.mermaidShape
        lines.append(
          "    \(name(node.key))\(open)\(MermaidText.quoted(boxLines(node, style)))\(close):::\(node.role.rawValue)"
        )
      }
      lines.append("  end")
    }
    if columns.count > 1 {
      lines.append("  " + columns.indices.map { "stage_\($0 + 1)" }.joined(separator: " ~~~ "))
    }
    if style.showsLinks { lines += links.map { mermaid($0, name) } }
    lines += Role.allCases.filter { role in nodes.contains { $0.role == role } }.map(\.mermaidClass)
    return lines.joined(separator: "\n") + "\n"
  }

  /// `9 factors in 3 columns, 12 links`.
  var summary: String {
    "\(counted(nodes.count, "factor")) in \(counted(columns.count, "column")), \(counted(links.count, "link"))"
  }

  private func boxLines(_ node: Node, _ style: GraphStyle) -> String {
    var lines = wrapped(node.role.mark + node.text, width: style.boxWidth) + node.details.map { "· \($0)" }
    let numbers = GraphWords.configurations(node.configurations)
    let sources = node.evidence.isEmpty ? "" : counted(node.evidence.sources.count, "source")
    let last = [numbers, sources].filter { !$0.isEmpty }.joined(separator: ", ")
    if !last.isEmpty { lines.append(last) }
    return lines.joined(separator: "\n")
  }

  private func mermaid(_ link: Link, _ name: (String) -> String) -> String {
    let (from, to) = (name(link.from), name(link.to))
    let label = link.label.isEmpty ? "" : "\n\(link.label)"
    switch link.kind {
    case .influence(let polarity):
      let count = link.evidence.sources.count
      let volume = link.citations.map { GraphWords.volume(count, $0) } ?? "(\(count))"
      let text = MermaidText.quoted("\(polarity.sign) \(volume)\(label)")
      return polarity == .increases
        ? "  \(from) -->|\(text)| \(to)" : "  \(from) -.-x|\(text)| \(to)"
    case .condition:
      let text = MermaidText.quoted(GraphWords.configurations(link.configurations) + label)
      return "  \(from) -.-o|\(text)| \(to)"
    case .despite:
      let text = MermaidText.quoted("despite (\(link.evidence.sources.count))\(label)")
      return "  \(from) -.->|\(text)| \(to)"
    }
  }
}

extension LoopGraph {
  /// The ring as a Mermaid flowchart.
  public func mermaid(style: GraphStyle = GraphStyle()) -> String {
    let judgement = valence == .neutral ? "" : ", \(valence.rawValue)"
    let name = [label, title, "(\(polarity.words)\(judgement))"].filter { !$0.isEmpty }
    let column = CausalGraph.Column(key: "loop", name: name.joined(separator: " "), role: .step)
    let members = nodes.map { node in
      var member = node
      member.column = column.key
      return member
    }
    return CausalGraph(title: title, columns: [column], nodes: members, links: links.compactMap { $0 })
      .mermaid(style: style)
  }
}

extension CausalGraph.Role {
  fileprivate var mermaidShape: (open: String, close: String) {
    switch self {
    case .context: ("(", ")")
    case .outcome, .impact: ("[[", "]]")
    default: ("[", "]")
    }
  }

  fileprivate var mermaidClass: String {
    let line = self == .disabling ? ",stroke-dasharray:5 3" : self == .impact ? ",stroke-width:3px" : ""
    let stroke = self == .step ? "#000000" : colour
    return "  classDef \(rawValue) fill:\(tint),stroke:\(stroke),color:#000000\(line)"
  }
}

/// The only place where a string becomes part of a Mermaid diagram.
enum MermaidText {
  /// Quoted text; whatever Mermaid or the HTML it makes could read as more than words is a numeric entity. Line breaks are `<br/>`.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "<br/>"
      case "\t": result += " "
      case "\"", "#", "&", "<", ">", "`", "%", "{", "}", "\\", ":", ";", "[", "]", "(", ")", "|", "*", "_",
        "~", "$", "@":
        result += "#\(scalar.value);"
      case _ where DOTText.isForbidden(scalar): result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Words of one line for places where Mermaid knows no quoting: anything with a meaning becomes a space.
  static func plain(_ text: String) -> String {
    let kept = text.map { character -> Character in
      let isWord = character.isLetter || character.isNumber || " ,.-–'’?!/+".contains(character)
      return isWord ? character : " "
    }
    return String(kept).split(separator: " ").joined(separator: " ")
  }

  static func identifier(_ name: String) -> String { String(name.map { $0 == "-" ? "_" : $0 }) }
}
