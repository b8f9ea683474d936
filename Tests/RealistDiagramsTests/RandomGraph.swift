import RealistAnalysis
import RealistModel
import TestSupport

/// A graph of random words in a few columns, some of them empty of links, with links in every direction.
func randomGraph(seed: UInt64, columns: Int = 8, links: Int = 40) -> CausalGraph {
  var random = SplitMix64(seed: seed)
  let roles: [CausalGraph.Role] = [
    .context, .disabling, .step, .step, .enabling, .outcome, .outcome, .impact,
  ]
  let words = "support worker trusted with tasks registered staff time supervision competencies retention"
    .split(separator: " ")
  var nodes: [CausalGraph.Node] = []
  for column in 0..<columns {
    for place in 0..<Int.random(in: 1...7, using: &random) {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        String(words.randomElement(using: &random) ?? "")
      }
      nodes.append(
        CausalGraph.Node(
          key: "f\(column)-\(place)", column: "c\(column)", role: roles[column % 8],
          text: text.joined(separator: " "), group: place > 3 ? "Later" : ""))
    }
  }
  var graph = CausalGraph(
    title: "Random \(seed)",
    columns: (0..<columns).map {
      CausalGraph.Column(key: "c\($0)", name: "Stage \($0)", role: roles[$0 % 8], isBeyondCeiling: $0 == 7)
    }, nodes: nodes)
  for _ in 0..<links {
    guard let from = nodes.randomElement(using: &random), let to = nodes.randomElement(using: &random) else {
      continue
    }
    let kinds: [CausalGraph.Link.Kind] = [
      .influence(.increases), .influence(.increases), .influence(.decreases), .condition,
    ]
    let kind = kinds.randomElement(using: &random) ?? .condition
    if graph.links.contains(where: { $0.from == from.key && $0.to == to.key && $0.kind == kind }) { continue }
    let sources = (0..<Int.random(in: 0...7, using: &random)).map { "P\($0)" }
    graph.links.append(
      CausalGraph.Link(
        from: from.key, to: to.key, kind: kind, label: from.key.hasSuffix("0") ? "a label of its own" : "",
        evidence: EvidenceTrail(sources: sources)))
  }
  return graph
}
