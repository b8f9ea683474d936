import RealistAnalysis
import RealistModel

/// How often passages of one code meet passages of another.
///
/// - A passage is a segment that bears the code, however many coders put it there: two coders who coded the same words are one passage.
/// - A pair is a passage of one code and a passage of the other in the same text that overlap, of which the first lies within the second, or
///   that stand near each other. A passage that bears both codes is one pair.
/// - The diagonal holds the number of passages of the code.
public struct CoOccurrence: Hashable, Sendable {
  /// When two passages meet.
  public enum Measure: Hashable, Sendable {
    /// They share at least one character.
    case overlap
    /// The passage of the row lies within that of the column, or is the same.
    case containment
    /// At most so many words, or turns, lie between them: 0 turns is the same turn, 1 the next. Overlapping ones are near.
    case near(Int, DistanceUnit)
  }

  public let measure: Measure
  public let rows: [CodeZoom.Row]
  private let pairs: [Int]
  private let sources: [Int]

  /// The parts of a table that a measure needs.
  public static func parts(_ measure: Measure) -> CodingTable.Part {
    switch measure {
    case .overlap, .containment: []
    case .near(_, .words): .words
    case .near(_, .turns): .turns
    }
  }

  /// Counts all pairs by sweeping over each text once: the cost is the number of passages times the number of rows, and does not grow
  /// with the square of the passages however they pile up. Only containment looks at every passage that is open at a place.
  public init(_ table: CodingTable, rows zoom: CodeZoom, measure: Measure) {
    var sweep = PairSweep(table, zoom, measure)
    for text in table.texts { sweep.count(text) }
    (self.measure, rows) = (measure, zoom.rows)
    (pairs, sources) = (sweep.pairs, sweep.sources)
  }

  /// The passages behind a cell, by place in the table: those of either row that meet one of the other.
  public static func passages(
    in table: CodingTable, rows zoom: CodeZoom, measure: Measure, row: Int, column: Int
  ) -> [Int] {
    let (own, other) = (zoom.passages(of: row, in: table), zoom.passages(of: column, in: table))
    guard row != column else { return own }
    let (there, back): (PassageRelation, PassageRelation) =
      switch measure {
      case .overlap: (.overlaps, .overlaps)
      case .containment: (.within, .encloses)
      case .near(let distance, let unit): (.near(distance, unit), .near(distance, unit))
      }
    return Set(table.passages(own, there, other)).union(table.passages(other, back, own)).sorted()
  }

  /// The number of pairs; on the diagonal the number of passages of the code.
  public subscript(row: Int, column: Int) -> Int { pairs[row * rows.count + column] }

  /// In how many sources there is such a pair; on the diagonal how many sources speak of the code.
  public func sources(_ row: Int, _ column: Int) -> Int { sources[row * rows.count + column] }

  /// How many passages bear the code of a row.
  public func passages(_ row: Int) -> Int { self[row, row] }

  /// The c-coefficient n12 / (n1 + n2 − n12) of pairs and passages, as ATLAS.ti defines it ("Code Co-Occurrence Tools", c-coefficient).
  ///
  /// 0 for codes that never meet. As there, it passes 1 where one passage meets several; `nil` where nothing bears either code, or where
  /// pairs make up all the passages of both.
  public func coefficient(_ row: Int, _ column: Int) -> Double? {
    let both = self[row, column]
    let either = passages(row) + passages(column) - both
    return either > 0 ? Double(both) / Double(either) : nil
  }
}

/// Counts pairs, one text after the other.
private struct PairSweep {
  private let table: CodingTable
  private let zoom: CodeZoom
  private let measure: CoOccurrence.Measure
  private let size: Int
  private let (ruler, distance): (Ruler, Int)
  private(set) var pairs: [Int]
  private(set) var sources: [Int]
  private var lastSource: [Int32]
  /// How many open passages bear each row, and the rows of which there are any.
  private var open: [Int]
  private var openRows: [Int] = []

  init(_ table: CodingTable, _ zoom: CodeZoom, _ measure: CoOccurrence.Measure) {
    (self.table, self.zoom, self.measure, size) = (table, zoom, measure, zoom.rows.count)
    if case .near(let distance, let unit) = measure {
      (ruler, self.distance) = (Ruler(unit), distance)
    } else {
      (ruler, distance) = (.characters, 0)
    }
    pairs = [Int](repeating: 0, count: size * size)
    sources = pairs
    lastSource = [Int32](repeating: -1, count: size * size)
    open = [Int](repeating: 0, count: size)
  }

  /// - Parameter places: the passages of one text, in order.
  mutating func count(_ places: Range<Int>) {
    let bearers = places.map { (place: $0, rows: zoom.rows(of: table.marks[table.passages[$0].marks])) }
      .filter { !$0.rows.isEmpty }
    guard measure != .containment else { return countContained(bearers) }
    let byLimit = bearers.indices.map { index in
      (limit: Int(ruler.reach(table.passages[bearers[index].place])) + distance, index: index)
    }.sorted { $0.limit < $1.limit }
    var closed = 0
    for (place, rows) in bearers {
      let begin = Int(ruler.begin(table.passages[place]))
      while closed < byLimit.count, byLimit[closed].limit < begin {
        for row in bearers[byLimit[closed].index].rows { close(Int(row)) }
        closed += 1
      }
      let source = table.passages[place].source
      meet(rows, source)
      within(rows, source)
      for row in rows {
        if open[Int(row)] == 0 { openRows.append(Int(row)) }
        open[Int(row)] += 1
      }
    }
    for row in openRows { open[row] = 0 }
    openRows.removeAll(keepingCapacity: true)
  }

  private mutating func close(_ row: Int) {
    open[row] -= 1
    if open[row] == 0, let place = openRows.firstIndex(of: row) {
      openRows.swapAt(place, openRows.count - 1)
      openRows.removeLast()
    }
  }

  /// Pairs of a new passage with all that are open.
  private mutating func meet(_ rows: [Int32], _ source: Int32) {
    for other in openRows {
      for row in rows where Int(row) != other {
        add(open[other], Int(row), other, source)
        add(open[other], other, Int(row), source)
      }
    }
  }

  /// Pairs within one passage, and the passage itself.
  private mutating func within(_ rows: [Int32], _ source: Int32) {
    for row in rows {
      for other in rows { add(1, Int(row), Int(other), source) }
    }
  }

  private mutating func countContained(_ bearers: [(place: Int, rows: [Int32])]) {
    var open: [Int] = []
    for (index, bearer) in bearers.enumerated() {
      let passage = table.passages[bearer.place]
      open.removeAll { table.passages[bearers[$0].place].end <= passage.start }
      for outer in open where table.passages[bearers[outer].place].end >= passage.end {
        for row in bearer.rows {
          for other in bearers[outer].rows where other != row {
            add(1, Int(row), Int(other), passage.source)
          }
        }
      }
      within(bearer.rows, passage.source)
      open.append(index)
    }
  }

  private mutating func add(_ count: Int, _ row: Int, _ other: Int, _ source: Int32) {
    let cell = row * size + other
    pairs[cell] += count
    guard lastSource[cell] != source else { return }
    lastSource[cell] = source
    sources[cell] += 1
  }
}
