import RealistModel
import SQLiteKit

/// Somebody else's SQLite file: nothing in it is trusted, nothing of it is run, and nothing is written, not even beside it.
///
/// The domain's own SQL is in RealistStore alone; what stands here and in the readers of Taguette, QualCoder and RQDA are the tables of those
/// programs.
struct ForeignDatabase {
  let file: String
  private let connection: Connection
  /// The plain tables; a view or a virtual table that calls itself one is none.
  private let tables: Set<String>

  init(path: String, file: String) throws(ExchangeError) {
    self.file = file
    do {
      connection = try Connection(path: path, mode: .immutable, trust: .stranger)
      tables = Set(
        try connection.queryAll(
          """
          SELECT name
          FROM sqlite_master
          WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'
          """
        ) { $0.text(0) })
    } catch {
      throw Self.error(error, file)
    }
  }

  private static func error(_ error: any Error, _ file: String) -> ExchangeError {
    guard let error = error as? SQLiteError else {
      return .database(file: file, message: "the database cannot be read")
    }
    if error.isNotADatabase { return .notAProject(file: file) }
    if case .notUTF8 = error { return .database(file: file, message: "a text in the database is not UTF-8") }
    return .database(file: file, message: error.failure?.message ?? error.message)
  }

  func has(_ table: String) -> Bool { tables.contains(table) }

  func has(_ names: [String]) -> Bool { names.allSatisfy(tables.contains) }

  /// The rows of a table in the order of their keys; none when there is no such table.
  func rows<Value>(
    _ table: String, _ body: (borrowing Row, ForeignColumns) throws -> Value?
  ) throws(ExchangeError) -> [Value] {
    guard tables.contains(table) else { return [] }
    do {
      var values: [Value] = []
      var columns: ForeignColumns?
      try connection.query("SELECT * FROM \(identifier: table) ORDER BY rowid") { row in
        let known = columns ?? ForeignColumns(row)
        columns = known
        if let value = try body(row, known) { values.append(value) }
      }
      return values
    } catch {
      throw Self.error(error, file)
    }
  }
}

/// Where the columns of a table are: versions of a program have different ones.
struct ForeignColumns {
  private var places: [String: Int] = [:]

  init(_ row: borrowing Row) {
    for place in 0..<row.columnCount { places[row.name(place).lowercased()] = place }
  }

  /// A text; empty for NULL and for a column that there is not.
  func text(_ row: borrowing Row, _ name: String) throws -> String {
    guard let place = places[name], !row.isNull(place) else { return "" }
    return try row.validText(place)
  }

  func number(_ row: borrowing Row, _ name: String) -> Int? {
    guard let place = places[name], !row.isNull(place) else { return nil }
    return row.int(place)
  }

  /// A number for people; `?` where there is none.
  func shown(_ row: borrowing Row, _ name: String) -> String { number(row, name).map(String.init) ?? "?" }

  func isNull(_ row: borrowing Row, _ name: String) -> Bool { places[name].map { row.isNull($0) } ?? true }
}
