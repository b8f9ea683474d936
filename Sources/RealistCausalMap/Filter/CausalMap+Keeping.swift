extension CausalMap {
  /// The map with some of its bundles. A factor goes with its last bundle; one that never had any stays.
  func keepingBundles(_ isKept: (Bundle) -> Bool) -> CausalMap { replacing(bundles.filter(isKept)) }

  /// The map with some of its claims. A bundle goes with its last claim, and so do those that never had any: nobody of those who are left
  /// says it.
  func keepingClaims(_ isKept: (Claim) -> Bool) -> CausalMap {
    replacing(
      bundles.compactMap { bundle in
        var bundle = bundle
        bundle.claims.removeAll { !isKept($0) }
        bundle.against.removeAll { !isKept($0) }
        return bundle.claims.isEmpty ? nil : bundle
      })
  }

  /// The map of some of its factors and the bundles among them.
  func keepingFactors(_ keys: Set<String>) -> CausalMap {
    var map = self
    map.factors.removeAll { !keys.contains($0.key) }
    map.bundles.removeAll { !keys.contains($0.cause) || !keys.contains($0.effect) }
    return map
  }

  private func replacing(_ kept: [Bundle]) -> CausalMap {
    let before = Set(bundles.flatMap { [$0.cause, $0.effect] })
    let after = Set(kept.flatMap { [$0.cause, $0.effect] })
    var map = self
    map.bundles = kept
    map.factors.removeAll { before.contains($0.key) && !after.contains($0.key) }
    return map
  }

  /// The bundles with the most sources, then the most citations, then the first mentioned.
  func keepingTopBundles(_ count: Int) -> CausalMap {
    let sizes = bundles.map { (sources: $0.sources.count, citations: $0.citations) }
    let ranked = bundles.indices.sorted { left, right in
      (sizes[right].sources, sizes[right].citations, left)
        < (sizes[left].sources, sizes[left].citations, right)
    }
    let kept = Set(ranked.prefix(count))
    return replacing(bundles.indices.filter(kept.contains).map { bundles[$0] })
  }

  /// The factors that the most sources mention at either end of a bundle, then the most citations, then the first in order.
  func keepingTopFactors(_ count: Int) -> CausalMap {
    let mentions = self.mentions
    let ranked = factors.indices.sorted { left, right in
      let (one, other) = (mentions[factors[left].key], mentions[factors[right].key])
      return (other?.sources.count ?? 0, other?.citations ?? 0, left)
        < (one?.sources.count ?? 0, one?.citations ?? 0, right)
    }
    return keepingFactors(Set(ranked.prefix(count).map { factors[$0].key }))
  }

  /// Who mentions each factor, at either end of a bundle.
  var mentions: [String: (sources: Set<String>, citations: Int)] {
    var result: [String: (sources: Set<String>, citations: Int)] = [:]
    for bundle in bundles {
      let sources = bundle.claims.map(\.source)
      for key in Set([bundle.cause, bundle.effect]) {
        result[key, default: ([], 0)].sources.formUnion(sources)
        result[key, default: ([], 0)].citations += bundle.citations
      }
    }
    return result
  }
}
