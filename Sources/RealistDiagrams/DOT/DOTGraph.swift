/// A directed graph in the DOT language, as values; ``text`` writes it.
///
/// Attribute names are a closed list and every value is escaped on the way out, so nothing a person typed can become an attribute.
struct DOTGraph {
  var name: String
  var statements: [DOTStatement] = []

  /// The DOT file: UTF-8, one statement a line, attributes in the order given.
  var text: String {
    var lines = ["digraph \(DOTText.quoted(name)) {"]
    for statement in statements { statement.write(to: &lines, indent: "  ") }
    return (lines + ["}", ""]).joined(separator: "\n")
  }
}

/// One line of a DOT file, or a subgraph.
enum DOTStatement {
  /// Attributes of the graph, or of the nodes or edges that follow.
  case defaults(DOTSubject, [DOTAttribute])
  case node(String, [DOTAttribute])
  /// Nodes joined one after the other.
  case edge([String], [DOTAttribute])
  case subgraph(String?, [DOTStatement])
  case comment(StaticString)

  fileprivate func write(to lines: inout [String], indent: String) {
    switch self {
    case .defaults(let subject, let attributes):
      lines.append("\(indent)\(subject.rawValue)\(list(attributes));")
    case .node(let name, let attributes):
      lines.append("\(indent)\(DOTText.quoted(name))\(list(attributes));")
    case .edge(let names, let attributes):
      lines.append("\(indent)\(names.map(DOTText.quoted).joined(separator: " -> "))\(list(attributes));")
    case .subgraph(let name, let statements):
      lines.append("\(indent)\(name.map { "subgraph \(DOTText.quoted($0)) " } ?? ""){")
      for statement in statements { statement.write(to: &lines, indent: indent + "  ") }
      lines.append("\(indent)}")
    case .comment(let words): lines.append("\(indent)// \(words)")
    }
  }

  private func list(_ attributes: [DOTAttribute]) -> String {
    attributes.isEmpty ? "" : " [\(attributes.map(\.text).joined(separator: ", "))]"
  }
}

/// What default attributes are for.
enum DOTSubject: String { case graph, node, edge }

/// A name from the closed list and its value.
struct DOTAttribute {
  /// The attributes that our diagrams use (graphviz.org/docs/attrs).
  enum Name: String {
    case arrowhead, arrowsize, bgcolor, charset, color, constraint, dir, fillcolor, fontcolor, fontname
    case fontsize, group, height, id, inputscale, label, labelloc, layout, margin, newrank, nodesep,
      outputorder, pad
    case penwidth, peripheries, pos, rank, rankdir, ranksep, shape, splines, start, style, tooltip, weight
    case width, xlabel
    case cssClass = "class"
    case url = "URL"
  }

  /// How the value is written.
  enum Value {
    case word(String)
    case label(String)
    case tooltip(String)
    /// An HTML-like label made of fixed markup and of text that went through ``DOTText/markup(_:)``.
    case markup(String)
  }

  var name: Name
  var value: Value

  init(_ name: Name, _ word: String) { (self.name, value) = (name, .word(word)) }
  init(_ name: Name, _ value: Value) { (self.name, self.value) = (name, value) }

  fileprivate var text: String {
    switch value {
    case .word(let word): "\(name.rawValue)=\(DOTText.quoted(word))"
    case .label(let label): "\(name.rawValue)=\(DOTText.label(label))"
    case .tooltip(let tooltip): "\(name.rawValue)=\(DOTText.tooltip(tooltip))"
    case .markup(let markup): "\(name.rawValue)=<\(markup)>"
    }
  }
}
