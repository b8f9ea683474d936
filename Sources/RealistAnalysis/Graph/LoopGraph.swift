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

  /// A step of the ring that can be broken.
  public struct Break: Hashable, Sendable {
    /// Of the step, in ``LoopGraph/links``.
    public var place: Int
    /// Actor and action of what would do it; empty where nothing is recommended yet.
    public var recommendation: String
    /// As it is numbered in the figure, from 1.
    public var number: Int
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
  /// What is recommended to break or keep up the ring beside what ``breaks`` name: actor and action.
  public var recommendations: [String]
  /// Where the ring can be broken.
  public var breaks: [Break]

  public init(
    key: String, title: String, valence: Loop.Valence, polarity: Polarity, label: String,
    nodes: [CausalGraph.Node], links: [CausalGraph.Link?], recommendations: [String] = [],
    breaks: [Break] = []
  ) {
    (self.key, self.title, self.valence, self.polarity) = (key, title, valence, polarity)
    (self.label, self.nodes, self.links) = (label, nodes, links)
    (self.recommendations, self.breaks) = (recommendations, breaks)
  }

  /// What the figure says of a step: `break 1`, or nothing.
  public func breakMark(at place: Int) -> String? {
    let numbers = breaks.filter { $0.place == place }.map(\.number)
    return numbers.isEmpty ? nil : "break \(numbers.map(String.init).joined(separator: ", "))"
  }

  /// What stands below the figure: each break with what would do it, then what else is recommended.
  public var advice: [String] {
    breaks.filter { !$0.recommendation.isEmpty }.map { "Break \($0.number): \($0.recommendation)" }
      + recommendations.map { "Recommended: \($0)" }
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
      let breaks = breaks(of: loop)
      return LoopGraph(
        key: loop.key, title: loop.title, valence: loop.valence, polarity: polarity,
        label: letter.isEmpty ? "" : "\(letter)\(counts[letter, default: 0])", nodes: ring,
        links: joins.map(\.first), recommendations: recommendations(for: loop), breaks: breaks)
    }
  }

  private func breaks(of loop: Loop) -> [LoopGraph.Break] {
    loop.breaks.enumerated().compactMap { offset, one in
      guard
        let place = loop.factors.indices.first(where: {
          loop.factors[$0] == one.from && loop.factors[($0 + 1) % loop.factors.count] == one.to
        })
      else { return nil }
      let advice = study.recommendations.first { $0.id == one.recommendation }
      return LoopGraph.Break(
        place: place, recommendation: advice.map(Self.words) ?? "", number: offset + 1)
    }
  }

  private func recommendations(for loop: Loop) -> [String] {
    let breaking = Set(loop.breaks.compactMap(\.recommendation))
    return study.recommendations.filter { $0.loops.contains(loop.id) && !breaking.contains($0.id) }
      .map(Self.words)
  }

  private static func words(_ recommendation: Recommendation) -> String {
    recommendation.actor.isEmpty
      ? recommendation.action : "\(recommendation.actor): \(recommendation.action)"
  }
}
