import SQLiteKit
import Testing

private struct Stop: Error {}

@Suite("transactions")
struct TransactionTests {
  private func numbers(_ connection: Connection) throws -> [Int] {
    try connection.queryAll("SELECT a FROM t ORDER BY a") { $0.int(0) }
  }

  private func connectionWithTable() throws -> Connection {
    let connection = try Connection.inMemory()
    try connection.execute(
      "CREATE TABLE t(a INTEGER PRIMARY KEY, b INTEGER REFERENCES t DEFERRABLE INITIALLY DEFERRED)")
    return connection
  }

  @Test("what returns is kept, what throws is undone")
  func commitAndRollBack() throws {
    let connection = try connectionWithTable()
    let answer = try connection.transaction {
      try connection.execute("INSERT INTO t(a) VALUES (1)")
      return connection.isInTransaction
    }
    #expect(answer)
    #expect(throws: Stop.self) {
      try connection.transaction(.deferred) {
        try connection.execute("INSERT INTO t(a) VALUES (2)")
        throw Stop()
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try numbers(connection) == [1])
  }

  @Test("an inner transaction undoes its own part only")
  func nested() throws {
    let connection = try connectionWithTable()
    try connection.transaction {
      try connection.execute("INSERT INTO t(a) VALUES (1)")
      try? connection.transaction {
        try connection.execute("INSERT INTO t(a) VALUES (2)")
        try connection.savepoint { try connection.execute("INSERT INTO t(a) VALUES (3)") }
        throw Stop()
      }
      try connection.transaction { try connection.execute("INSERT INTO t(a) VALUES (4)") }
      #expect(connection.isInTransaction)
    }
    #expect(try numbers(connection) == [1, 4])
  }

  @Test("a commit that fails is undone and told")
  func failingCommit() throws {
    let connection = try connectionWithTable()
    let error = sqliteError {
      try connection.transaction { _ = try connection.execute("INSERT INTO t VALUES (1, 99)") }
    }
    #expect(error?.isForeignKeyConstraint == true)
    #expect(!connection.isInTransaction)
    #expect(try numbers(connection) == [])
  }

  @Test("an error inside does not hide behind the rollback")
  func rollbackBySQLite() throws {
    let connection = try connectionWithTable()
    let error = sqliteError {
      try connection.transaction {
        try connection.execute("INSERT INTO t(a) VALUES (1)")
        try connection.execute("INSERT OR ROLLBACK INTO t(a) VALUES (1)")
      }
    }
    #expect(error?.isUniqueConstraint == true)
    #expect(try numbers(connection) == [])
  }

  @Test(
    "two connections: the second writer is told that the file is busy, a reader is not",
    .timeLimit(.minutes(1)))
  func busy() throws {
    try withFolder { folder in
      let path = folder + "/a.db"
      let first = try Connection(path: path, mode: .readWriteCreate)
      #expect(try first.setJournalMode(.wal) == "wal")
      try first.execute("CREATE TABLE t(a INTEGER) STRICT")
      let second = try Connection(path: path, busyTimeout: 1)
      try first.transaction {
        try first.execute("INSERT INTO t VALUES (1)")
        let error = sqliteError { try second.transaction { _ = Issue.record("it got the lock") } }
        #expect(error?.isBusy == true)
        #expect(error?.hint != nil)
        #expect(try second.int("SELECT count(*) FROM t") == 0)
      }
      try second.transaction { try second.execute("INSERT INTO t VALUES (2)") }
      #expect(try first.int("SELECT count(*) FROM t") == 2)
    }
  }

  @Test("a reader that wants to write an outdated view is told, and a fresh start works")
  func outdated() throws {
    try withFolder { folder in
      let first = try Connection(path: folder + "/a.db", mode: .readWriteCreate)
      try first.setJournalMode(.wal)
      try first.execute("CREATE TABLE t(a INTEGER) STRICT")
      let second = try Connection(path: folder + "/a.db", busyTimeout: 1)
      let version = try first.dataVersion()
      let error = sqliteError {
        try first.transaction(.deferred) {
          _ = try first.int("SELECT count(*) FROM t")
          try second.execute("INSERT INTO t VALUES (1)")
          try first.execute("INSERT INTO t VALUES (2)")
        }
      }
      #expect(error?.isBusy == true)
      #expect(try first.dataVersion() != version)
      try first.transaction { try first.execute("INSERT INTO t VALUES (3)") }
      #expect(try second.queryAll("SELECT a FROM t") { $0.int(0) } == [1, 3])
    }
  }
}
