import CSQLite

/// Which tables a session's callback lets through.
private final class TableFilter {
  let tables: RecordedTables
  let shadows: Set<String>

  init(tables: RecordedTables, shadows: Set<String>) {
    self.tables = tables
    self.shadows = shadows
  }

  func contains(_ table: String) -> Bool {
    !table.utf8.starts(with: "sqlite_".utf8) && !shadows.contains(table) && tables.contains(table)
  }
}

/// Records what a connection changes, from its making on, until it is gone.
public final class ChangeRecorder {
  private let session: OpaquePointer
  private let connection: Connection
  private let filter: TableFilter

  init(on connection: Connection, tables: RecordedTables) throws(SQLiteError) {
    let shadows = try connection.shadowTables()
    var session: OpaquePointer?
    try connection.database.check(sqlite3session_create(connection.database.pointer, "main", &session))
    guard let session else { throw connection.database.failure(SQLITE_NOMEM, sql: nil) }
    self.session = session
    self.connection = connection
    filter = TableFilter(tables: tables, shadows: shadows)
    sqlite3session_table_filter(
      session,
      { context, table in
        guard let context, let table else { return 0 }
        let filter = Unmanaged<TableFilter>.fromOpaque(context).takeUnretainedValue()
        return filter.contains(String(cString: table)) ? 1 : 0
      }, Unmanaged.passUnretained(filter).toOpaque())
    try connection.database.check(sqlite3session_attach(session, nil))
  }

  deinit {
    sqlite3session_delete(session)
  }

  /// Whether nothing has changed so far.
  public var isEmpty: Bool { sqlite3session_isempty(session) != 0 }

  /// What has changed so far: the difference between each touched row then and now.
  public func changeset() throws(SQLiteError) -> Changeset {
    var count: Int32 = 0
    var bytes: UnsafeMutableRawPointer?
    try connection.database.check(sqlite3session_changeset(session, &count, &bytes))
    defer { sqlite3_free(bytes) }
    return Changeset(bytes: Array(UnsafeRawBufferPointer(start: bytes, count: Int(count))))
  }
}

extension Connection {
  /// Starts recording; for a program that cannot say in one closure what is to be recorded.
  public func recorder(of tables: RecordedTables = .all) throws(SQLiteError) -> ChangeRecorder {
    try ChangeRecorder(on: self, tables: tables)
  }

  /// Runs `body` and answers, beside its result, what it changed.
  ///
  /// Works inside and around transactions; rows that were rolled back are not in it.
  public func recordingChanges<Result>(
    of tables: RecordedTables = .all, _ body: () throws -> Result
  ) throws -> (result: Result, changeset: Changeset) {
    let recorder = try recorder(of: tables)
    let result = try body()
    return (result, try recorder.changeset())
  }

  func shadowTables() throws(SQLiteError) -> Set<String> {
    let statement = try lend("SELECT name FROM pragma_table_list WHERE type = 'shadow'")
    defer { giveBack(statement) }
    var names: Set<String> = []
    while try statement.step() { names.insert(statement.row.text(0)) }
    return names
  }
}
