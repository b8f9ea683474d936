import RealistAnalysis
import RealistModel

/// What shows when the pointer rests on a box or an arrow: what it says, where it is used, and the quotes.
enum GraphTooltips {
  static func text(_ node: CausalGraph.Node, style: GraphStyle) -> String {
    var lines = [node.text] + node.details
    lines += node.uses.map { "\($0.place): \($0.text)" }
    lines += node.assumptions.map { "Assumes: \($0)" } + node.indicators.map { "Seen by: \($0)" }
    return (lines + evidence(node.evidence, style: style)).joined(separator: "\n")
  }

  static func text(_ link: CausalGraph.Link, in graph: CausalGraph, style: GraphStyle) -> String {
    let (from, to) = (graph.node(link.from)?.text ?? link.from, graph.node(link.to)?.text ?? link.to)
    var lines = [GraphWords.sentence(link, from: from, to: to)]
    lines += link.conditions.map { "In the context \($0.place): \($0.text)" }
    return (lines + evidence(link.evidence, style: style)).joined(separator: "\n")
  }

  /// The counts and the quotes, each with its attribution, what it speaks to and how.
  static func evidence(_ trail: EvidenceTrail, style: GraphStyle) -> [String] {
    guard !trail.isEmpty else { return [] }
    let quotes = trail.selection(limit: style.quotes)
    let rest = trail.quotes.count - quotes.count
    return [GraphWords.counts(trail)] + quotes.map(quote)
      + (rest > 0 ? ["… and \(counted(rest, "more quote"))"] : [])
  }

  static func quote(_ quote: EvidenceTrail.Quote) -> String {
    var marks: [String] = []
    if quote.bearing != .supports { marks.append(quote.bearing.rawValue) }
    if quote.standing != .observed { marks.append(quote.standing.rawValue) }
    if quote.place.hasPrefix("CMO") { marks.append(quote.place) }
    let tail = marks.isEmpty ? "" : " [\(marks.joined(separator: ", "))]"
    return "“\(quote.words)” \(quote.attribution)\(tail)"
  }
}
