import CSQLite

/// What a trace callback writes to.
private final class TraceLog {
  var statements: [String] = []
}

extension Connection {
  /// Runs `body` and answers, beside its result, the text of every statement that it ran, in order, with `?` for
  /// values: for tests that count queries.
  ///
  /// Statements of triggers are not listed. Not to be nested.
  public func recordingStatements<Result>(
    _ body: () throws -> Result
  ) throws -> (result: Result, statements: [String]) {
    let log = TraceLog()
    let context = Unmanaged.passUnretained(log).toOpaque()
    let code = sqlite3_trace_v2(
      database.pointer, UInt32(SQLITE_TRACE_STMT),
      { _, context, _, text in
        guard let context, let text else { return 0 }
        let sql = String(cString: text.assumingMemoryBound(to: CChar.self))
        // A trigger's statement comes as a comment.
        if !sql.utf8.starts(with: "--".utf8) {
          Unmanaged<TraceLog>.fromOpaque(context).takeUnretainedValue().statements.append(sql)
        }
        return 0
      }, context)
    try database.check(code)
    defer { sqlite3_trace_v2(database.pointer, 0, nil, nil) }
    let result = try body()
    return withExtendedLifetime(log) { (result, log.statements) }
  }
}
