import RealistModel

extension Study {
  /// The study's own loops, by the keys of their factors.
  public func knownLoops(_ lookup: StudyLookup) -> [Set<String>: String] {
    Dictionary(
      loops.map { loop in (Set(loop.factors.compactMap { lookup.factors[$0]?.key }), loop.key) },
      uniquingKeysWith: { first, _ in first })
  }
}
