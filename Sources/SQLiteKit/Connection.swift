import CSQLite

/// One connection to one database.
///
/// Not `Sendable`: a connection belongs to one place at a time. Keep it in a `Mutex<Connection>` to share it.
public final class Connection {
  let database: DatabaseHandle
  private var cache = StatementCache(capacity: 256)

  /// Opens a file and reads its header, so that a file that is no database is refused here.
  ///
  /// - Parameters:
  ///   - path: the file; a path that looks like a URI or `:memory:` is still taken as a path.
  ///   - mode: what may be done with it.
  ///   - trust: `.stranger` for a file that somebody else may have prepared.
  ///   - busyTimeout: how long to wait for another connection's lock, in milliseconds.
  public convenience init(
    path: String, mode: OpenMode = .readWrite, trust: Trust = .own, busyTimeout milliseconds: Int = 5_000
  ) throws(SQLiteError) {
    try self.init(name: mode.name(for: path), path: path, flags: mode.flags)
    try prepareForUse(trust: trust, busyTimeout: milliseconds)
  }

  /// Opens an empty database in memory.
  public static func inMemory() throws(SQLiteError) -> Connection {
    let connection = try Connection(name: ":memory:", path: nil, flags: OpenMode.readWriteCreate.flags)
    try connection.prepareForUse(trust: .own, busyTimeout: 0)
    return connection
  }

  init(name: String, path: String?, flags: Int32) throws(SQLiteError) {
    _ = Connection.processSettings
    var pointer: OpaquePointer?
    let code = sqlite3_open_v2(name, &pointer, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard let pointer else {
      let sentence = String(cString: sqlite3_errstr(code))
      throw .engine(EngineFailure(extendedCode: code, message: sentence, path: path, sql: nil))
    }
    database = DatabaseHandle(pointer: pointer, path: path)
    try database.check(code)
  }

  /// Settled once, before the first connection; refused without harm when the process used SQLite before.
  private static let processSettings: Int32 = csqlite_skip_memory_statistics()

  /// The file as it was opened; nil for a database in memory.
  public var path: String? { database.path }

  /// Stops what this connection is doing, from any thread.
  public var interruptHandle: InterruptHandle { database.interruption }

  /// Whether a transaction is open.
  public var isInTransaction: Bool { sqlite3_get_autocommit(database.pointer) == 0 }

  /// How many rows the last INSERT, UPDATE or DELETE changed, without those changed by triggers and actions.
  public var changes: Int { Int(sqlite3_changes64(database.pointer)) }

  /// The rowid of the last inserted row.
  public var lastInsertedRowID: Int64 { sqlite3_last_insert_rowid(database.pointer) }

  /// Compiles one statement for a loop; it is not shared with the cache.
  public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    try Statement(sql, on: database)
  }

  /// Runs `body` with the cached statement for `sql`, its values bound.
  func withStatement<Result>(_ sql: SQL, _ body: (Statement) throws -> Result) throws -> Result {
    let statement = try lend(sql)
    defer { giveBack(statement) }
    return try body(statement)
  }

  func lend(_ sql: SQL) throws(SQLiteError) -> Statement {
    let statement = try cache.lend(sql.text, on: database)
    do throws(SQLiteError) {
      try statement.bind(all: sql.values)
    } catch {
      giveBack(statement)
      throw error
    }
    return statement
  }

  /// The values are forgotten: they may be somebody's words.
  func giveBack(_ statement: Statement) {
    statement.reset()
    statement.clearBindings()
    statement.isLent = false
  }

  /// How many statements the cache holds.
  var cachedStatementCount: Int { cache.count }
}
