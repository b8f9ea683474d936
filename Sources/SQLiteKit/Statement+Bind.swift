import CSQLite

extension Statement {
  /// Binds a value to the parameter `index`, counted from 1.
  public func bind(_ value: SQLValue, at index: Int) throws(SQLiteError) {
    switch value {
    case .null: try bindNull(at: index)
    case .integer(let value): try bind(integer: value, at: index)
    case .real(let value): try bind(real: value, at: index)
    case .text(let value): try bind(text: value, at: index)
    case .blob(let value): try bind(blob: value, at: index)
    }
  }

  /// Binds NULL.
  public func bindNull(at index: Int) throws(SQLiteError) {
    try check(sqlite3_bind_null(pointer, place(index)))
  }

  /// Binds an integer.
  public func bind(integer: Int64, at index: Int) throws(SQLiteError) {
    try check(sqlite3_bind_int64(pointer, place(index), integer))
  }

  /// Binds a floating-point number; NaN is refused, since SQLite would store NULL.
  public func bind(real: Double, at index: Int) throws(SQLiteError) {
    if real.isNaN { throw .unrepresentable(.notANumber, parameter: index, sql: sql) }
    try check(sqlite3_bind_double(pointer, place(index), real))
  }

  /// Binds text; U+0000 is refused, since SQL functions would stop there.
  public func bind(text: String, at index: Int) throws(SQLiteError) {
    var text = text
    try checkText(text.withUTF8 { bind(utf8: $0, at: index) }, at: index)
  }

  /// Binds a part of a text, without copying it into a string of its own.
  public func bind(text: Substring, at index: Int) throws(SQLiteError) {
    var text = text
    try checkText(text.withUTF8 { bind(utf8: $0, at: index) }, at: index)
  }

  /// Answers nil when there is a U+0000.
  private func bind(utf8 bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int32? {
    if csqlite_contains_nul(bytes.baseAddress, bytes.count) { return nil }
    return csqlite_bind_text(pointer, place(index), bytes.baseAddress, bytes.count)
  }

  private func checkText(_ code: Int32?, at index: Int) throws(SQLiteError) {
    guard let code else { throw .unrepresentable(.nulInText, parameter: index, sql: sql) }
    try check(code)
  }

  /// Binds bytes.
  public func bind(blob: [UInt8], at index: Int) throws(SQLiteError) {
    let code = blob.withUnsafeBytes { csqlite_bind_blob(pointer, place(index), $0.baseAddress, $0.count) }
    try check(code)
  }

  /// Binds 16 bytes given as two big-endian halves: an identifier, without an array for it.
  public func bind(high: UInt64, low: UInt64, at index: Int) throws(SQLiteError) {
    let code = withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { bytes in
      csqlite_bind_blob(pointer, place(index), bytes.baseAddress, bytes.count)
    }
    try check(code)
  }

  /// Binds all values in order; there must be one for each parameter.
  func bind(all values: [SQLValue]) throws(SQLiteError) {
    try expect(values.count)
    var index = 1
    for value in values {
      try bind(value, at: index)
      index += 1
    }
  }

  @usableFromInline
  func expect(_ given: Int) throws(SQLiteError) {
    if given != parameterCount {
      throw .parameterCount(expected: parameterCount, given: given, sql: sql)
    }
  }

  private func check(_ code: Int32) throws(SQLiteError) {
    if code != SQLITE_OK { throw database.failure(code, sql: sql) }
  }

  /// An index beyond 32 bits is out of range for SQLite too.
  private func place(_ index: Int) -> Int32 {
    Int32(clamping: index)
  }
}
