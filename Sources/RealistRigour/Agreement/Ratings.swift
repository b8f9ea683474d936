/// What each coder judged each unit to be: a table of units × coders, with judgements missing where there are none.
///
/// Units that were judged alike are kept once, with how many they are, so that the positions of long texts cost nothing.
public struct Ratings: Hashable, Sendable {
  /// Units with the same judgements.
  public struct Unit: Hashable, Sendable {
    /// By coder: the place of the value in ``Ratings/values``; `nil` where the coder did not judge.
    public var ratings: [Int?]
    /// How many there are.
    public var count: Int

    public init(_ ratings: [Int?], count: Int = 1) { (self.ratings, self.count) = (ratings, count) }
  }

  public let coders: Int
  /// The categories, ascending; of nominal data the numbers are names.
  public let values: [Double]
  public let units: [Unit]

  /// - Throws: ``RigourError/raggedRatings(unit:count:coders:)`` and ``RigourError/unknownValue(unit:)``.
  public init(coders: Int, values: [Double], units: [Unit]) throws(RigourError) {
    for (number, unit) in units.enumerated() {
      guard unit.ratings.count == coders else {
        throw .raggedRatings(unit: number + 1, count: unit.ratings.count, coders: coders)
      }
      guard unit.count >= 0, unit.ratings.allSatisfy({ $0.map(values.indices.contains) ?? true }) else {
        throw .unknownValue(unit: number + 1)
      }
    }
    self.init(valid: units, coders: coders, values: values)
  }

  init(valid units: [Unit], coders: Int, values: [Double]) {
    (self.coders, self.values, self.units) = (coders, values, units)
  }

  /// Of numbers, a row a unit; the categories are the numbers that occur.
  public init(numbers rows: [[Double?]]) throws(RigourError) {
    let values = Set(rows.joined().compactMap(\.self)).sorted()
    let places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    try self.init(
      coders: rows.first?.count ?? 0, values: values,
      units: rows.map { row in Unit(row.map { value in value.flatMap { places[$0] } }) })
  }

  /// Of names, a row a unit; the categories are the names that occur, in order of the alphabet.
  public init(names rows: [[String?]]) throws(RigourError) {
    let names = Set(rows.joined().compactMap(\.self)).sorted()
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    try self.init(
      coders: rows.first?.count ?? 0, values: names.indices.map(Double.init),
      units: rows.map { row in Unit(row.map { value in value.flatMap { places[$0] } }) })
  }

  /// How many units there are.
  public var unitCount: Int { units.reduce(0) { $0 + $1.count } }

  /// How many judgements stand in units that at least two coders judged: Krippendorff's n.
  public var pairableCount: Int {
    units.reduce(0) { sum, unit in
      let judged = unit.ratings.count { $0 != nil }
      return judged < 2 ? sum : sum + judged * unit.count
    }
  }

  /// How many judgements are missing.
  public var missingCount: Int {
    units.reduce(0) { $0 + $1.ratings.count { $0 == nil } * $1.count }
  }

  /// How many judgements of a unit fell on each value.
  func tally(_ unit: Unit) -> (counts: [Double], judged: Double) {
    var counts = [Double](repeating: 0, count: values.count)
    for case let value? in unit.ratings { counts[value] += 1 }
    return (counts, counts.reduce(0, +))
  }

  /// The units of two coders as a table of counts, those that both judged.
  ///
  /// - Throws: ``Undefined/notTwoCoders(_:)``.
  public func crossTable() throws(Undefined) -> CrossTable {
    guard coders == 2 else { throw .notTwoCoders(coders) }
    var cells = [[Int]](repeating: [Int](repeating: 0, count: values.count), count: values.count)
    for unit in units {
      if let first = unit.ratings[0], let second = unit.ratings[1] { cells[first][second] += unit.count }
    }
    return CrossTable(valid: cells, values: values)
  }

  /// The same units with one value against all others together.
  public func collapsed(to value: Int) -> Ratings {
    let units = units.map { unit in
      Unit(unit.ratings.map { $0.map { $0 == value ? 1 : 0 } }, count: unit.count)
    }
    return Ratings(valid: units, coders: coders, values: [0, 1])
  }
}
