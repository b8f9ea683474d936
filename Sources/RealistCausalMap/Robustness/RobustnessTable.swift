/// The robustness between all pairs of factors.
public struct RobustnessTable: Hashable, Sendable {
  /// The keys of the factors, in the map's order.
  public let factors: [String]
  /// Row by row: from the row's factor to the column's; 0 from a factor to itself.
  private let flows: [Int32]
  private let counts: [Int32]

  init(factors: [String], flows: [Int32], counts: [Int32]) {
    (self.factors, self.flows, self.counts) = (factors, flows, counts)
  }

  /// By citations, from the factor at one place to that at another.
  public func citations(from: Int, to: Int) -> Int { Int(flows[from * factors.count + to]) }

  /// By sources: how many have a complete path of their own.
  public func sources(from: Int, to: Int) -> Int { Int(counts[from * factors.count + to]) }
}

extension CausalMap {
  /// The robustness between all pairs.
  ///
  /// - Complexity: at worst a maximum flow for each pair. Most pairs are settled without one: see ``FlowTable``.
  public func robustnessTable() -> RobustnessTable {
    let index = MapIndex(self)
    var flows = FlowTable(order: index.order, capacities: capacities(index))
    flows.settleAll()
    return RobustnessTable(
      factors: index.keys, flows: flows.low, counts: pathCounts(index.order, index.places))
  }

  /// For each pair, how many sources have a way of their own.
  private func pathCounts(_ order: Int, _ places: [String: Int]) -> [Int32] {
    var bySource: [String: [Int: Set<Int>]] = [:]
    for bundle in bundles where bundle.transmits {
      guard let from = places[bundle.cause], let to = places[bundle.effect] else { continue }
      for claim in bundle.claims { bySource[claim.source, default: [:]][from, default: []].insert(to) }
    }
    var counts = [Int32](repeating: 0, count: order * order)
    var seen = [Int](repeating: -1, count: order)
    var (mark, queue) = (0, [Int]())
    for (_, steps) in bySource {
      let own = steps.mapValues(Array.init)
      for start in own.keys {
        mark += 1
        queue = [start]
        seen[start] = mark
        var read = 0
        while read < queue.count {
          for other in own[queue[read]] ?? [] where seen[other] != mark {
            seen[other] = mark
            counts[start * order + other] += 1
            queue.append(other)
          }
          read += 1
        }
      }
    }
    return counts
  }
}
