import RealistModel

extension CausalMap {
  /// The key of the factor that a name means: its key, else the end of a path (`service/retention`), else its label or key in any case.
  ///
  /// - Throws: ``MapError/unknownFactor(_:nearest:)`` or ``MapError/ambiguousFactor(_:candidates:)``.
  public func key(named name: String) throws(MapError) -> String {
    if self[name] != nil { return name }
    let folded = name.trimmed.lowercased()
    let tries: [(Factor) -> Bool] = [
      { $0.key.hasSuffix("/\(name)") || $0.key.hasSuffix("; \(name)") },
      { $0.key.lowercased() == folded || $0.label.lowercased() == folded },
    ]
    for matches in tries {
      let found = factors.filter(matches).map(\.key)
      if found.count == 1 { return found[0] }
      if found.count > 1 { throw .ambiguousFactor(name, candidates: found) }
    }
    let candidates = factors.map(\.key) + factors.filter { $0.label != $0.key }.map(\.label)
    throw .unknownFactor(name, nearest: Suggestion.nearest(to: name, in: candidates))
  }

  /// The keys of several names, each once.
  public func keys(named names: [String]) throws(MapError) -> [String] {
    var keys: [String] = []
    for name in names {
      let key = try key(named: name)
      if !keys.contains(key) { keys.append(key) }
    }
    return keys
  }
}
