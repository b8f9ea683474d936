import RealistAnalysis

extension CausalMap {
  /// Factors deeper than a level merge into the one above them at that level (Causal Map guide, "zooming": `A; B` is B as an example of A).
  ///
  /// Where exactly one factor stands for the code above, the deeper ones merge into it. Arrows that then lead back to the factor they begin
  /// at are dropped unless they are asked for.
  func zoomed(level: Int, keepsSelfLoops: Bool) -> CausalMap {
    merged(keepsSelfLoops: keepsSelfLoops) { factor in
      factor.path.count > level ? Array(factor.path.prefix(level)) : nil
    }
  }

  /// Like ``zoomed(level:keepsSelfLoops:)``, but factors that enough sources mention stay; what is left of their siblings becomes "(other)"
  /// (Causal Map guide, "smart zoom").
  func smartZoomed(level: Int, minimumSources least: Int, keepsSelfLoops: Bool) -> CausalMap {
    let mentions = self.mentions
    let isKept = { (factor: Factor) in (mentions[factor.key]?.sources.count ?? 0) >= least }
    let deep = factors.filter { $0.path.count > level }
    let parents = Set(deep.filter(isKept).map { $0.path.prefix(level) })
    return merged(keepsSelfLoops: keepsSelfLoops) { factor in
      guard factor.path.count > level, !isKept(factor) else { return nil }
      var path = Array(factor.path.prefix(level))
      if parents.contains(factor.path.prefix(level)) { path[level - 1] += " (other)" }
      return path
    }
  }

  /// Merges each factor into the one of a path above it; `nil` leaves it as it is.
  private func merged(keepsSelfLoops: Bool, _ target: (Factor) -> [String]?) -> CausalMap {
    let targets = factors.map(target)
    var owners: [[String]: [String]] = [:]
    for (factor, target) in zip(factors, targets) where target == nil {
      owners[factor.path, default: []].append(factor.key)
    }
    var names: [String: String] = [:]
    var kept: [Factor] = []
    var made: Set<String> = []
    for (factor, target) in zip(factors, targets) {
      guard let target else {
        kept.append(factor)
        continue
      }
      let own = owners[target] ?? []
      let key = own.count == 1 ? own[0] : target.joined(separator: factor.separator)
      names[factor.key] = key
      if own.count != 1, made.insert(key).inserted {
        let label = factor.separator == "/" ? target.map(\.asPhrase).joined(separator: " / ") : key
        kept.append(
          Factor(
            key: key, label: label, path: target, separator: factor.separator, role: factor.role,
            stage: factor.stage))
      }
    }
    return renamed(factors: kept, keepsSelfLoops: keepsSelfLoops) { names[$0].map { ($0, false) } }
  }

  /// The map with factors under other keys; bundles that now say the same thing become one.
  ///
  /// - Parameter name: the new key, and whether it is the opposite of what the old one named; `nil` leaves it.
  func renamed(
    factors: [Factor], keepsSelfLoops: Bool, _ name: (String) -> (key: String, isFlipped: Bool)?
  ) -> CausalMap {
    var builder = CausalMapBuilder()
    for factor in factors { builder.add(factor) }
    for bundle in bundles {
      let (cause, effect) = (name(bundle.cause), name(bundle.effect))
      var new = bundle
      if let cause {
        new.cause = cause.key
        if cause.isFlipped { new.causeIsFlipped.toggle() }
      }
      if let effect {
        new.effect = effect.key
        if effect.isFlipped { new.effectIsFlipped.toggle() }
      }
      if new.cause == new.effect, bundle.cause != bundle.effect, !keepsSelfLoops { continue }
      for place in new.claims.indices {
        (new.claims[place].cause, new.claims[place].effect) = (new.cause, new.effect)
      }
      for place in new.against.indices {
        (new.against[place].cause, new.against[place].effect) = (new.cause, new.effect)
      }
      builder.add(new)
    }
    var map = builder.map
    map.filters = filters
    return map
  }
}
