/// How well the evidence holds two factors together.
///
/// By citations: "how many pieces of evidence (individual mentions of individual links) would have to be deleted so that there is no longer any
/// path", the maximum flow with the citations of each bundle as capacities (CausalMapFunctions, `calculate_robustness`; Ford & Fulkerson
/// 1956). By sources: how many sources have a complete path of their own. Both are for comparisons within one map, and no measure of an effect.
public struct Robustness: Hashable, Sendable {
  /// The keys of the factors it starts from and leads to.
  public var from: [String]
  public var to: [String]
  public var citations: Int
  /// The names of the sources with a complete path of their own.
  public var sources: [String]
  /// A smallest set of bundles whose citations hold the two together, as cause and effect; empty where nothing does.
  public var cut: [CausalMap.Bundle]
}

extension CausalMap {
  /// The robustness between some factors and others, each side taken as one (a super-origin and a super-target).
  ///
  /// - Throws: ``MapError`` for an unknown factor.
  public func robustness(from: [String], to: [String]) throws(MapError) -> Robustness {
    let (from, to) = (try keys(named: from), try keys(named: to))
    guard Set(from).isDisjoint(with: to), !from.isEmpty, !to.isEmpty else {
      return Robustness(from: from, to: to, citations: 0, sources: [], cut: [])
    }
    let index = MapIndex(self)
    var capacities = self.capacities(index) + [[:], [:]]
    let (origin, target) = (index.order, index.order + 1)
    let everything = capacities.reduce(1) { $0 + $1.values.reduce(0, +) }
    for key in from { capacities[origin][index.places[key] ?? 0] = everything }
    for key in to { capacities[index.places[key] ?? 0][target] = everything }
    var network = FlowNetwork(order: index.order + 2, capacities: capacities)
    let flow = Int(
      network.flow(
        from: origin, to: target, limit: Int32.max, reached: Array(repeating: 1, count: index.order + 2)[...])
    )
    let cut = bundles.filter { bundle in
      guard bundle.transmits, bundle.citations > 0, let cause = index.places[bundle.cause],
        let effect = index.places[bundle.effect]
      else { return false }
      return !network.isBehindCut(cause) && network.isBehindCut(effect)
    }
    return Robustness(
      from: from, to: to, citations: flow, sources: sourcesAllTheWay(from: from, to: to),
      cut: flow == 0 ? [] : cut)
  }

  /// The sources that have a way of their own, by name.
  func sourcesAllTheWay(from: [String], to: [String]) -> [String] {
    sources.filter { source in
      let index = MapIndex(ownClaims(of: source))
      let distances = index.distances(from: from.compactMap { index.places[$0] })
      return to.contains { index.places[$0].flatMap { distances[$0] } != nil }
    }
  }

  /// The citations from each factor to each other.
  func capacities(_ index: MapIndex) -> [[Int: Int]] {
    index.steps.map { steps in
      Dictionary(
        uniqueKeysWithValues: steps.map { step in
          (step.target, step.bundles.reduce(0) { $0 + bundles[$1].citations })
        })
    }
  }
}
