import CSQLite

/// Keeps a function of the program alive for as long as SQLite may call it.
private final class FunctionBox {
  let name: String
  let body: ([SQLValue]) throws -> SQLValue

  init(name: String, body: @escaping ([SQLValue]) throws -> SQLValue) {
    self.name = name
    self.body = body
  }
}

extension Connection {
  /// Makes a function of the program callable from SQL on this connection.
  ///
  /// An error that `body` throws fails the statement with the function's name only, since it may hold values.
  ///
  /// - Parameters:
  ///   - arguments: how many it takes; nil for any number.
  ///   - isDeterministic: whether it answers the same for the same arguments.
  public func createFunction(
    _ name: String, arguments: Int?, isDeterministic: Bool = true,
    _ body: @escaping ([SQLValue]) throws -> SQLValue
  ) throws(SQLiteError) {
    let box = Unmanaged.passRetained(FunctionBox(name: name, body: body))
    let flags = SQLITE_UTF8 | (isDeterministic ? SQLITE_DETERMINISTIC : 0) | SQLITE_DIRECTONLY
    let code = sqlite3_create_function_v2(
      database.pointer, name, arguments.map { Int32(clamping: $0) } ?? -1, flags, box.toOpaque(),
      { context, count, values in
        guard let context, let data = sqlite3_user_data(context) else { return }
        let box = Unmanaged<FunctionBox>.fromOpaque(data).takeUnretainedValue()
        let arguments = UnsafeBufferPointer(start: values, count: Int(count)).map { SQLValue(reading: $0) }
        do {
          answer(try box.body(arguments), in: context)
        } catch {
          sqlite3_result_error(context, "the function \(box.name) failed", -1)
        }
      }, nil, nil,
      { data in
        if let data { Unmanaged<FunctionBox>.fromOpaque(data).release() }
      })
    // When it fails SQLite has released the box.
    try database.check(code)
  }
}

private func answer(_ value: SQLValue, in context: OpaquePointer) {
  switch value {
  case .null: sqlite3_result_null(context)
  case .integer(let value): sqlite3_result_int64(context, value)
  case .real(let value): sqlite3_result_double(context, value)
  case .text(var value): value.withUTF8 { csqlite_result_text(context, $0.baseAddress, $0.count) }
  case .blob(let value): value.withUnsafeBytes { csqlite_result_blob(context, $0.baseAddress, $0.count) }
  }
}

extension SQLValue {
  /// Copies a value that SQLite lends; a null pointer is NULL.
  init(reading value: OpaquePointer?) {
    guard let value else {
      self = .null
      return
    }
    switch sqlite3_value_type(value) {
    case SQLITE_INTEGER:
      self = .integer(sqlite3_value_int64(value))
    case SQLITE_FLOAT:
      self = .real(sqlite3_value_double(value))
    case SQLITE_TEXT:
      let bytes = sqlite3_value_text(value)
      let count = bytes == nil ? 0 : Int(sqlite3_value_bytes(value))
      self = .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    case SQLITE_BLOB:
      let bytes = sqlite3_value_blob(value)
      let count = bytes == nil ? 0 : Int(sqlite3_value_bytes(value))
      self = .blob(Array(UnsafeRawBufferPointer(start: bytes, count: count)))
    default:
      self = .null
    }
  }
}
