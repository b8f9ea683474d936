/// What can be counted on a map (the metrics table of the Causal Map app; definitions as in igraph and networkx).
public struct MapMetrics: Hashable, Sendable {
  /// How many factors.
  public var order: Int
  /// How many bundles, `despite` among them.
  public var size: Int
  public var despite: Int
  /// Pairs of factors that at least one transmitting bundle joins; what the measures below count as arrows.
  public var pairs: Int
  public var citations: Int
  public var sources: Int
  /// Factors without any arrow.
  public var isolated: Int
  /// Parts that no arrow joins, direction aside.
  public var components: Int
  /// Parts in which every factor leads to every other, of two factors and more.
  public var loopParts: Int
  /// The share of arrows whose opposite direction is there too; arrows from a factor to itself aside.
  public var reciprocity: Double?
  /// The longest of the shortest ways, over pairs that have one.
  public var diameter: Int?
  /// The mean length of the shortest ways, over pairs that have one.
  public var meanDistance: Double?
  /// Ordered pairs of factors of which the first leads to the second by some way.
  public var connectedPairs: Int

  /// Bundles for each factor; `nil` in an empty map.
  public var linksPerFactor: Double? { order == 0 ? nil : Double(size) / Double(order) }
  /// Citations for each bundle; `nil` without one.
  public var citationsPerLink: Double? { size == 0 ? nil : Double(citations) / Double(size) }
  /// Arrows as a share of all there could be; `nil` below two factors.
  public var density: Double? { order < 2 ? nil : Double(pairs) / Double(order * (order - 1)) }
}

extension CausalMap {
  /// The metrics of the map.
  ///
  /// - Complexity: O(factors × pairs), one breadth-first search for each factor.
  public var metrics: MapMetrics {
    let index = MapIndex(self)
    let arrows = index.steps.enumerated().flatMap { from, steps in
      steps.map { (from, $0.target) }.filter { $0.0 != $0.1 }
    }
    var (longest, total, connected) = (0, 0, 0)
    for start in 0..<index.order {
      for case let distance? in index.distances(from: [start]) where distance > 0 {
        longest = max(longest, distance)
        total += distance
        connected += 1
      }
    }
    let mutual = arrows.count { from, to in index.step(from: to, to: from) != nil }
    let parts = StrongParts(index.steps.map { $0.map(\.target) })
    return MapMetrics(
      order: factors.count, size: bundles.count, despite: bundles.count { $0.kind == .despite },
      pairs: arrows.count, citations: bundles.reduce(0) { $0 + $1.citations }, sources: sources.count,
      isolated: isolated, components: components, loopParts: parts.sizes.count { $0 > 1 },
      reciprocity: arrows.isEmpty ? nil : Double(mutual) / Double(arrows.count),
      diameter: connected == 0 ? nil : longest,
      meanDistance: connected == 0 ? nil : Double(total) / Double(connected), connectedPairs: connected)
  }

  private var isolated: Int {
    let linked = Set(bundles.flatMap { [$0.cause, $0.effect] })
    return factors.count { !linked.contains($0.key) }
  }

  private var components: Int {
    var neighbours: [String: [String]] = [:]
    for bundle in bundles {
      neighbours[bundle.cause, default: []].append(bundle.effect)
      neighbours[bundle.effect, default: []].append(bundle.cause)
    }
    var (seen, count) = (Set<String>(), 0)
    for factor in factors where seen.insert(factor.key).inserted {
      count += 1
      var queue = [factor.key]
      while let key = queue.popLast() {
        for other in neighbours[key] ?? [] where seen.insert(other).inserted { queue.append(other) }
      }
    }
    return count
  }
}
