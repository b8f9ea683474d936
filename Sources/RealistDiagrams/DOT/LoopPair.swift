import RealistAnalysis

/// A ring as it was and as it became, side by side: the vicious and the virtuous version of the same loop.
public struct LoopPair: Hashable, Sendable {
  public var before: LoopGraph
  public var after: LoopGraph

  public init(before: LoopGraph, after: LoopGraph) { (self.before, self.after) = (before, after) }

  public var title: String { "Before: \(before.title). After: \(after.title)" }

  /// Both rings in the DOT language, before on the left; factors of both stand in each.
  public func dot(style: GraphStyle = GraphStyle()) -> String {
    let (left, right) = (before.prefixed("before/"), numbered.prefixed("after/"))
    let both = CausalGraph(
      title: title, columns: [], nodes: left.nodes + right.nodes,
      links: (left.links + right.links).compactMap { $0 })
    let drawing = CausalGraphDOT(both, style)
    let width = 135 * (LoopGraph.radius(of: left.nodes.count) + LoopGraph.radius(of: right.nodes.count)) / 100
    var frame = before
    frame.title = title
    frame.breaks = before.breaks + numbered.breaks
    frame.recommendations =
      before.recommendations + after.recommendations.filter { !before.recommendations.contains($0) }
    var graph = DOTGraph(name: "loops")
    graph.statements = frame.defaults
    for (ring, shift, name) in [(left, 0, "before-centre"), (right, width + 340, "after-centre")] {
      graph.statements += ring.nodes.indices.map { place in
        drawing.box(ring.nodes[place], at: LoopGraph.position(place, of: ring.nodes.count, shift: shift))
      }
      graph.statements.append(ring.centre(named: name, shift: shift))
      graph.statements += ring.steps(drawing)
    }
    return graph.text
  }

  /// The later ring with its breaks counted on from those of the earlier one.
  private var numbered: LoopGraph {
    var ring = after
    for place in ring.breaks.indices { ring.breaks[place].number += before.breaks.count }
    return ring
  }

  /// Both rings as one Mermaid flowchart.
  public func mermaid(style: GraphStyle = GraphStyle()) -> String {
    let rings = [("before", "Before", before), ("after", "After", after)].map { key, heading, ring in
      (CausalGraph.Column(key: key, name: "\(heading): \(ring.title)", role: .step), ring.prefixed("\(key)/"))
    }
    let nodes = rings.flatMap { column, ring in
      ring.nodes.map { node in
        var member = node
        member.column = column.key
        return member
      }
    }
    return CausalGraph(
      title: title, columns: rings.map(\.0), nodes: nodes,
      links: rings.flatMap { $0.1.links.compactMap { $0 } }
    ).mermaid(style: style)
  }

  /// Both rings in words, and which factors only one of them has.
  public var words: String {
    let (old, new) = (before.nodes.map(\.text), after.nodes.map(\.text))
    let lost = old.filter { !new.contains($0) }
    let gained = new.filter { !old.contains($0) }
    var lines = ["Before", before.words, "After", after.words]
    if !lost.isEmpty { lines.append("Only before: \(lost.joined(separator: "; "))") }
    if !gained.isEmpty { lines.append("Only after: \(gained.joined(separator: "; "))") }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension LoopGraph {
  /// The ring with other keys, so that two rings of the same factors can stand in one figure.
  fileprivate func prefixed(_ prefix: String) -> LoopGraph {
    var ring = self
    for place in ring.nodes.indices { ring.nodes[place].key = prefix + ring.nodes[place].key }
    ring.links = ring.links.map { link in
      guard var link else { return nil }
      (link.from, link.to) = (prefix + link.from, prefix + link.to)
      return link
    }
    return ring
  }
}
