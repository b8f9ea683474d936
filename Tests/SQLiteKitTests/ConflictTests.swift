import SQLiteKit
import Testing

/// A table with a second unique column, and one that refers to it.
private func makeCodes() throws -> Connection {
  let connection = try Connection.inMemory()
  try connection.executeScript(
    """
    CREATE TABLE code(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE coding(id INTEGER PRIMARY KEY, code INTEGER NOT NULL REFERENCES Code ON DELETE CASCADE) STRICT;
    CREATE INDEX coding_code ON coding(code);
    CREATE TABLE place(a INTEGER, b INTEGER, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
    CREATE TABLE visit(id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES place) STRICT;
    INSERT INTO code VALUES (1, 'care'), (2, 'trust');
    INSERT INTO place VALUES (1, 1), (1, 2);
    INSERT INTO visit VALUES (30, 1, 1);
    """)
  return connection
}

@Suite("conflicts of changesets")
struct ConflictTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: String
    let recorded: SQL
    /// What happens to the file between the recorded change, which is undone, and its application.
    let meanwhile: SQL
    let omitted: String
    /// nil where it cannot be replaced.
    let replaced: String?
    var testDescription: String { kind }
  }

  static let cases = [
    Case(
      kind: "differs", recorded: "UPDATE code SET name = 'caring' WHERE id = 1",
      meanwhile: "UPDATE code SET name = 'cared' WHERE id = 1", omitted: "1 cared, 2 trust",
      replaced: "1 caring, 2 trust"),
    Case(
      kind: "differs", recorded: "DELETE FROM code WHERE id = 1",
      meanwhile: "UPDATE code SET name = 'cared' WHERE id = 1", omitted: "1 cared, 2 trust",
      replaced: "2 trust"),
    Case(
      kind: "missing", recorded: "UPDATE code SET name = 'caring' WHERE id = 1",
      meanwhile: "DELETE FROM code WHERE id = 1", omitted: "2 trust", replaced: nil),
    Case(
      kind: "exists", recorded: "INSERT INTO code VALUES (3, 'hope')",
      meanwhile: "INSERT INTO code VALUES (3, 'faith')", omitted: "1 care, 2 trust, 3 faith",
      replaced: "1 care, 2 trust, 3 hope"),
    Case(
      kind: "constraint", recorded: "INSERT INTO code VALUES (3, 'hope')",
      meanwhile: "INSERT INTO code VALUES (4, 'hope')", omitted: "1 care, 2 trust, 4 hope", replaced: nil),
  ]

  private func codes(_ connection: Connection) throws -> String {
    try connection.queryAll("SELECT id || ' ' || name FROM code ORDER BY id") { $0.text(0) }.joined(
      separator: ", ")
  }

  private func kind(_ conflict: Conflict) -> String {
    switch conflict {
    case .differs: "differs"
    case .missing: "missing"
    case .exists: "exists"
    case .constraint: "constraint"
    case .foreignKeys: "foreignKeys"
    }
  }

  /// A file in which `recorded` was done and undone, then `meanwhile` done.
  private func diverged(_ recorded: SQL, _ meanwhile: SQL) throws -> (Connection, Changeset) {
    let connection = try makeCodes()
    let changeset = try connection.recordingChanges { try connection.execute(recorded) }.changeset
    try connection.apply(changeset, .backward)
    try connection.execute(meanwhile)
    return (connection, changeset)
  }

  @Test("each conflict is asked about once and resolved as answered", arguments: cases)
  func resolutions(_ test: Case) throws {
    let (connection, changeset) = try diverged(test.recorded, test.meanwhile)
    let before = try codes(connection)
    #expect(sqliteError { try connection.apply(changeset) } == .changesetAborted)
    #expect(try codes(connection) == before)

    var kinds: [String] = []
    try connection.apply(changeset) { conflict in
      kinds.append(kind(conflict))
      #expect(conflict.change?.table == "code")
      return .omit
    }
    #expect(kinds == [test.kind])
    #expect(try codes(connection) == test.omitted)

    if let replaced = test.replaced {
      try connection.apply(changeset) { _ in .replace }
      #expect(try codes(connection) == replaced)
    } else {
      #expect(sqliteError { try connection.apply(changeset) { _ in .replace } } != nil)
      #expect(try codes(connection) == before)
    }
    #expect(!connection.isInTransaction)
    #expect(connection.enforcesForeignKeys)
  }

  @Test("a conflict shows the row as it is")
  func existingRow() throws {
    let (connection, changeset) = try diverged(Self.cases[0].recorded, Self.cases[0].meanwhile)
    try connection.apply(changeset) { conflict in
      guard case .differs(let change, let existing) = conflict else { return .abort }
      #expect(change.old == [.integer(1), .text("care")])
      #expect(change.new == [nil, .text("caring")])
      #expect(existing == [.integer(1), .text("cared")])
      return .omit
    }
  }

  @Test("an error of the handler ends everything and comes out")
  func handlerThrows() throws {
    struct Mine: Error {}
    let (connection, changeset) = try diverged(Self.cases[0].recorded, Self.cases[0].meanwhile)
    let before = try codes(connection)
    #expect(throws: Mine.self) { try connection.apply(changeset) { _ in throw Mine() } }
    #expect(try codes(connection) == before)
  }

  static let breaking: [(recorded: SQL, meanwhile: SQL, table: String, key: [SQLValue])] = [
    ("INSERT INTO coding VALUES (10, 2)", "DELETE FROM code WHERE id = 2", "coding", [.integer(2)]),
    ("DELETE FROM code WHERE id = 2", "INSERT INTO coding VALUES (11, 2)", "coding", [.integer(2)]),
    ("UPDATE visit SET b = 2", "DELETE FROM place WHERE b = 2", "visit", [.integer(1), .integer(2)]),
    ("UPDATE place SET b = 5 WHERE b = 2", "UPDATE visit SET b = 2", "visit", [.integer(1), .integer(2)]),
  ]

  @Test("a reference that would break is a conflict, and no other row is dragged along", arguments: 0..<4)
  func foreignKeys(_ index: Int) throws {
    let test = Self.breaking[index]
    let (connection, changeset) = try diverged(test.recorded, test.meanwhile)
    let codings = try connection.int("SELECT count(*) FROM coding")
    var found: [ForeignKeyViolation] = []
    let error = sqliteError {
      try connection.apply(changeset) { conflict in
        if case .foreignKeys(let violations) = conflict { found = violations }
        return .abort
      }
    }
    #expect(error == .changesetAborted)
    #expect(found.map(\.table) == [test.table])
    #expect(found.map(\.key) == [test.key])
    #expect(try connection.int("SELECT count(*) FROM coding") == codings)
    #expect(try connection.foreignKeyViolations().isEmpty)
  }

  @Test("a left-out broken reference can be repaired before the outer transaction ends")
  func repaired() throws {
    let (connection, changeset) = try diverged(
      "DELETE FROM code WHERE id = 2", "INSERT INTO coding VALUES (11, 2)")
    try connection.transaction {
      try connection.apply(changeset) { conflict in
        if case .foreignKeys = conflict { .omit } else { .abort }
      }
      try connection.execute("DELETE FROM coding WHERE code = 2")
    }
    #expect(try codes(connection) == "1 care")
    #expect(try connection.foreignKeyViolations().isEmpty)
  }

  @Test("a changeset about a table that is not here, or has another shape, is refused")
  func incompatible() throws {
    let (_, changeset) = try diverged("INSERT INTO code VALUES (3, 'hope')", "DELETE FROM code")
    for schema: SQL in [
      "CREATE TABLE other(id INTEGER PRIMARY KEY)", "CREATE TABLE code(id INTEGER PRIMARY KEY)",
      "CREATE TABLE code(id INTEGER, name TEXT PRIMARY KEY)", "CREATE TABLE code(id INTEGER, name TEXT)",
    ] {
      let connection = try Connection.inMemory()
      try connection.execute(schema)
      #expect(sqliteError { try connection.apply(changeset) } == .incompatibleChangeset(table: "code"))
    }
    let wider = try Connection.inMemory()
    try wider.execute("CREATE TABLE code(id INTEGER PRIMARY KEY, name TEXT, colour TEXT DEFAULT 'x')")
    try wider.apply(changeset)
    #expect(try wider.text("SELECT colour FROM code") == "x")
  }
}
