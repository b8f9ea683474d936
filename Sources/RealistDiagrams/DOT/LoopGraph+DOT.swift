import RealistAnalysis
import RealistModel

#if canImport(Glibc)
  import Glibc
#endif

extension LoopGraph {
  /// The ring in the DOT language: boxes on a circle, clockwise from the top, with the kind of loop in the middle.
  ///
  /// The places are ours (`layout=neato` with pinned positions), so a vicious and a virtuous version of one ring can be laid side by side.
  public func dot(style: GraphStyle = GraphStyle()) -> String {
    let ring = CausalGraph(
      title: title, columns: [], nodes: nodes, links: links.compactMap { $0 })
    let drawing = CausalGraphDOT(ring, style)
    var graph = DOTGraph(name: "loop")
    graph.statements = defaults
    graph.statements += nodes.indices.map { place in
      drawing.box(nodes[place], at: Self.position(place, of: nodes.count))
    }
    graph.statements.append(centre())
    graph.statements += steps(drawing)
    return graph.text
  }

  /// The arrows of the ring; one that can be broken says so.
  func steps(_ drawing: CausalGraphDOT) -> [DOTStatement] {
    links.enumerated().compactMap { place, link in
      link.map { drawing.step($0, mark: breakMark(at: place)) }
    }
  }

  var defaults: [DOTStatement] {
    let font = DOTAttribute(.fontname, "Helvetica")
    return [
      .defaults(
        .graph,
        [
          font, .init(.layout, "neato"), .init(.inputscale, "72"), .init(.splines, "curved"),
          .init(.bgcolor, "white"),
          .init(.pad, "0.2"), .init(.outputorder, "edgesfirst"), .init(.labelloc, "b"),
          .init(.fontsize, "11"),
          .init(.tooltip, .tooltip(title)), .init(.label, .markup(caption)),
        ]),
      .defaults(
        .node,
        [
          font, .init(.fontsize, "11"), .init(.shape, "box"), .init(.style, "filled"),
          .init(.fillcolor, "white"), .init(.margin, "0.14,0.08"),
        ]),
      .defaults(.edge, [font, .init(.fontsize, "11"), .init(.arrowsize, "0.9")]),
    ]
  }

  private var caption: String {
    let heading = wrapped(title, width: 60).filter { !$0.isEmpty }.map {
      "<tr><td><font point-size=\"16\"><b>\(DOTText.markup($0))</b></font></td></tr>"
    }
    let notes = advice.flatMap { wrapped($0, width: 80) }
      .map { "<tr><td>\(DOTText.markup($0))</td></tr>" }
    let cells = (heading + notes).joined()
    return "<table border=\"0\">\(cells.isEmpty ? "<tr><td></td></tr>" : cells)</table>"
  }

  /// The words in the middle.
  func centre(named name: String = "loop-centre", shift: Int = 0) -> DOTStatement {
    let judgement = valence == .neutral ? "" : "\n\(valence.rawValue)"
    let words = wrapped(polarity.words, width: 16).joined(separator: "\n")
    return .node(
      name,
      [
        .init(.id, name), .init(.cssClass, "loop \(polarity.rawValue)"),
        .init(.label, .label("\(label.isEmpty ? "" : "\(label) ↻\n")\(words)\(judgement)")),
        .init(.shape, "plaintext"), .init(.style, ""), .init(.fontsize, "14"), .init(.pos, "\(shift),0!"),
        .init(.tooltip, .tooltip("\(polarity.words)\(judgement)")),
      ])
  }

  /// A place on the circle in points, pinned.
  static func position(_ place: Int, of count: Int, shift: Int = 0) -> String {
    let radius = Double(radius(of: count))
    let angle = Double.pi / 2 - 2 * Double.pi * Double(place) / Double(max(count, 1))
    let (x, y) = (1.35 * radius * cos(angle), radius * sin(angle))
    return "\(Int(x.rounded()) + shift),\(Int(y.rounded()))!"
  }

  static func radius(of count: Int) -> Int { max(120, 40 * count) }
}
