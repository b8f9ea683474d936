import Foundation
import SQLiteKit
import Testing

@Suite("maintenance")
struct MaintenanceTests {
  @Test("a copy has everything that is committed, also what is still in the WAL file")
  func copies() throws {
    try withFolder { folder in
      let connection = try Connection(path: folder + "/a.db", mode: .readWriteCreate)
      try connection.setJournalMode(.wal)
      try connection.execute("CREATE TABLE t(a INTEGER) STRICT")
      try connection.execute("INSERT INTO t VALUES (1)")
      try connection.backUp(to: folder + "/b.db")
      try connection.vacuum(into: folder + "/c 'd.db")
      for name in ["b.db", "c 'd.db"] {
        let copy = try Connection(path: folder + "/" + name, mode: .readOnly)
        #expect(try copy.int("SELECT count(*) FROM t") == 1)
        #expect(try copy.integrityCheck().isEmpty)
      }
      #expect(sqliteError { try connection.vacuum(into: folder + "/b.db") } != nil)
      #expect(sqliteError { try connection.backUp(to: folder + "/none/e.db") }?.isCantOpen == true)
    }
  }

  @Test("a checkpoint moves the WAL file's pages into the database; deleted text is gone after vacuum")
  func checkpoint() throws {
    try withFolder { folder in
      let path = folder + "/a.db"
      let connection = try Connection(path: path, mode: .readWriteCreate)
      try connection.setJournalMode(.wal)
      try connection.execute("CREATE TABLE t(a TEXT) STRICT")
      try connection.execute("INSERT INTO t VALUES (\("the words of a person"))")
      #expect(try bytes(of: path + "-wal").count > 0)
      try connection.checkpoint()
      #expect(try bytes(of: path + "-wal").isEmpty)
      let words = Data("the words of a person".utf8)
      #expect(try Data(bytes(of: path)).range(of: words) != nil)
      try connection.execute("DELETE FROM t")
      try connection.vacuum()
      try connection.checkpoint()
      #expect(try Data(bytes(of: path)).range(of: words) == nil)
    }
  }

  @Test(
    "an interrupt from another thread ends the statement and undoes its transaction", .timeLimit(.minutes(1)))
  func interrupt() throws {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t(a INTEGER) STRICT")
    let handle = connection.interruptHandle
    let thread = Thread {
      while !Thread.current.isCancelled {
        handle.interrupt()
        usleep(1_000)
      }
    }
    thread.start()
    var error: SQLiteError?
    while error == nil {
      error = sqliteError {
        try connection.transaction {
          try connection.execute("INSERT INTO t VALUES (1)")
          _ = try connection.int(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
        }
      }
    }
    thread.cancel()
    #expect(error?.isInterrupted == true)
    #expect(!connection.isInTransaction)
    while (try? connection.int("SELECT count(*) FROM t")) == nil {}
    #expect(try connection.int("SELECT count(*) FROM t") == 0)
  }

  @Test("an interrupt after the connection is gone does nothing")
  func lateInterrupt() throws {
    let handle = try Connection.inMemory().interruptHandle
    handle.interrupt()
  }

  @Test("a function of the program is called from SQL")
  func function() throws {
    let connection = try Connection.inMemory()
    try connection.createFunction("reversed", arguments: 1) { arguments in
      guard case .text(let text) = arguments[0] else { return arguments[0] }
      return .text(String(text.reversed()))
    }
    try connection.createFunction("arity", arguments: nil) { .integer(Int64($0.count)) }
    #expect(try connection.text("SELECT reversed(\("añb🙂"))") == "🙂bña")
    #expect(try connection.blob("SELECT reversed(x'0001')") == [0, 1])
    #expect(try connection.text("SELECT reversed(NULL)") == nil)
    #expect(try connection.int("SELECT arity(1, 2.5, 'x')") == 3)
  }

  @Test("the statements that ran are recorded with placeholders, those of triggers are not")
  func statements() throws {
    let connection = try Connection.inMemory()
    try connection.executeScript(
      """
      CREATE TABLE t(a INTEGER) STRICT;
      CREATE TABLE log(a INTEGER) STRICT;
      CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO log VALUES (NEW.a); END;
      """)
    let (result, statements) = try connection.recordingStatements {
      for number in 0..<2 { try connection.execute("INSERT INTO t VALUES (\(number))") }
      return try connection.int("SELECT count(*) FROM log")
    }
    #expect(result == 2)
    #expect(
      statements == ["INSERT INTO t VALUES (?)", "INSERT INTO t VALUES (?)", "SELECT count(*) FROM log"])
    #expect(try connection.recordingStatements {}.statements.isEmpty)
  }
}
