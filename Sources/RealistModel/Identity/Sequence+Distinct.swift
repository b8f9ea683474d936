extension Sequence where Element: Hashable {
  /// Each element once, in the order in which they first occur.
  package var distinct: [Element] { distinct(by: { $0 }) }
}

extension Sequence {
  /// The first element of each key, in the order in which they first occur.
  package func distinct<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
    var seen: Set<Key> = []
    return filter { seen.insert(key($0)).inserted }
  }
}
