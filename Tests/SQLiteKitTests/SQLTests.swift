import SQLiteKit
import Testing

@Suite("SQL literal")
struct SQLTests {
  @Test("an interpolated value is bound, never spliced")
  func binds() throws {
    let name = "x'; DROP TABLE code; --"
    let absent: String? = nil
    let present: Int? = 4
    let sql: SQL = "INSERT INTO code VALUES (\(name), \(absent), \(present), \(2.5), \(true))"
    #expect(sql.text == "INSERT INTO code VALUES (?, ?, ?, ?, ?)")
    #expect(sql.values == [.text(name), .null, .integer(4), .real(2.5), .integer(1)])
  }

  @Test("splicing is spelled out and keeps the order of the values")
  func splices() {
    let inner: SQL = "b = \(2)"
    let sql: SQL =
      "SELECT \(raw: "count(*)") FROM \(identifier: "a\"b") WHERE a = \(1) AND \(sql: inner) AND c = \(3)"
    #expect(sql.text == "SELECT count(*) FROM \"a\"\"b\" WHERE a = ? AND b = ? AND c = ?")
    #expect(sql.values == [.integer(1), .integer(2), .integer(3)])
    #expect(("x = \(1)" as SQL) + " AND y" == "x = \(1) AND y")
  }

  @Test("a list binds each of its values", arguments: [[], [7], [1, 2, 3]])
  func lists(_ numbers: [Int]) throws {
    let connection = try Connection.inMemory()
    let found = try connection.queryAll(
      "SELECT value FROM json_each('[1,2,3,7]') WHERE value IN \(list: numbers)"
    ) { $0.int(0) }
    #expect(found == numbers)
  }
}
