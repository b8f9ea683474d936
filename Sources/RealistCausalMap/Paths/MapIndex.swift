/// A map with factors as numbers, for searching: one step for each pair of factors that a bundle joins, whatever its sign.
///
/// Bundles that transmit nothing (`despite`) are left out. Steps are in the order of the factors.
struct MapIndex {
  struct Step: Hashable {
    var target: Int
    /// Places in the map's bundles.
    var bundles: [Int]
  }

  let keys: [String]
  let places: [String: Int]
  let steps: [[Step]]
  /// The factors from which a step leads to each factor.
  let origins: [[Int]]

  /// - Parameter isKept: which bundles count.
  init(_ map: CausalMap, _ isKept: (CausalMap.Bundle) -> Bool = { _ in true }) {
    let keys = map.factors.map(\.key)
    let places = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var found = Array(repeating: [Int: [Int]](), count: keys.count)
    for (place, bundle) in map.bundles.enumerated() where bundle.transmits && isKept(bundle) {
      guard let from = places[bundle.cause], let to = places[bundle.effect] else { continue }
      found[from][to, default: []].append(place)
    }
    var origins = Array(repeating: [Int](), count: keys.count)
    for (from, targets) in found.enumerated() { for to in targets.keys { origins[to].append(from) } }
    (self.keys, self.places) = (keys, places)
    self.origins = origins.map { $0.sorted() }
    steps = found.map { targets in
      targets.keys.sorted().map { Step(target: $0, bundles: targets[$0] ?? []) }
    }
  }

  var order: Int { keys.count }

  func step(from: Int, to: Int) -> Step? { steps[from].first { $0.target == to } }

  /// How many steps lead from the nearest of some factors to each; `nil` where no way does.
  func distances(from starts: [Int]) -> [Int?] { spread(starts) { steps[$0].map(\.target) } }

  /// How many steps lead from each factor to the nearest of some; `nil` where no way does.
  func distances(to ends: [Int]) -> [Int?] { spread(ends) { origins[$0] } }

  private func spread(_ starts: [Int], _ next: (Int) -> [Int]) -> [Int?] {
    var distances = [Int?](repeating: nil, count: order)
    var front = starts
    for start in starts { distances[start] = 0 }
    var steps = 0
    while !front.isEmpty {
      steps += 1
      var reached: [Int] = []
      for place in front {
        for other in next(place) where distances[other] == nil {
          distances[other] = steps
          reached.append(other)
        }
      }
      front = reached
    }
    return distances
  }
}
