import RealistAnalysis
import RealistModel

extension CausalGraph {
  /// The graph in the DOT language, for `dot`: a column for each stage, boxes told apart by shape, line, colour and text, quotes as tooltips.
  ///
  /// Columns are made by a header node for each stage, joined by invisible edges of weight 1000, and `rank=same` with an invisible chain from
  /// the header down. Links that run forward agree with the columns and take part in the layout; those that run back or stay in
  /// a column have `constraint=false`. With `constraint=false` on all of them Graphviz 2.43 gives edges no weight, sends labels below the
  /// figure, and lines around it. Invisible edges of weight 0 between neighbours of adjacent columns keep the order of each column: Graphviz moves
  /// boxes without edges past their chain. Equal graphs give equal bytes.
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
    result.statements += style.showsLinks ? source.links.map(link) : []
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
    var (chain, statements) = ([header(place)], [headerNode(column, place)])
    var group = ""
    for node in source.nodes(in: column) {
      if node.group != group, !node.group.isEmpty {
        let name = "g-\(place)-\(chain.count)"
        statements.append(groupNode(node.group, name: name))
        chain.append(name)
      }
      group = node.group
      statements.append(box(node))
      chain.append(identifiers.node(node.key))
    }
    return statements + [
      .subgraph(nil, [.defaults(.graph, [.init(.rank, "same")]), .edge(chain, [.init(.style, "invis")])])
    ]
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
    var parts = [GraphWords.configurations(node.configurations)].filter { !$0.isEmpty }
    if !node.evidence.isEmpty || !node.uses.isEmpty {
      parts.append(counted(node.evidence.sources.count, "source"))
    }
    if node.evidence.isOnlyAnticipated { parts.append("anticipated") }
    if !node.evidence.refuting.isEmpty { parts.append("refuted by \(node.evidence.refuting.count)") }
    return parts.isEmpty ? "" : "[\(parts.joined(separator: "; "))]"
  }
}

extension CausalGraphDOT {
  /// What holds the columns in place, and the ceiling of accountability.
  private var frame: [DOTStatement] {
    let headers = source.columns.indices.map(header)
    var statements: [DOTStatement] = [.comment("invisible edges that hold the columns and their order")]
    if headers.count > 1 {
      statements.append(.edge(headers, [.init(.style, "invis"), .init(.weight, "1000")]))
    }
    for place in source.columns.indices.dropLast() { statements += rungs(place) }
    let beyond = source.columns.indices.filter { source.columns[$0].isBeyondCeiling }
    guard !beyond.isEmpty else { return statements }
    let members = beyond.flatMap { place in [header(place)] + boxes(place) }
    return statements + [
      .subgraph(
        "cluster_ceiling",
        [
          .defaults(
            .graph,
            [
              .init(.id, "ceiling"), .init(.cssClass, "ceiling"), .init(.style, "dashed,rounded"),
              .init(.label, .label("Ceiling of accountability")), .init(.labelloc, "t"),
              .init(.margin, "10"),
              .init(
                .tooltip,
                .tooltip(
                  "Beyond this line the programme contributes, but is not held to account for the result.")
              ),
            ])
        ] + members.map { .node($0, []) })
    ]
  }

  private func boxes(_ place: Int) -> [String] {
    source.nodes(in: source.columns[place]).map { identifiers.node($0.key) }
  }

  private func rungs(_ place: Int) -> [DOTStatement] {
    let (left, right) = (boxes(place), boxes(place + 1))
    guard !left.isEmpty, !right.isEmpty else { return [] }
    return (0..<max(left.count, right.count)).map { step in
      .edge(
        [left[min(step, left.count - 1)], right[min(step, right.count - 1)]],
        [.init(.style, "invis"), .init(.weight, "0")])
    }
  }

  func link(_ link: CausalGraph.Link) -> DOTStatement {
    let id = identifiers.link(link)
    var attributes: [DOTAttribute] = [
      .init(.id, id), .init(.cssClass, cssClass(link)), .init(.label, .label(linkText(link))),
    ]
    switch link.kind {
    case .influence(.increases):
      attributes += [.init(.color, "#333333"), .init(.arrowhead, "normal")]
    case .influence(.decreases):
      attributes += [.init(.color, "#D55E00"), .init(.style, "dashed"), .init(.arrowhead, "tee")]
    case .condition:
      attributes += [.init(.color, "#666666"), .init(.style, "dotted"), .init(.arrowhead, "odot")]
    }
    attributes.append(.init(.penwidth, width(of: link)))
    if ranks[link.from, default: 0] >= ranks[link.to, default: 0] {
      attributes.append(.init(.constraint, "false"))
    }
    let tooltip = GraphTooltips.text(link, in: source, style: style)
    return .edge(
      [identifiers.node(link.from), identifiers.node(link.to)], attributes + address(id, tooltip))
  }

  private func cssClass(_ link: CausalGraph.Link) -> String {
    let kind = link.polarity?.rawValue ?? "condition"
    return link.isWritten ? "link \(kind)" : "link \(kind) derived"
  }

  /// `+ (3)` is the polarity and the number of sources.
  private func linkText(_ link: CausalGraph.Link) -> String {
    let sign = link.polarity.map { "\($0.sign) (\(link.evidence.sources.count))" }
    let lines =
      [sign ?? GraphWords.configurations(link.configurations)]
      + (link.label.isEmpty ? [] : wrapped(link.label, width: 18))
    return lines.joined(separator: "\n")
  }

  /// Tenths of a point: 1 without a source, 0.6 more for each source, 4.6 from six sources on.
  private func width(of link: CausalGraph.Link) -> String {
    guard link.polarity != nil else { return "1.2" }
    let tenths = 10 + 6 * min(link.evidence.sources.count, 6)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
