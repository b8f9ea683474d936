import RealistModel

/// A ring of factors that feeds itself, with the polarity that follows from its links.
public struct LoopGraph: Hashable, Sendable {
  /// What the signs of the links make of the ring.
  public enum Polarity: String, Hashable, Sendable, CaseIterable {
    /// No or an even number of decreasing links: a change comes back stronger.
    case reinforcing
    /// An odd number: a change is damped.
    case balancing
    /// A link of the ring is missing from the graph.
    case incomplete
    /// Two factors of the ring are joined by links of both signs.
    case undecided
  }

  public var key: String
  public var title: String
  /// The evaluator's judgement.
  public var valence: Loop.Valence
  public var polarity: Polarity
  /// `R1`, `B1`: its kind and number among its kind in the study; empty when it is neither.
  public var label: String
  /// In order; the last leads back to the first.
  public var nodes: [CausalGraph.Node]
  /// The link that leaves each node, where there is one.
  public var links: [CausalGraph.Link?]
  /// What is recommended to break or keep up the ring: actor and action.
  public var recommendations: [String]

  public init(
    key: String, title: String, valence: Loop.Valence, polarity: Polarity, label: String,
    nodes: [CausalGraph.Node], links: [CausalGraph.Link?], recommendations: [String] = []
  ) {
    (self.key, self.title, self.valence, self.polarity) = (key, title, valence, polarity)
    (self.label, self.nodes, self.links, self.recommendations) = (label, nodes, links, recommendations)
  }

  /// The polarity of a ring whose steps are joined by links of these signs; an empty step is a missing link.
  public static func polarity(of steps: [Set<CausalLink.Polarity>]) -> Polarity {
    if steps.isEmpty || steps.contains(where: \.isEmpty) { return .incomplete }
    if steps.contains(where: { $0.count > 1 }) { return .undecided }
    let minus = steps.count { $0.contains(.decreases) }
    return minus.isMultiple(of: 2) ? .reinforcing : .balancing
  }
}

extension GraphMaterial {
  /// The study's loops over a graph's nodes and links, numbered R1, R2, B1 in the study's order.
  func loops(nodes: [CausalGraph.Node], links: [CausalGraph.Link]) -> [LoopGraph] {
    let byKey = Dictionary(nodes.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var counts: [String: Int] = [:]
    return study.loops.compactMap { loop in
      let keys = loop.factors.compactMap { lookup.factors[$0]?.key }
      let ring = keys.compactMap { byKey[$0] }
      guard ring.count == loop.factors.count, !ring.isEmpty else { return nil }
      let joins = keys.indices.map { position in
        links.filter {
          $0.from == keys[position] && $0.to == keys[(position + 1) % keys.count] && $0.polarity != nil
        }
      }
      let polarity = LoopGraph.polarity(of: joins.map { Set($0.compactMap(\.polarity)) })
      let letter = polarity == .reinforcing ? "R" : polarity == .balancing ? "B" : ""
      counts[letter, default: 0] += 1
      return LoopGraph(
        key: loop.key, title: loop.title, valence: loop.valence, polarity: polarity,
        label: letter.isEmpty ? "" : "\(letter)\(counts[letter, default: 0])", nodes: ring,
        links: joins.map(\.first), recommendations: recommendations(for: loop))
    }
  }

  private func recommendations(for loop: Loop) -> [String] {
    study.recommendations.filter { $0.loops.contains(loop.id) }
      .map { $0.actor.isEmpty ? $0.action : "\($0.actor): \($0.action)" }
  }
}
