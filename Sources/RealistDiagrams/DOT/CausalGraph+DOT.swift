import RealistAnalysis
import RealistModel

extension CausalGraph {
  /// The graph in the DOT language, for `dot`: a column for each stage, boxes told apart by shape, line, colour and text, quotes as tooltips.
  ///
  /// Columns are made by a header node for each stage, joined by invisible edges of weight 1000, and `rank=same` with an invisible chain from
  /// the header down. Links that run forward agree with the columns and take part in the layout; those that run back or stay in
  /// a column have `constraint=false`. With `constraint=false` on all of them Graphviz 2.43 gives edges no weight, sends labels below the
  /// figure, and lines around it. Invisible edges of weight 0 between neighbours of adjacent columns keep the order of each column: Graphviz moves
  /// boxes without edges past their chain. Labels within a column are external: Graphviz loses edges otherwise. Equal graphs give equal bytes.
  public func dot(style: GraphStyle = GraphStyle()) -> String { CausalGraphDOT(self, style).graph.text }
}

/// Turns a graph into DOT statements.
struct CausalGraphDOT {
  let source: CausalGraph
  let style: GraphStyle
  let identifiers: GraphIdentifiers
  private let ranks: [String: Int]

  init(_ graph: CausalGraph, _ style: GraphStyle) {
    (source, self.style) = (graph, style)
    identifiers = GraphIdentifiers(graph)
    let columns = Dictionary(
      graph.columns.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    ranks = Dictionary(
      graph.nodes.map { ($0.key, columns[$0.column] ?? 0) }, uniquingKeysWith: { first, _ in first })
  }

  var graph: DOTGraph {
    var result = DOTGraph(name: "figure")
    result.statements = defaults + [.comment("the columns: a header each, and their boxes")]
    result.statements += source.columns.indices.flatMap(column)
    result.statements += frame + [.comment("the links")]
    result.statements += style.showsLinks ? source.links.map { link($0) } : []
    return result
  }

  private var defaults: [DOTStatement] {
    let font = DOTAttribute(.fontname, "Helvetica")
    return [
      .defaults(
        .graph,
        [
          font, .init(.rankdir, "LR"), .init(.newrank, "true"), .init(.splines, "spline"),
          .init(.nodesep, "0.3"), .init(.ranksep, "0.6"), .init(.bgcolor, "white"),
          .init(.outputorder, "edgesfirst"), .init(.pad, "0.2"), .init(.fontsize, "11"),
          .init(.labelloc, "b"), .init(.tooltip, .tooltip(source.title)),
          .init(.label, .markup(GraphLegend(source, style).table)),
        ]),
      .defaults(
        .node,
        [
          font, .init(.fontsize, "11"), .init(.shape, "box"), .init(.style, "filled"),
          .init(.fillcolor, "white"), .init(.margin, "0.14,0.08"), .init(.width, "2.2"),
        ]),
      .defaults(.edge, [font, .init(.fontsize, "9"), .init(.arrowsize, "0.8")]),
    ]
  }

  private func column(_ place: Int) -> [DOTStatement] {
    let column = source.columns[place]
    let chain = [header(place)] + members(place).map(\.name)
    return (place == ceiling ? ceilingStatements : []) + [headerNode(column, place)]
      + members(place).map(\.statement) + [Self.rank(chain)]
  }

  /// One column: nodes of one rank, held in their order by an invisible chain.
  private static func rank(_ chain: [String], weight: String? = nil) -> DOTStatement {
    let weights = weight.map { [DOTAttribute(.weight, $0)] } ?? []
    return .subgraph(
      nil, [.defaults(.graph, [.init(.rank, "same")]), .edge(chain, [.init(.style, "invis")] + weights)])
  }

  /// The boxes of a column and the headings among them, from the top.
  private func members(_ place: Int) -> [(name: String, statement: DOTStatement)] {
    var (members, group) = ([(name: String, statement: DOTStatement)](), "")
    for node in source.nodes(in: source.columns[place]) {
      if node.group != group, !node.group.isEmpty {
        let name = "g-\(place + 1)-\(members.count + 1)"
        members.append((name, groupNode(node.group, name: name)))
      }
      group = node.group
      members.append((identifiers.node(node.key), box(node)))
    }
    return members
  }

  private func header(_ place: Int) -> String { "stage-\(place + 1)-\(slug(source.columns[place].key))" }

  private func headerNode(_ column: CausalGraph.Column, _ place: Int) -> DOTStatement {
    .node(
      header(place),
      [
        .init(.id, header(place)), .init(.cssClass, "stage"), .init(.group, "head"),
        .init(.label, .label(wrapped(column.name, width: 24).joined(separator: "\n"))),
        .init(.fontsize, "13"), .init(.fillcolor, column.role.colour), .init(.fontcolor, column.role.ink),
        .init(.tooltip, .tooltip(column.name)),
      ])
  }

  private func groupNode(_ heading: String, name: String) -> DOTStatement {
    .node(
      name,
      [
        .init(.id, name), .init(.cssClass, "group"), .init(.shape, "plaintext"), .init(.style, ""),
        .init(.margin, "0.05,0.02"), .init(.height, "0.2"),
        .init(.label, .label(wrapped(heading, width: style.boxWidth).joined(separator: "\n"))),
        .init(.fontname, "Helvetica-Bold"), .init(.tooltip, .tooltip(heading)),
      ])
  }

  /// A box, at a pinned place where there is one.
  func box(_ node: CausalGraph.Node, at position: String? = nil) -> DOTStatement {
    let id = identifiers.node(node.key)
    var attributes: [DOTAttribute] = [
      .init(.id, id), .init(.cssClass, node.role.rawValue), .init(.label, .label(boxText(node))),
      .init(.style, node.role.lineStyle), .init(.color, node.role == .step ? "#000000" : node.role.colour),
      .init(.fillcolor, node.role.tint), .init(.penwidth, node.role == .step ? "1" : "1.5"),
    ]
    if let position { attributes.append(.init(.pos, position)) }
    if node.role.peripheries > 1 { attributes.append(.init(.peripheries, "\(node.role.peripheries)")) }
    return .node(id, attributes + address(id, GraphTooltips.text(node, style: style)))
  }

  private func address(_ id: String, _ tooltip: String) -> [DOTAttribute] {
    let link = style.linkBase.map { [DOTAttribute(.url, $0 + id)] } ?? []
    return [.init(.tooltip, .tooltip(tooltip))] + link
  }

  /// The words of a box: mark, text, details, and a last line of configurations and sources.
  private func boxText(_ node: CausalGraph.Node) -> String {
    var lines = wrapped(node.role.mark + node.text, width: style.boxWidth)
    lines += node.details.flatMap { wrapped("· \($0)", width: style.boxWidth) }
    return (lines + wrapped(boxCounts(node), width: style.boxWidth).filter { !$0.isEmpty })
      .joined(separator: "\n")
  }

  private func boxCounts(_ node: CausalGraph.Node) -> String {
    var parts = source.isOneConfiguration ? [] : [GraphWords.configurations(node.configurations)]
    parts.removeAll { $0.isEmpty }
    if !node.evidence.isEmpty || !node.uses.isEmpty {
      parts.append(counted(node.evidence.sources.count, "source").replacing(" ", with: "\u{a0}"))
    }
    if node.evidence.isOnlyAnticipated { parts.append("anticipated") }
    if !node.evidence.refuting.isEmpty { parts.append("\(node.evidence.refuting.count)\u{a0}against") }
    return parts.isEmpty ? "" : "[\(parts.joined(separator: "; "))]"
  }
}

extension CausalGraphDOT {
  /// What holds the columns in place.
  private var frame: [DOTStatement] {
    var columns = source.columns.indices.map { [header($0)] + members($0).map(\.name) }
    if let ceiling { columns.insert(ceilingNames, at: ceiling) }
    var statements: [DOTStatement] = [.comment("invisible edges that hold the columns and their order")]
    if columns.count > 1 {
      statements.append(
        .edge(columns.compactMap(\.first), [.init(.style, "invis"), .init(.weight, "1000")]))
    }
    for (left, right) in zip(columns, columns.dropFirst()) {
      statements += rungs(Array(left.dropFirst()), Array(right.dropFirst()))
    }
    return statements
  }

  private func rungs(_ left: [String], _ right: [String]) -> [DOTStatement] {
    guard !left.isEmpty, !right.isEmpty else { return [] }
    return (0..<max(left.count, right.count)).map { step in
      .edge(
        [left[min(step, left.count - 1)], right[min(step, right.count - 1)]],
        [.init(.style, "invis"), .init(.weight, "0")])
    }
  }

  /// The first column beyond the ceiling of accountability, when there is something on this side of it.
  private var ceiling: Int? {
    source.columns.firstIndex(where: \.isBeyondCeiling).flatMap { $0 > 0 ? $0 : nil }
  }

  /// A heading and dashes below it: a column of its own that reads as a dashed line, with room between the dashes for arrows. (A cluster
  /// around the impacts draws a box, but Graphviz 2.43 then no longer keeps the order of the columns.)
  private var ceilingNames: [String] {
    ["ceiling"] + (1...dashes).map { "ceiling-\($0)" }
  }

  /// As many dashes of 0.65 inches as the highest column needs, in hundredths of an inch.
  private var dashes: Int {
    let heights = source.columns.map { column in
      source.nodes(in: column).reduce(0) { $0 + 46 + 19 * boxText($1).split(separator: "\n").count }
    }
    return max(3, (heights.max() ?? 0) / 65)
  }

  private var ceilingStatements: [DOTStatement] {
    let tooltip = DOTAttribute(
      .tooltip,
      .tooltip("Beyond this line the programme contributes, but is not held to account for the result."))
    let cssClass = DOTAttribute(.cssClass, "ceiling")
    let heading: [DOTAttribute] = [
      .init(.id, "ceiling"), cssClass, .init(.group, "head"), .init(.shape, "plaintext"), .init(.style, ""),
      .init(.width, "0.9"), .init(.margin, "0"), .init(.label, .label("Ceiling of\naccountability")), tooltip,
    ]
    let dash: [DOTAttribute] = [
      cssClass, .init(.label, ""), .init(.width, "0.02"), .init(.height, "0.35"), .init(.color, "#333333"),
      .init(.fillcolor, "#333333"), tooltip,
    ]
    return [.node("ceiling", heading)] + ceilingNames.dropFirst().map { .node($0, [.init(.id, $0)] + dash) }
      + [Self.rank(ceilingNames, weight: "100")]
  }

  /// An edge; on a ring its label lies on the line and needs a ground of its own.
  func link(_ link: CausalGraph.Link) -> DOTStatement {
    let isLevel = ranks[link.from, default: 0] == ranks[link.to, default: 0]
    return arrow(link, .init(isLevel ? .xlabel : .label, .label(linkText(link))))
  }

  /// An arrow of a ring, with its words on a plate.
  func step(_ link: CausalGraph.Link, mark: String?) -> DOTStatement {
    let lines = linkText(link).split(separator: "\n").map { DOTText.markup(String($0)) }
    let words = (lines + (mark.map { ["<b>\(DOTText.markup($0))</b>"] } ?? [])).joined(separator: "<br/>")
    let border = mark == nil ? "0" : "1"
    return arrow(
      link,
      .init(
        .label,
        .markup(
          "<table border=\"\(border)\" cellborder=\"0\" cellpadding=\"2\" bgcolor=\"#FFFFFF\"><tr><td>"
            + "\(words)</td></tr></table>")))
  }

  private func arrow(_ link: CausalGraph.Link, _ words: DOTAttribute) -> DOTStatement {
    let id = identifiers.link(link)
    let (from, to) = (ranks[link.from, default: 0], ranks[link.to, default: 0])
    var attributes: [DOTAttribute] = [
      .init(.id, id), .init(.cssClass, cssClass(link)),
      words,
    ]
    switch link.kind {
    case .influence(.increases):
      attributes += [.init(.color, "#333333"), .init(.arrowhead, "normal")]
    case .influence(.decreases):
      attributes += [.init(.color, "#D55E00"), .init(.style, "dashed"), .init(.arrowhead, "tee")]
    case .condition:
      attributes += [.init(.color, "#666666"), .init(.style, "dotted"), .init(.arrowhead, "odot")]
    case .despite:
      attributes += [.init(.color, "#7A4B00"), .init(.style, "dashed"), .init(.arrowhead, "odiamond")]
    }
    if link.startIsFlipped || link.endIsFlipped { attributes.append(.init(.color, halves(link))) }
    attributes.append(.init(.penwidth, width(of: link)))
    if from >= to { attributes.append(.init(.constraint, "false")) }
    let tooltip = GraphTooltips.text(link, in: source, style: style)
    return .edge(
      [identifiers.node(link.from), identifiers.node(link.to)], attributes + address(id, tooltip))
  }

  /// The two halves of a line, the one at a flipped end in another colour (`color="A;0.5:B"`).
  private func halves(_ link: CausalGraph.Link) -> String {
    let (plain, flipped) = ("#333333", "#CC79A7")
    return "\(link.startIsFlipped ? flipped : plain);0.5:\(link.endIsFlipped ? flipped : plain)"
  }

  private func cssClass(_ link: CausalGraph.Link) -> String {
    let kind = link.polarity?.rawValue ?? (link.kind == .despite ? "despite" : "condition")
    return link.isWritten ? "link \(kind)" : "link \(kind) derived"
  }

  /// `+ (3)` is the polarity and the number of sources.
  private func linkText(_ link: CausalGraph.Link) -> String {
    let count = link.evidence.sources.count
    var sign = link.polarity.map { "\($0.sign) (\(count))" }
    if link.kind == .despite { sign = "despite (\(count))" }
    if let citations = link.citations {
      let words = [link.polarity?.sign, link.kind == .despite ? "despite" : nil, GraphWords.flips(link)]
      sign = (words.compactMap { $0 }.filter { !$0.isEmpty } + [GraphWords.volume(count, citations)])
        .joined(separator: "\n")
    }
    let lines =
      [sign ?? (source.isOneConfiguration ? "" : GraphWords.configurations(link.configurations))]
      + (link.label.isEmpty ? [] : wrapped(link.label, width: 18))
    return lines.joined(separator: "\n")
  }

  /// Tenths of a point: 1 without a source, 0.6 more for each source, 4.6 from six sources on.
  private func width(of link: CausalGraph.Link) -> String {
    guard link.polarity != nil || link.citations != nil else { return "1.2" }
    let tenths = 10 + 6 * min(link.evidence.sources.count, 6)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
