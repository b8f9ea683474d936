/// Codes and categories of a database, put into an order in which parents come first.
struct CategoryTree {
  private var codes: [ForeignCode] = []
  private var places: [GUID: Int] = [:]

  mutating func add(_ code: ForeignCode) {
    places[code.guid] = codes.count
    codes.append(code)
  }

  /// Parents before children; a parent that there is not is none.
  ///
  /// - Throws: ``ExchangeError/cycle(file:code:)``.
  func ordered(file: String) throws(ExchangeError) -> [ForeignCode] {
    var result: [ForeignCode] = []
    var done: Set<GUID> = []
    for code in codes {
      var chain: [ForeignCode] = []
      var next: ForeignCode? = code
      while let one = next, !done.contains(one.guid) {
        guard !chain.contains(where: { $0.guid == one.guid }), chain.count < codes.count else {
          throw .cycle(file: file, code: code.name)
        }
        chain.append(one)
        next = one.parent.flatMap { places[$0].map { codes[$0] } }
      }
      for one in chain.reversed() where done.insert(one.guid).inserted { result.append(one) }
    }
    return result
  }
}
