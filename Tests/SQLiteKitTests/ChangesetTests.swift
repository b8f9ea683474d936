import SQLiteKit
import Testing

/// A code with its codings and memos: one reference of each kind.
private func makeStudy() throws -> Connection {
  let connection = try Connection.inMemory()
  try connection.executeScript(
    """
    CREATE TABLE code(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, colour TEXT) STRICT;
    CREATE TABLE coding(id INTEGER PRIMARY KEY, code INTEGER NOT NULL REFERENCES code(id) ON DELETE CASCADE) STRICT;
    CREATE TABLE memo(id INTEGER PRIMARY KEY, code INTEGER REFERENCES code ON DELETE SET NULL, text TEXT) STRICT;
    CREATE TABLE place(a INTEGER, b INTEGER, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
    CREATE TABLE visit(id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES place) STRICT;
    CREATE INDEX coding_code ON coding(code);
    CREATE VIRTUAL TABLE words USING fts5(text);
    INSERT INTO code VALUES (1, 'care', NULL), (2, 'trust', '#ff0000');
    INSERT INTO coding VALUES (10, 1), (11, 1), (12, 2);
    INSERT INTO memo VALUES (20, 1, 'on care'), (21, 2, 'on trust');
    INSERT INTO place VALUES (1, 1), (1, 2);
    INSERT INTO visit VALUES (30, 1, 1);
    """)
  return connection
}

/// Every row of every recorded table.
private func content(_ connection: Connection) throws -> [String] {
  try ["code", "coding", "memo", "place", "visit"].flatMap { table in
    try connection.queryAll("SELECT * FROM \(identifier: table) ORDER BY 1, 2") { row in
      "\(table) " + (0..<row.columnCount).map { "\(row.value($0))" }.joined(separator: " ")
    }
  }
}

@Suite("changesets")
struct ChangesetTests {
  /// Each is one entry of a journal.
  static let edits: [SQL] = [
    "INSERT INTO code VALUES (3, 'hope', 'é')",
    "UPDATE code SET name = 'caring', colour = '#00ff00' WHERE id = 1",
    "DELETE FROM code WHERE id = 1",
    "DELETE FROM coding",
    "UPDATE code SET id = id + 10 WHERE id = 2 AND NOT EXISTS (SELECT 1 FROM coding WHERE code = 2)",
    "UPDATE memo SET code = NULL, text = '' WHERE id = 20",
    "UPDATE place SET b = 3 WHERE b = 2",
    "UPDATE visit SET b = 2",
    "REPLACE INTO code VALUES (2, 'trusting', NULL)",
  ]

  @Test("undoing gives the rows from before, doing again those from after", arguments: edits)
  func undoAndRedo(_ edit: SQL) throws {
    let connection = try makeStudy()
    let before = try content(connection)
    let (count, changeset) = try connection.transaction {
      try connection.recordingChanges { try connection.execute(edit) }
    }
    let after = try content(connection)
    #expect(count > 0 || edit.text.contains("NOT EXISTS"))
    #expect((before == after) == changeset.isEmpty)

    try connection.apply(changeset, .backward)
    #expect(try content(connection) == before)
    try connection.apply(changeset)
    #expect(try content(connection) == after)
    try connection.apply(try changeset.inverted())
    #expect(try content(connection) == before)
    #expect(connection.enforcesForeignKeys)
    #expect(try connection.foreignKeyViolations().isEmpty)
  }

  @Test("derived and left-out tables are not recorded")
  func recordedTables() throws {
    let connection = try makeStudy()
    func tables(_ selection: RecordedTables) throws -> Set<String> {
      let changeset = try connection.recordingChanges(of: selection) {
        try connection.execute("INSERT INTO words VALUES ('some words')")
        try connection.execute("UPDATE code SET colour = ifnull(colour, '') || 'x'")
        try connection.execute("UPDATE memo SET text = text || 'x'")
      }.changeset
      return Set(try changeset.changes().map(\.table))
    }
    #expect(try tables(.all) == ["code", "memo"])
    #expect(try tables(.only(["memo"])) == ["memo"])
    #expect(try tables(.except(["memo"])) == ["code"])
  }

  @Test("a change tells its table, key, old and new values")
  func changes() throws {
    let connection = try makeStudy()
    let changeset = try connection.recordingChanges {
      try connection.execute("UPDATE code SET colour = '#000000' WHERE id = 1")
      try connection.execute("INSERT INTO memo VALUES (22, NULL, 'é')")
      try connection.execute("DELETE FROM coding WHERE id = 12")
    }.changeset
    let changes = try changeset.changes()
    #expect(changes.map(\.operation) == [.update, .insert, .delete])
    #expect(changes.map(\.table) == ["code", "memo", "coding"])
    #expect(changes.map(\.key) == [[.integer(1)], [.integer(22)], [.integer(12)]])
    #expect(changes[0].old == [.integer(1), nil, .null])
    #expect(changes[0].new == [nil, nil, .text("#000000")])
    #expect(changes[1].new == [.integer(22), .null, .text("é")])
    #expect(changes[2].old == [.integer(12), .integer(2)])
    #expect(changes[2].isPrimaryKey == [true, false])
  }

  @Test("one changeset after the other is one changeset")
  func followed() throws {
    let connection = try makeStudy()
    let before = try content(connection)
    let first = try connection.recordingChanges {
      try connection.execute("INSERT INTO code VALUES (5, 'a', NULL)")
    }
    let second = try connection.recordingChanges {
      try connection.execute("UPDATE code SET name = 'b' WHERE id = 5")
    }
    let both = try first.changeset.followed(by: second.changeset)
    #expect(try both.changes().count == 1)
    try connection.apply(both, .backward)
    #expect(try content(connection) == before)
  }

  @Test("what a rolled back savepoint did is not recorded")
  func rolledBack() throws {
    struct Stop: Error {}
    let connection = try makeStudy()
    let changeset = try connection.transaction {
      try connection.recordingChanges {
        try? connection.savepoint {
          try connection.execute("DELETE FROM coding")
          throw Stop()
        }
      }.changeset
    }
    #expect(changeset.isEmpty)
  }

  @Test(
    "bytes that are no changeset are an error",
    arguments: [[1], [0x54, 0xFF, 0xFF], [UInt8](repeating: 0x54, count: 99)])
  func garbage(_ bytes: [UInt8]) throws {
    #expect(sqliteError { _ = try Changeset(bytes: bytes).changes() } == .malformedChangeset)
    #expect(sqliteError { _ = try Changeset(bytes: bytes).inverted() } == .malformedChangeset)
    let connection = try makeStudy()
    #expect(sqliteError { try connection.apply(Changeset(bytes: bytes)) } == .malformedChangeset)
  }

  @Test("a changeset that was cut short is an error or a shorter one, and nothing is applied half")
  func cut() throws {
    let connection = try makeStudy()
    let changeset = try connection.recordingChanges {
      try connection.execute("UPDATE code SET name = name || ' and more', colour = NULL")
      try connection.execute("DELETE FROM memo")
    }.changeset
    let whole = try changeset.changes().count
    let after = try content(connection)
    for length in 1..<changeset.bytes.count {
      let cut = Changeset(bytes: [UInt8](changeset.bytes[..<length]))
      let changes = try? cut.changes()
      #expect((changes?.count ?? 0) < whole)
      if changes == nil {
        #expect(sqliteError { try connection.apply(cut, .backward) } == .malformedChangeset)
        #expect(try content(connection) == after)
      }
    }
  }
}
