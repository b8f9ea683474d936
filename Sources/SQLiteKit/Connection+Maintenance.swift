import CSQLite

/// A row that refers to nothing.
public struct ForeignKeyViolation: Sendable, Hashable {
  /// The table with the reference.
  public let table: String
  /// The table that should have the row.
  public let parent: String
  /// The referring columns, where known.
  public let columns: [String]
  /// Their values, where known.
  public let key: [SQLValue]
}

/// How a checkpoint treats other connections.
public enum CheckpointMode: Sendable, Hashable {
  /// As much as is possible without waiting.
  case passive
  /// Everything, waiting for readers, and the WAL file is emptied.
  case truncate

  var number: Int32 {
    switch self {
    case .passive: SQLITE_CHECKPOINT_PASSIVE
    case .truncate: SQLITE_CHECKPOINT_TRUNCATE
    }
  }
}

extension Connection {
  /// What SQLite finds wrong with the file; empty when it is sound. Reads the whole file.
  ///
  /// Damage that stops the check itself is thrown and answers `isCorrupt`.
  public func integrityCheck(limit: Int = 100) throws -> [String] {
    let lines = try queryAll("PRAGMA integrity_check(\(raw: String(limit)))") { row in row.text(0) }
    return (lines == ["ok"] ? [] : lines)
      + (try endsInsideAPage() ? ["the file ends in the middle of a page"] : [])
  }

  /// SQLite reads what is missing of the last page as zeros and says nothing.
  private func endsInsideAPage() throws(SQLiteError) -> Bool {
    guard let pageSize = try int("PRAGMA page_size"), pageSize > 0 else { return false }
    let size = csqlite_file_size(database.pointer)
    return size > 0 && size % Int64(pageSize) != 0
  }

  /// Rows that refer to nothing, of one table or of all. Reads every row with a reference.
  public func foreignKeyViolations(in table: String? = nil) throws -> [ForeignKeyViolation] {
    let sql: SQL =
      table.map { "PRAGMA foreign_key_check(\(identifier: $0))" } ?? "PRAGMA foreign_key_check"
    return try queryAll(sql) { row in
      ForeignKeyViolation(table: row.text(0), parent: row.text(2), columns: [], key: [])
    }
  }

  /// Whether the file is no longer where it was opened: moved, deleted, or another one is in its place. What is written then is lost to
  /// everybody who opens the path.
  public var hasMoved: Bool {
    var answer: Int32 = 0
    let code = sqlite3_file_control(database.pointer, "main", SQLITE_FCNTL_HAS_MOVED, &answer)
    return code == SQLITE_OK && answer != 0
  }

  /// Writes the WAL file's pages into the database.
  public func checkpoint(_ mode: CheckpointMode = .truncate) throws(SQLiteError) {
    let code = sqlite3_wal_checkpoint_v2(database.pointer, nil, mode.number, nil, nil)
    try database.check(code)
  }

  /// Rewrites the file without its free pages; deleted rows cannot be read from it any more.
  public func vacuum() throws(SQLiteError) {
    try execute("VACUUM")
  }

  /// Writes a compact copy to a file that does not exist yet.
  public func vacuum(into path: String) throws(SQLiteError) {
    try execute("VACUUM INTO \(OpenMode.readWriteCreate.name(for: path))")
  }

  /// Copies the database page by page as it is now, changes in the WAL file included; what is at `path` is replaced.
  public func backUp(to path: String) throws(SQLiteError) {
    let target = try Connection(path: path, mode: .readWriteCreate)
    guard let backup = sqlite3_backup_init(target.database.pointer, "main", database.pointer, "main") else {
      throw target.database.failure(sqlite3_errcode(target.database.pointer), sql: nil)
    }
    let step = sqlite3_backup_step(backup, -1)
    let finish = sqlite3_backup_finish(backup)
    if finish != SQLITE_OK { throw target.database.failure(finish, sql: nil) }
    if step != SQLITE_DONE { throw target.database.failure(step, sql: nil) }
  }
}
