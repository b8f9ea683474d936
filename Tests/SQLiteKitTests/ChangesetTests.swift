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
}
