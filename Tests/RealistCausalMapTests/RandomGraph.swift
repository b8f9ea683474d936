import RealistCausalMap
import RealistModel
import TestSupport

/// A small random graph whose arcs are claims of a few sources.
struct RandomGraph {
  let seed: UInt64
  let order: Int
  /// From, to, capacity.
  let arcs: [[Int]]
  let claims: [Claim]

  init(seed: UInt64, order limit: Int = 9) {
    var random = SplitMix64(seed: seed)
    let order = Int.random(in: 2...limit, using: &random)
    let density = Double.random(in: 0.05...0.45, using: &random)
    let isAcyclic = seed % 5 == 0
    var (arcs, claims) = ([[Int]](), [Claim]())
    for from in 0..<order {
      for to in 0..<order where Double.random(in: 0..<1, using: &random) < density {
        if from == to, seed % 7 != 0 { continue }
        if isAcyclic, from >= to { continue }
        let count = Int.random(in: 1...4, using: &random)
        arcs.append([from, to, count])
        for _ in 0..<count {
          claims.append(
            Claim(
              source: "S\(Int.random(in: 1...5, using: &random))", cause: "f\(from)", effect: "f\(to)",
              polarity: Bool.random(using: &random) ? .increases : .decreases))
        }
      }
    }
    (self.seed, self.order, self.arcs, self.claims) = (seed, order, arcs, claims)
  }

  var map: CausalMap {
    var map = CausalMap(claims: claims)
    let known = Dictionary(uniqueKeysWithValues: map.factors.map { ($0.key, $0) })
    map.factors = (0..<order).map { known["f\($0)"] ?? CausalMap.Factor(key: "f\($0)") }
    return map
  }

  func place(_ key: String) -> Int { Int(key.dropFirst()) ?? -1 }

  /// All simple paths of claims of one source, or of all, found by trying every order of factors.
  func bruteForcePaths(from: Int, to: Int, source: String? = nil) -> [[Int]] {
    var joined: Set<[Int]> = []
    for claim in claims where source == nil || claim.source == source {
      joined.insert([place(claim.cause), place(claim.effect)])
    }
    var (found, front) = ([[Int]](), [[from]])
    while !front.isEmpty {
      var longer: [[Int]] = []
      for path in front {
        for node in 0..<order where !path.contains(node) && joined.contains([path[path.count - 1], node]) {
          if node == to { found.append(path + [node]) } else { longer.append(path + [node]) }
        }
      }
      front = longer
    }
    return found.sorted { ($0.count, "\($0)") < ($1.count, "\($1)") }
  }

  /// The least capacity that has to go so that nothing leads from one node to another: every way to part the nodes is tried.
  func bruteForceCut(from: Int, to: Int) -> Int {
    (0..<(1 << order)).filter { $0 & (1 << from) != 0 && $0 & (1 << to) == 0 }.map { side in
      arcs.filter { side & (1 << $0[0]) != 0 && side & (1 << $0[1]) == 0 }.reduce(0) { $0 + $1[2] }
    }.min() ?? 0
  }
}
