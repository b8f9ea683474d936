import Testing

@testable import SQLiteKit

@Suite("statements")
struct StatementTests {
  @Test("an interpolated literal in a loop is compiled once")
  func cache() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a INTEGER) STRICT")
    let before = connection.cachedStatementCount
    for number in 0..<100 { try connection.execute("INSERT INTO t VALUES (\(number))") }
    #expect(connection.cachedStatementCount == before + 1)
    #expect(try connection.int("SELECT sum(a) FROM t") == 4950)
  }

  @Test("the cache does not grow without end")
  func cacheLimit() throws {
    let connection = try Connection.inMemory()
    for number in 0..<1000 { #expect(try connection.int("SELECT \(raw: String(number))") == number) }
    #expect(connection.cachedStatementCount <= 256)
  }

  @Test("a query can run itself from inside its own rows")
  func recursion() throws {
    let connection = try Connection.inMemory()
    func pairs(_ depth: Int) throws -> [[Int]] {
      if depth == 0 { return [[]] }
      var found: [[Int]] = []
      try connection.query("SELECT value FROM json_each('[1,2]') WHERE value > \(0)") { row in
        let first = row.int(0)
        found += try pairs(depth - 1).map { [first] + $0 }
      }
      return found
    }
    #expect(try pairs(2) == [[1, 1], [1, 2], [2, 1], [2, 2]])
  }

  @Test("a statement that was left in the middle starts anew")
  func leftInTheMiddle() throws {
    struct Enough: Error {}
    let connection = try Connection.inMemory()
    let sql: SQL = "SELECT value FROM json_each('[1,2,3]')"
    #expect(throws: Enough.self) { try connection.query(sql) { _ in throw Enough() } }
    #expect(try connection.queryAll(sql) { $0.int(0) } == [1, 2, 3])
    #expect(try connection.queryOne(sql) { $0.int(0) } == 1)
    #expect(try connection.queryOne("SELECT 1 WHERE FALSE") { $0.int(0) } == nil)
  }

  @Test("a prepared statement runs with new values each time, also after a failure")
  func reuse() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT")
    let insert = try connection.prepare("INSERT INTO t VALUES (?, ?)")
    try insert.run(1, "one")
    #expect(sqliteError { try insert.run(1, "again") }?.isUniqueConstraint == true)
    #expect(sqliteError { try insert.run(2, nil as String?) }?.isConstraint == true)
    try insert.run(2, "two")
    let select = try connection.prepare("SELECT b FROM t WHERE a >= ? ORDER BY a")
    #expect(try select.queryAll(1) { $0.text(0) } == ["one", "two"])
    #expect(try select.queryAll(2) { $0.text(0) } == ["two"])
    var streamed: [String] = []
    try select.query(0) { streamed.append($0.text(0)) }
    #expect(streamed == ["one", "two"])
  }

  @Test("too few or too many values are refused")
  func parameterCount() throws {
    let connection = try Connection.inMemory()
    let select = try connection.prepare("SELECT ?, ?")
    #expect(sqliteError { try select.run(1) } == .parameterCount(expected: 2, given: 1, sql: "SELECT ?, ?"))
    #expect(sqliteError { try select.run(1, 2, 3) } != nil)
    #expect(sqliteError { try connection.execute("SELECT ?") } != nil)
  }

  @Test(
    "prepare takes exactly one statement", arguments: ["", "  ", "-- only a comment", "SELECT 1; SELECT 2"])
  func oneStatement(_ sql: String) throws {
    let connection = try Connection.inMemory()
    #expect(sqliteError { _ = try connection.prepare(sql) } == .notOneStatement(sql: sql))
    #expect(throws: Never.self) { try connection.prepare("SELECT 1;\n  ") }
  }

  @Test("a script runs every statement and names the one that fails")
  func script() throws {
    let connection = try Connection.inMemory()
    try connection.executeScript(
      """
      -- a comment; with a semicolon
      CREATE TABLE t(a TEXT NOT NULL) STRICT;;
      INSERT INTO t VALUES ('x;y'), ('é');
      CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END;
      SELECT * FROM t

      """)
    #expect(try connection.int("SELECT count(*) FROM t") == 2)
    let error = sqliteError {
      try connection.executeScript("SELECT 1; INSERT INTO t VALUES (NULL); SELECT 3")
    }
    #expect(error?.sql?.contains("INSERT INTO t VALUES (NULL)") == true)
    #expect(error?.isConstraint == true)
    #expect(
      sqliteError { try connection.executeScript("SELECT 1; SELEKT 2") }?.sql?.contains("SELEKT") == true)
    try connection.executeScript("")
  }
}
