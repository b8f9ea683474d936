import SQLiteKit
import Testing

@Suite("migrator")
struct MigratorTests {
  private static let first = Migration(
    1, "codes", script: "CREATE TABLE code(id INTEGER PRIMARY KEY) STRICT;")
  private static let second = Migration(2, "codings") { connection in
    try connection.executeScript(
      """
      CREATE TABLE coding(id INTEGER PRIMARY KEY, code INTEGER NOT NULL REFERENCES code) STRICT;
      INSERT INTO coding SELECT id, id FROM code;
      """)
  }
  private let one = Migrator(applicationID: 77, migrations: [first])
  private let two = Migrator(applicationID: 77, migrations: [first, second])

  @Test("an empty file gets every migration, without a copy before")
  func empty() throws {
    let connection = try Connection.inMemory()
    #expect(try two.state(of: connection) == .empty)
    let run = try two.migrate(connection) { _ in Issue.record("there is nothing to copy") }
    #expect(run.map(\.name) == ["codes", "codings"])
    #expect(try two.state(of: connection) == .current)
    #expect(try connection.userVersion() == 2)
    #expect(try connection.applicationID() == 77)
    #expect(try two.migrate(connection).isEmpty)
  }

  @Test("a file that lacks one gets that one, after the copy")
  func behind() throws {
    let connection = try Connection.inMemory()
    try one.migrate(connection)
    try connection.execute("INSERT INTO code VALUES (5)")
    #expect(try two.state(of: connection) == .behind(number: 1))
    var copiedAt: [[Int]] = []
    try two.migrate(connection) { number in copiedAt.append([number, try connection.userVersion()]) }
    #expect(copiedAt == [[1, 1]])
    #expect(try connection.int("SELECT code FROM coding") == 5)
    #expect(connection.enforcesForeignKeys)
  }

  @Test("a file from a newer program is refused and stays as it is")
  func newer() throws {
    try withFolder { folder in
      let path = folder + "/a.db"
      try two.migrate(try Connection(path: path, mode: .readWriteCreate))
      let before = try bytes(of: path)
      let connection = try Connection(path: path)
      #expect(sqliteError { try one.migrate(connection) } == .newer(found: 2, known: 1))
      #expect(try bytes(of: path) == before)
    }
  }

  @Test("another program's file is refused", arguments: [0, 78] as [Int32])
  func foreign(_ application: Int32) throws {
    let connection = try Connection.inMemory()
    try connection.setApplicationID(application)
    try connection.execute("CREATE TABLE other(a)")
    #expect(sqliteError { try one.migrate(connection) } == .foreignApplication(found: Int(application)))
  }

  @Test("a failing migration leaves the file unchanged, byte for byte")
  func failing() throws {
    let broken = Migration(
      2, "broken",
      script: "CREATE TABLE a(b) STRICT; INSERT INTO code VALUES (1); INSERT INTO nothing VALUES (1);")
    let dangling = Migration(2, "dangling") { connection in
      try connection.execute("CREATE TABLE c(code INTEGER NOT NULL REFERENCES code) STRICT")
      try connection.execute("INSERT INTO c VALUES (99)")
    }
    struct Refused: Error {}
    try withFolder { folder in
      let path = folder + "/a.db"
      let connection = try Connection(path: path, mode: .readWriteCreate)
      try one.migrate(connection)
      let before = try bytes(of: path)
      let migrator = Migrator(applicationID: 77, migrations: [Self.first, broken])
      #expect(sqliteError { try migrator.migrate(connection) } != nil)
      let second = Migrator(applicationID: 77, migrations: [Self.first, dangling])
      #expect(
        sqliteError { try second.migrate(connection) } == .brokenForeignKeys(migration: 2, tables: ["c"]))
      #expect(throws: Refused.self) { try two.migrate(connection) { _ in throw Refused() } }
      #expect(connection.enforcesForeignKeys)
      #expect(try one.state(of: connection) == .current)
      #expect(try bytes(of: path) == before)
    }
  }

  @Test("a table can be rebuilt while others refer to it")
  func rebuild() throws {
    let connection = try Connection.inMemory()
    try two.migrate(connection)
    try connection.executeScript("INSERT INTO code VALUES (5); INSERT INTO coding VALUES (1, 5);")
    let third = Migration(
      3, "names",
      script: """
        CREATE TABLE new(id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
        INSERT INTO new SELECT id, 'code ' || id FROM code;
        DROP TABLE code;
        ALTER TABLE new RENAME TO code;
        """)
    try Migrator(applicationID: 77, migrations: [Self.first, Self.second, third]).migrate(connection)
    #expect(try connection.text("SELECT name FROM coding JOIN code ON code.id = coding.code") == "code 5")
  }

  @Test("migrations are numbered without gaps")
  func numbers() throws {
    let connection = try Connection.inMemory()
    let migrator = Migrator(applicationID: 77, migrations: [Self.first, Migration(3, "late", script: "")])
    #expect(sqliteError { try migrator.migrate(connection) } == .migrationNumbers([1, 3]))
  }
}
