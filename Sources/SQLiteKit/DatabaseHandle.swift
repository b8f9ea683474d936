import CSQLite

/// Owns the `sqlite3 *`; closed when the connection and its last statement are gone.
final class DatabaseHandle {
  let pointer: OpaquePointer
  let path: String?
  let interruption: InterruptHandle

  init(pointer: OpaquePointer, path: String?) {
    self.pointer = pointer
    self.path = path
    self.interruption = InterruptHandle(pointer)
  }

  deinit {
    interruption.invalidate()
    sqlite3_close_v2(pointer)
  }

  /// The last failure on this connection as an error.
  func failure(_ code: Int32, sql: String?) -> SQLiteError {
    let latest = sqlite3_extended_errcode(pointer)
    let extended = latest & 0xFF == code & 0xFF ? latest : code
    let sentence = sqlite3_errmsg(pointer).map { String(cString: $0) } ?? ""
    let known = extended == latest ? sentence : String(cString: sqlite3_errstr(code))
    return .engine(EngineFailure(extendedCode: extended, message: known, path: path, sql: sql))
  }

  /// The failure of a running statement: without what may come from its values.
  func failureOfStep(_ code: Int32, sql: String?) -> SQLiteError {
    let error = failure(code, sql: sql)
    guard code & 0xFF == SQLITE_ERROR, let failure = error.failure else { return error }
    let message = EngineFailure.withoutFragments(failure.message)
    return .engine(
      EngineFailure(extendedCode: failure.extendedCode, message: message, path: path, sql: sql))
  }

  /// Throws unless `code` is `SQLITE_OK`.
  func check(_ code: Int32, sql: String? = nil) throws(SQLiteError) {
    if code != SQLITE_OK { throw failure(code, sql: sql) }
  }
}
