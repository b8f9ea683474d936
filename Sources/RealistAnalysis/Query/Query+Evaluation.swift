import RealistModel

extension Expression {
  /// The passages of the table that are meant.
  func set(in table: CodingTable) -> PassageSet {
    switch self {
    case .all(let parts):
      return parts.dropFirst().reduce(parts[0].set(in: table)) { $0.intersection($1.set(in: table)) }
    case .any(let parts):
      return parts.dropFirst().reduce(parts[0].set(in: table)) { $0.union($1.set(in: table)) }
    case .not(let part): return part.set(in: table).complement
    case .relation(let left, let relation, let right, let isNegated):
      let left = left.set(in: table)
      let found = PassageSet(
        table.passages(left.places, relation, right.set(in: table).places), of: table.passages.count)
      return isNegated ? left.intersection(found.complement) : found
    case .code(let term): return PassageSet(of: table) { term.holds($0, in: table) }
    case .coding(let condition):
      return PassageSet(of: table) { passage in
        table.marks[passage.marks].contains { condition.holds($0, in: table) }
      }
    case .speaker(let condition): return Expression.speaker(condition, in: table)
    case .question(let test):
      return PassageSet(of: table) { passage in
        test.holds(passage.question < 0 ? nil : .text(table.questions[Int(passage.question)]))
      }
    }
  }

  /// A condition is asked once of each person in each source.
  private static func speaker(_ condition: Condition, in table: CodingTable) -> PassageSet {
    var known: [UInt64: Bool] = [:]
    return PassageSet(of: table) { passage in
      let key =
        UInt64(UInt32(bitPattern: passage.participant)) << 32 | UInt64(UInt32(bitPattern: passage.source))
      if let answer = known[key] { return answer }
      let answer = condition.holds(
        participant: passage.participant < 0 ? nil : table.participants[Int(passage.participant)],
        source: table.sources[Int(passage.source)])
      known[key] = answer
      return answer
    }
  }
}

extension Expression.CodeTerm {
  fileprivate func holds(_ passage: CodingTable.Passage, in table: CodingTable) -> Bool {
    for mark in table.marks[passage.marks] {
      if let codes, !codes.contains(Int(mark.code)) { continue }
      if condition?.holds(mark, in: table) ?? true { return true }
    }
    return false
  }
}

/// Some of the passages of a table, a bit each.
struct PassageSet: Hashable {
  private let count: Int
  private var words: [UInt64]

  init(of table: CodingTable, where holds: (CodingTable.Passage) -> Bool) {
    self.init([], of: table.passages.count)
    for (place, passage) in table.passages.enumerated() where holds(passage) { insert(place) }
  }

  init(_ places: [Int], of count: Int) {
    (self.count, words) = (count, [UInt64](repeating: 0, count: (count + 63) / 64))
    for place in places { insert(place) }
  }

  private mutating func insert(_ place: Int) { words[place / 64] |= 1 << UInt64(place % 64) }

  func union(_ other: PassageSet) -> PassageSet { joined(other, |) }
  func intersection(_ other: PassageSet) -> PassageSet { joined(other, &) }

  var complement: PassageSet {
    var copy = self
    for place in words.indices { copy.words[place] = ~words[place] }
    if count % 64 > 0 { copy.words[words.count - 1] &= 1 << UInt64(count % 64) - 1 }
    return copy
  }

  /// Ascending.
  var places: [Int] {
    var places: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        places.append(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return places
  }

  private func joined(_ other: PassageSet, _ join: (UInt64, UInt64) -> UInt64) -> PassageSet {
    var copy = self
    for place in words.indices { copy.words[place] = join(words[place], other.words[place]) }
    return copy
  }
}
