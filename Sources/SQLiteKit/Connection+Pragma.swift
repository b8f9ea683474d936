import CSQLite

/// How a database keeps its journal.
public enum JournalMode: String, Sendable, Hashable {
  /// Readers and one writer at a time do not wait for each other.
  case wal
  /// One file beside the database while a transaction writes.
  case delete
  /// In memory only; a crash while writing damages the file.
  case memory
  /// None; a rolled back transaction damages the file.
  case off
}

/// How carefully writes reach the disk.
public enum Synchronous: Int, Sendable, Hashable {
  case off = 0
  /// With WAL: consistent after a power cut, though the last transactions may be missing.
  case normal = 1
  /// Every committed transaction survives a power cut.
  case full = 2
}

extension Connection {
  /// Sets the journal mode; answers the one in force, since a database in memory or read-only keeps its own.
  @discardableResult
  public func setJournalMode(_ mode: JournalMode) throws(SQLiteError) -> String {
    try text("PRAGMA journal_mode = \(raw: mode.rawValue)") ?? ""
  }

  /// Sets how carefully writes reach the disk.
  public func setSynchronous(_ level: Synchronous) throws(SQLiteError) {
    try execute("PRAGMA synchronous = \(raw: String(level.rawValue))")
  }

  /// Whether foreign keys are enforced; on by default, and settable inside a transaction too.
  public var enforcesForeignKeys: Bool { configuration(SQLITE_DBCONFIG_ENABLE_FKEY) }

  /// Switches the enforcement of foreign keys, with their actions; rows are not checked afterwards.
  public func setEnforcesForeignKeys(_ isOn: Bool) throws(SQLiteError) {
    try configure(SQLITE_DBCONFIG_ENABLE_FKEY, isOn)
  }

  /// The file's `user_version`: the number of its last migration.
  public func userVersion() throws(SQLiteError) -> Int {
    try int("PRAGMA user_version") ?? 0
  }

  /// Sets the file's `user_version`.
  public func setUserVersion(_ version: Int32) throws(SQLiteError) {
    try execute("PRAGMA user_version = \(raw: String(version))")
  }

  /// The file's `application_id`: which program it belongs to, 0 for none.
  public func applicationID() throws(SQLiteError) -> Int {
    try int("PRAGMA application_id") ?? 0
  }

  /// Sets the file's `application_id`.
  public func setApplicationID(_ id: Int32) throws(SQLiteError) {
    try execute("PRAGMA application_id = \(raw: String(id))")
  }

  /// A number that changes when another connection has changed the file.
  public func dataVersion() throws(SQLiteError) -> Int {
    try int("PRAGMA data_version") ?? 0
  }

  /// How many megabytes of pages are kept in memory.
  public func setCacheSize(megabytes: Int) throws(SQLiteError) {
    try execute("PRAGMA cache_size = \(raw: String(-1024 * megabytes))")
  }

  /// Whether the file may not be written through this connection.
  public var isReadOnly: Bool { sqlite3_db_readonly(database.pointer, "main") == 1 }
}
