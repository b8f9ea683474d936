import RealistAnalysis
import RealistModel

/// A ring of factors, each of which leads to the next.
public struct MapLoop: Hashable, Sendable {
  /// The keys, beginning at the factor that stands first in the map; the last leads back to the first.
  public var factors: [String]
  /// What joins each factor to the next: all bundles between the two.
  public var steps: [[CausalMap.Bundle]]

  public init(factors: [String], steps: [[CausalMap.Bundle]]) {
    (self.factors, self.steps) = (factors, steps)
  }

  /// Reinforcing with an even number of minus links, zero counts; balancing with an odd one; undecided where a step has both signs.
  public var polarity: LoopGraph.Polarity {
    LoopGraph.polarity(of: steps.map { Set($0.map(\.effectivePolarity)) })
  }

  /// Who says every step, sorted.
  public var threads: [String] { MapPath(factors: factors, steps: steps).threads }

  /// The citations of its weakest step.
  public var weakest: Int { steps.map { $0.reduce(0) { $0 + $1.citations } }.min() ?? 0 }
}

/// The loops of a map, shortest first, up to a bound.
public struct MapLoops: Hashable, Sendable {
  public var loops: [MapLoop]
  public var end: SearchEnd

  public init(loops: [MapLoop], end: SearchEnd) { (self.loops, self.end) = (loops, end) }

  /// `R1`, `B1`, … for each loop, numbered by kind in order; empty for one that is neither.
  public var labels: [String] {
    var counts: [String: Int] = [:]
    return loops.map { loop in
      let letter = loop.polarity == .reinforcing ? "R" : loop.polarity == .balancing ? "B" : ""
      counts[letter, default: 0] += 1
      return letter.isEmpty ? "" : "\(letter)\(counts[letter, default: 0])"
    }
  }
}

extension CausalMap {
  /// All elementary cycles, by length, then by the order of the factors. Arrows of two signs between the same two factors are one step.
  ///
  /// - Complexity: in each strongly connected part, O((c + n)(k − 1)(d + k)) for c cycles of at most k steps over n factors of mean degree d
  ///   (Gupta & Suzumura 2021, arXiv 2105.10094; with no bound it is the algorithm of Johnson 1975, SIAM J. Comput. 4:77–84).
  public func loops(within bound: SearchBound = SearchBound(length: 12)) -> MapLoops {
    let index = MapIndex(self)
    let (cycles, end) = CycleSearch.cycles(index, within: bound)
    let loops = cycles.map { cycle in
      let ring = path(of: cycle + cycle.prefix(1), index)
      return MapLoop(factors: Array(ring.factors.dropLast()), steps: ring.steps)
    }
    return MapLoops(loops: loops, end: end)
  }
}
