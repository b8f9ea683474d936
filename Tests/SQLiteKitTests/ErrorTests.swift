import SQLiteKit
import Testing

@Suite("errors")
struct ErrorTests {
  static let secret = "Marta said so"

  static let failures: [SQL] = [
    "INSERT INTO t VALUES (1, \(secret))",
    "INSERT INTO t VALUES (2, \(secret)), (2, \(secret))",
    "INSERT INTO t VALUES (\(secret), 'x')",
    "UPDATE t SET b = \(secret)",
    "SELECT * FROM words WHERE words MATCH \("\"" + secret)",
    "SELECT * FROM words WHERE words MATCH \(secret + " (")",
    "SELECT * FROM words WHERE words MATCH \("Marta : x")",
    "SELECT * FROM words WHERE words MATCH \("*Marta")",
    "SELECT * FROM words WHERE words MATCH \("NEAR(a b, Marta)")",
    "SELECT json_extract('{}', \(secret))",
    "SELECT json(\(secret))",
    "SELECT fails(\(secret))",
    "INSERT INTO t VALUES (9, \("Marta\0"))",
    "SELECT nothing FROM t WHERE b = \(secret)",
    "SELECT abs(\(Int64.min)) FROM t WHERE b = \(secret) OR 1",
  ]

  @Test("errors hold no bound value", arguments: failures)
  func noValues(_ sql: SQL) throws {
    struct Told: Error { let text: String }
    let connection = try Connection.inMemory()
    try connection.executeScript(
      """
      CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT NOT NULL CHECK (length(b) < 5)) STRICT;
      INSERT INTO t VALUES (1, 'x');
      CREATE VIRTUAL TABLE words USING fts5(text);
      """)
    try connection.createFunction("fails", arguments: 1) { throw Told(text: "\($0)") }
    let error = try #require(sqliteError { try connection.query(sql) { _ in } })
    #expect(!"\(error) \(error.message) \(error.hint ?? "")".contains("Marta"))
    var dumped = ""
    dump(error, to: &dumped)
    #expect(!dumped.contains("Marta"))
    #expect(error.sql == sql.text)
  }

  @Test("codes are told apart")
  func codes() throws {
    let connection = try Connection.inMemory()
    try connection.executeScript(
      "CREATE TABLE p(a INTEGER PRIMARY KEY) STRICT; CREATE TABLE c(a REFERENCES p);")
    let foreign = sqliteError { try connection.execute("INSERT INTO c VALUES (1)") }
    #expect(foreign?.isForeignKeyConstraint == true && foreign?.isUniqueConstraint == false)
    #expect(foreign?.failure?.code == 19 && foreign?.failure?.extendedCode == 787)
    try connection.execute("INSERT INTO p VALUES (1)")
    let unique = sqliteError { try connection.execute("INSERT INTO p VALUES (1)") }
    #expect(unique?.isUniqueConstraint == true && unique?.isForeignKeyConstraint == false)
    #expect(unique?.message == "UNIQUE constraint failed: p.a")
    #expect(unique?.isBusy == false && unique?.isFull == false)
  }

  @Test("a full database is told as full and undone")
  func full() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a BLOB) STRICT")
    try connection.execute("PRAGMA max_page_count = 20")
    let error = sqliteError {
      try connection.transaction {
        for _ in 0..<100 { try connection.execute("INSERT INTO t VALUES (zeroblob(4000))") }
      }
    }
    #expect(error?.isFull == true)
    #expect(!connection.isInTransaction)
    #expect(try connection.int("SELECT count(*) FROM t") == 0)
  }
}
