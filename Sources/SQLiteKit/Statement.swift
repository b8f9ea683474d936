import CSQLite

/// A compiled statement, for loops that run it many times.
///
/// ```swift
/// let insert = try connection.prepare("INSERT INTO code(id, name) VALUES (?, ?)")
/// for code in codes { try insert.run(code.id, code.name) }
/// ```
public final class Statement {
  let pointer: OpaquePointer
  let database: DatabaseHandle
  /// The text it was compiled from.
  public let sql: String
  /// How many parameters it has.
  public let parameterCount: Int
  /// Whether the cache has lent it out.
  var isLent = false

  init(_ sql: String, on database: DatabaseHandle) throws(SQLiteError) {
    let (pointer, isWhole) = try Statement.compile(sql, on: database)
    guard let pointer else { throw .notOneStatement(sql: sql) }
    guard isWhole else {
      sqlite3_finalize(pointer)
      throw .notOneStatement(sql: sql)
    }
    self.pointer = pointer
    self.database = database
    self.sql = sql
    self.parameterCount = Int(sqlite3_bind_parameter_count(pointer))
  }

  deinit {
    sqlite3_finalize(pointer)
  }

  /// Compiles the first statement of the text; `isWhole` when only white space follows it.
  private static func compile(
    _ sql: String, on database: DatabaseHandle
  ) throws(SQLiteError) -> (pointer: OpaquePointer?, isWhole: Bool) {
    var pointer: OpaquePointer?
    var isWhole = true
    let code = sql.withCString { start in
      var tail: UnsafePointer<CChar>?
      let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
      let code = sqlite3_prepare_v3(database.pointer, start, -1, flags, &pointer, &tail)
      while let byte = tail?.pointee, byte != 0 {
        if byte > 0x20 || byte < 0 { isWhole = false }
        tail = tail?.successor()
      }
      return code
    }
    try database.check(code, sql: sql)
    return (pointer, isWhole)
  }

  /// Goes to the next row; answers false when there is none, and is then ready to run again.
  public func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE {
      sqlite3_reset(pointer)
      return false
    }
    let error = database.failureOfStep(code, sql: sql)
    sqlite3_reset(pointer)
    throw error
  }

  /// Goes back to before the first row. Bound values stay.
  public func reset() {
    sqlite3_reset(pointer)
  }

  /// Sets every parameter to NULL.
  public func clearBindings() {
    sqlite3_clear_bindings(pointer)
  }

  /// The row that the last `step` went to; valid until the next `step`, `reset` or `run`.
  public var row: Row { Row(self) }

  /// Whether the statement leaves the database as it is.
  public var isReadOnly: Bool { sqlite3_stmt_readonly(pointer) != 0 }
}
