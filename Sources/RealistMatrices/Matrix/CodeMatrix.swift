import RealistModel

/// Codes against sources, participants, coders, questions or the values of an attribute.
///
/// - A code that two coders put on the same passage is one coding there; against coders each of the two is counted, in its own column, and
///   once in the total.
/// - Totals are counted, not added up: a participant who speaks in two sources is one participant in all.
/// - Every segment counts, also one that a correction of its source left behind in an older revision.
public struct CodeMatrix: Hashable, Sendable {
  /// What a cell counts.
  public enum Count: String, Hashable, Sendable, CaseIterable {
    /// Passages times codes.
    case codings
    /// Passages, however many codes of the row they bear.
    case segments
    case sources
    /// People who are named for the words.
    case participants
    /// Words, each once where passages overlap.
    case words
  }

  public let count: Count
  public let rows: [CodeZoom.Row]
  /// With the column of passages without a value last, where there are any.
  public let columns: [String]
  /// The totals in the last row and the last column.
  private let values: [Int]

  /// The parts of a table that a count needs, besides those of its columns.
  public static func parts(_ count: Count) -> CodingTable.Part {
    switch count {
    case .codings, .segments, .sources: []
    case .participants: .turns
    case .words: .words
    }
  }

  public subscript(row: Int, column: Int) -> Int { values[row * (columns.count + 1) + column] }
  public func rowTotal(_ row: Int) -> Int { values[row * (columns.count + 1) + columns.count] }
  public func columnTotal(_ column: Int) -> Int { self[rows.count, column] }
  public var total: Int { self[rows.count, columns.count] }

  /// Counts in one pass over the codings.
  public init(_ table: CodingTable, rows zoom: CodeZoom, columns: MatrixColumns, count: Count) {
    var cells = MatrixCells(table, zoom, columns, count)
    var hasWithout = false
    for passage in table.passages {
      cells.begin(passage)
      MatrixWalk.forEachCell(of: passage, table, zoom, columns) { code, row, column in
        if Int(column) == columns.labels.count { hasWithout = true }
        cells.add(code, row: Int(row), column: Int(column))
      }
    }
    (self.count, rows) = (count, zoom.rows)
    self.columns = columns.labels + (hasWithout ? [columns.without] : [])
    values = cells.values(withoutLastColumn: !hasWithout)
  }

  /// The passages behind a cell, by place in the table; `nil` stands for all rows or columns.
  public static func passages(
    in table: CodingTable, rows zoom: CodeZoom, columns: MatrixColumns, row: Int?, column: Int?
  ) -> [Int] {
    table.passages.indices.filter { place in
      var isThere = false
      MatrixWalk.forEachCell(of: table.passages[place], table, zoom, columns) { _, cellRow, cellColumn in
        if row.map({ $0 == Int(cellRow) }) ?? true, column.map({ $0 == Int(cellColumn) }) ?? true {
          isThere = true
        }
      }
      return isThere
    }
  }
}

/// From a passage to the cells it is counted in.
private enum MatrixWalk {
  /// Hands on code, row and column, a code once in each cell.
  @inline(__always)
  static func forEachCell(
    of passage: CodingTable.Passage, _ table: CodingTable, _ zoom: CodeZoom, _ columns: MatrixColumns,
    _ body: (_ code: Int32, _ row: Int32, _ column: Int32) -> Void
  ) {
    let isByCoder = columns.kind == .coder
    let found = isByCoder ? 0 : columns.column(of: passage)
    let column = found < 0 ? Int32(columns.labels.count) : found
    var last = Int32(-1)
    for place in passage.marks {
      let mark = table.marks[Int(place)]
      if !isByCoder, mark.code == last { continue }
      last = mark.code
      for row in zoom.rowsOfCode[Int(mark.code)] { body(mark.code, row, isByCoder ? mark.coder : column) }
    }
  }
}

/// The cells of a matrix while they are counted, totals among them.
private struct MatrixCells {
  private let count: CodeMatrix.Count
  private let (rows, width): (Int, Int)
  private let people: Int
  private var passage = CodingTable.Passage(
    segment: ID(high: 0, low: 0), source: -1, revision: 0, start: 0, end: 0)
  private var (number, text) = (Int32(0), Int32(0))
  private var values: [Int]
  /// What a cell saw last: the passage, code and passage, or source.
  private var last: [Int64]
  /// Where the words counted in a cell end, in the text of ``last``.
  private var ends: [Int32]
  private var seen: Set<UInt64> = []

  init(_ table: CodingTable, _ zoom: CodeZoom, _ columns: MatrixColumns, _ count: CodeMatrix.Count) {
    (self.count, rows, width) = (count, zoom.rows.count, columns.labels.count + 2)
    people = table.participants.count
    let size = (rows + 1) * width
    values = [Int](repeating: 0, count: size)
    last = [Int64](repeating: -1, count: size)
    ends = count == .words ? [Int32](repeating: 0, count: size) : []
  }

  mutating func begin(_ passage: CodingTable.Passage) {
    if !passage.isBeside(self.passage) { text += 1 }
    number += 1
    self.passage = passage
  }

  mutating func add(_ code: Int32, row: Int, column: Int) {
    add(code, to: row * width + column)
    add(code, to: row * width + width - 1)
    add(code, to: rows * width + column)
    add(code, to: rows * width + width - 1)
  }

  private mutating func add(_ code: Int32, to cell: Int) {
    let stamp: Int64
    switch count {
    case .codings: stamp = Int64(number) << 32 | Int64(code)
    case .segments: stamp = Int64(number)
    case .sources: stamp = Int64(passage.source)
    case .participants:
      guard passage.participant >= 0 else { return }
      if seen.insert(UInt64(cell * people) + UInt64(passage.participant)).inserted { values[cell] += 1 }
      return
    case .words: return addWords(to: cell)
    }
    guard last[cell] != stamp else { return }
    last[cell] = stamp
    values[cell] += 1
  }

  /// Passages come by place, so what is new of one lies behind the greatest end so far.
  private mutating func addWords(to cell: Int) {
    if last[cell] != Int64(text) { (last[cell], ends[cell]) = (Int64(text), 0) }
    let new = passage.words.upperBound - max(passage.words.lowerBound, ends[cell])
    guard new > 0 else { return }
    values[cell] += Int(new)
    ends[cell] = passage.words.upperBound
  }

  /// Row by row, totals last; the column of passages without a value is left out when it is empty.
  func values(withoutLastColumn: Bool) -> [Int] {
    guard withoutLastColumn else { return values }
    return values.indices.filter { $0 % width != width - 2 }.map { values[$0] }
  }
}
