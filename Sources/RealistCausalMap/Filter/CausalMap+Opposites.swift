extension CausalMap {
  /// A factor and its opposite as one, under the name of the factor that has no opposite itself (Causal Map guide, "opposites"). The sign of
  /// a bundle stays what was said; ``Bundle/effectivePolarity`` turns it round where one end was flipped. Of two that name each other the
  /// one that is named first stays.
  func combiningOpposites() -> CausalMap {
    let known = Set(factors.map(\.key))
    var tree = FlipTree()
    for factor in factors {
      if let opposite = factor.opposite, opposite != factor.key, known.contains(opposite) {
        tree.attach(factor.key, to: opposite)
      }
    }
    return renamed(factors: factors.filter { !tree.isAttached($0.key) }, keepsSelfLoops: true) { key in
      tree.isAttached(key) ? tree.root(of: key) : nil
    }
  }
}

/// Names that stand for the opposite of other names, down to names that stand for themselves.
private struct FlipTree {
  private var parents: [String: String] = [:]

  func isAttached(_ key: String) -> Bool { parents[key] != nil }

  /// The name at the end, and whether it means the opposite.
  func root(of key: String) -> (key: String, isFlipped: Bool) {
    var (key, isFlipped) = (key, false)
    while let parent = parents[key] { (key, isFlipped) = (parent, !isFlipped) }
    return (key, isFlipped)
  }

  /// Says that a name is the opposite of another, unless that would lead back to itself.
  mutating func attach(_ key: String, to other: String) {
    if parents[key] == nil, root(of: other).key != key { parents[key] = other }
  }
}
