import CSQLite

extension Connection {
  /// Runs one statement to its end; answers how many rows it changed.
  @discardableResult
  public func execute(_ sql: SQL) throws(SQLiteError) -> Int {
    let statement = try lend(sql)
    defer { giveBack(statement) }
    while try statement.step() {}
    return statement.isReadOnly ? 0 : changes
  }

  /// Runs every statement of a script; one that fails is named by its text in the error.
  ///
  /// No transaction of its own: what ran before the failure stays, unless the caller opened one.
  public func executeScript(_ script: String) throws(SQLiteError) {
    var bytes = Array(script.utf8)
    bytes.append(0)
    var offset = 0
    while offset < bytes.count - 1 {
      let (statement, length) = try compileFirst(bytes[offset...])
      offset += length
      guard let statement else { continue }
      defer { sqlite3_finalize(statement) }
      var code = sqlite3_step(statement)
      while code == SQLITE_ROW { code = sqlite3_step(statement) }
      if code != SQLITE_DONE {
        let text = sqlite3_sql(statement).map { String(cString: $0) }
        throw database.failureOfStep(code, sql: text)
      }
    }
  }

  /// Compiles the first statement of the bytes, which end in NUL, and answers how many bytes it took.
  private func compileFirst(
    _ bytes: ArraySlice<UInt8>
  ) throws(SQLiteError) -> (statement: OpaquePointer?, length: Int) {
    var statement: OpaquePointer?
    var length = 0
    let code = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(database.pointer, characters.baseAddress, -1, 0, &statement, &tail)
        if let start = characters.baseAddress, let tail { length = tail - start }
        return code
      }
    }
    try database.check(code, sql: String(decoding: bytes.dropLast(), as: UTF8.self))
    // A NUL inside the script would stop SQLite without an end.
    return (statement, max(length, 1))
  }

  /// Hands each row to `body`, one at a time; the row must not be kept.
  public func query(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
    try withStatement(sql) { statement in try statement.forEachRow(body) }
  }

  /// What `body` makes of the first row, nil when there is none.
  public func queryOne<Result>(_ sql: SQL, _ body: (borrowing Row) throws -> Result) throws -> Result? {
    try withStatement(sql) { statement in try statement.firstRow(body) }
  }

  /// What `body` makes of each row.
  public func queryAll<Result>(_ sql: SQL, _ body: (borrowing Row) throws -> Result) throws -> [Result] {
    var results: [Result] = []
    try query(sql) { row in results.append(try body(row)) }
    return results
  }

  /// The first column of the first row as an integer; nil when there is no row or it is NULL.
  public func int(_ sql: SQL) throws(SQLiteError) -> Int? {
    try firstValue(sql) { row in row.optionalInt(0) }
  }

  /// The first column of the first row as text; nil when there is no row or it is NULL.
  public func text(_ sql: SQL) throws(SQLiteError) -> String? {
    try firstValue(sql) { row in row.optionalText(0) }
  }

  /// The first column of the first row as bytes; nil when there is no row or it is NULL.
  public func blob(_ sql: SQL) throws(SQLiteError) -> [UInt8]? {
    try firstValue(sql) { row in row.optionalBlob(0) }
  }

  /// Whether the statement answers a row.
  public func exists(_ sql: SQL) throws(SQLiteError) -> Bool {
    try firstValue(sql) { _ in true } ?? false
  }

  private func firstValue<Result>(
    _ sql: SQL, _ read: (borrowing Row) -> Result?
  ) throws(SQLiteError) -> Result? {
    let statement = try lend(sql)
    defer { giveBack(statement) }
    return try statement.step() ? read(statement.row) : nil
  }
}
