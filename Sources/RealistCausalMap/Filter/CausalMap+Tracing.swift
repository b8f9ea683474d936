extension CausalMap {
  /// What is within some steps of some factors, along or against the arrows, whatever their kind.
  func focused(on keys: [String], steps: Int) -> CausalMap {
    var neighbours: [String: [String]] = [:]
    for bundle in bundles {
      neighbours[bundle.cause, default: []].append(bundle.effect)
      neighbours[bundle.effect, default: []].append(bundle.cause)
    }
    var (near, front) = (Set(keys), keys)
    for _ in 0..<steps where !front.isEmpty {
      front = front.flatMap { neighbours[$0] ?? [] }.filter { near.insert($0).inserted }
    }
    return keepingFactors(near)
  }

  /// The bundles on ways from some factors to others (Causal Map guide, "trace paths"). A way may pass a factor twice; with a bound on its
  /// length, a bundle stays when some way over it is short enough.
  func traced(from: [String], to: [String], steps: Int?, keepsOtherLinks: Bool) -> CausalMap {
    let index = MapIndex(self)
    let starts = from.compactMap { index.places[$0] }
    let ends = to.compactMap { index.places[$0] }
    let (ahead, behind) = (index.distances(from: starts), index.distances(to: ends))
    func length(_ cause: Int, _ effect: Int) -> Int? {
      guard let before = ahead[cause], let after = behind[effect] else { return nil }
      return before + 1 + after
    }
    let isOnWay = { (bundle: Bundle) -> Bool in
      guard bundle.transmits, let cause = index.places[bundle.cause],
        let effect = index.places[bundle.effect],
        let length = length(cause, effect)
      else { return false }
      return steps.map { length <= $0 } ?? true
    }
    var map = self
    map.bundles = bundles.filter(isOnWay)
    let kept = Set(map.bundles.flatMap { [$0.cause, $0.effect] }).union(from).union(to)
    if keepsOtherLinks { return keepingFactors(kept) }
    return map.keepingFactors(kept)
  }

  /// The claims of the sources that make it all the way, on their way.
  func threaded(from: [String], to: [String]) -> CausalMap {
    var kept: Set<Claim> = []
    for source in sources {
      let own = keepingClaims { $0.source == source }
        .traced(from: from, to: to, steps: nil, keepsOtherLinks: false)
      if own.bundles.isEmpty { continue }
      kept.formUnion(own.claims)
    }
    let map = keepingClaims { kept.contains($0) }
    return map.keepingFactors(
      Set(map.bundles.flatMap { [$0.cause, $0.effect] }).union(from).union(to))
  }
}
