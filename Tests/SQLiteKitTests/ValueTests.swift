import SQLiteKit
import Testing

@Suite("values")
struct ValueTests {
  private enum Bearing: String, SQLValueConvertible {
    case supports, refutes
  }

  static let values: [SQLValue] = [
    .null, .integer(0), .integer(.min), .integer(.max), .real(0.1), .real(-.infinity),
    .real(.leastNonzeroMagnitude),
    .text(""),
    .text("plain"), .text("e\u{301} ≠ \u{e9}, 👨‍👩‍👧 لف م"), .text(String(repeating: "long 🙂 ", count: 10_000)),
    .blob([]),
    .blob([0, 255, 0]), .blob([UInt8](repeating: 7, count: 100_000)),
  ]

  @Test("every value comes back as it was", arguments: values)
  func roundTrip(_ value: SQLValue) throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(v ANY) STRICT")
    try connection.execute("INSERT INTO t VALUES (\(value))")
    #expect(try connection.queryOne("SELECT v FROM t") { $0.value(0) } == value)
    let insert = try connection.prepare("INSERT INTO t VALUES (?)")
    try insert.run(value)
    #expect(try connection.queryAll("SELECT v FROM t") { $0.value(0) } == [value, value])
    #expect(try connection.int("SELECT count(*) FROM t WHERE v IS \(value)") == 2)
  }

  @Test("typed readers answer what typed values bound")
  func typed() throws {
    let connection = try Connection.inMemory()
    let select = try connection.prepare("SELECT ?, ?, ?, ?, ?, ?, ?, ?")
    let none: Int? = nil
    let found = try select.queryOne(
      42, true, 1.5, "né", [1, 2] as [UInt8], none, Bearing.refutes, "sub"[...]
    ) { row in
      #expect(row.int(0) == 42)
      #expect(row.bool(1) == true)
      #expect(row.double(2) == 1.5)
      #expect(row.text(3) == "né")
      #expect(row.blob(4) == [1, 2])
      #expect(row.withBlob(4) { $0.count } == 2)
      #expect(row.withText(3) { Array($0) } == Array("né".utf8))
      #expect(
        row.isNull(5) && row.optionalInt(5) == nil && row.optionalText(5) == nil && row.optionalBlob(5) == nil
      )
      #expect(row.optionalText(6) == "refutes")
      #expect(row.text(7) == "sub")
      #expect(row.columnCount == 8)
      return true
    }
    #expect(found == true)
  }

  @Test("sixteen bytes are bound and read in the order of their halves")
  func identifiers() throws {
    let connection = try Connection.inMemory()
    let select = try connection.prepare("SELECT ?1, hex(?1), x'00'")
    try select.bind(high: 0x0102_0304_0506_0708, low: 0xF0F1_F2F3_F4F5_F6F7, at: 1)
    #expect(try select.step())
    #expect(select.row.text(1) == "0102030405060708F0F1F2F3F4F5F6F7")
    #expect(select.row.uuid(0)?.high == 0x0102_0304_0506_0708)
    #expect(select.row.uuid(0)?.low == 0xF0F1_F2F3_F4F5_F6F7)
    #expect(select.row.uuid(2) == nil)
  }

  @Test("text with U+0000 and NaN are refused, not changed")
  func unrepresentable() throws {
    let connection = try Connection.inMemory()
    let nul = sqliteError { try connection.execute("SELECT \(1), \("a\0b")") }
    #expect(nul == .unrepresentable(.nulInText, parameter: 2, sql: "SELECT ?, ?"))
    let nan = sqliteError { try connection.execute("SELECT \(Double.nan)") }
    #expect(nan == .unrepresentable(.notANumber, parameter: 1, sql: "SELECT ?"))
  }

  @Test("stored bytes that are not UTF-8 are refused by validText only")
  func notUTF8() throws {
    let connection = try Connection.inMemory()
    let statement = try connection.prepare("SELECT 'fine', CAST(x'61e9' AS TEXT)")
    #expect(try statement.step())
    #expect(try statement.row.validText(0) == "fine")
    #expect(statement.row.text(1) == "a\u{FFFD}")
    #expect(sqliteError { _ = try statement.row.validText(1) } == .notUTF8(column: 1, sql: statement.sql))
  }

  @Test("two spellings of one character are two values")
  func spelling() {
    #expect(SQLValue.text("e\u{301}") != .text("\u{e9}"))
    #expect(Set<SQLValue>([.text("e\u{301}"), .text("\u{e9}"), .integer(0), .null]).count == 4)
  }
}
