import CSQLite

/// The current row of a running statement. Columns count from 0.
///
/// Reading converts as SQLite does: NULL reads as 0, "" or no bytes; use the `optional…` forms where absence means
/// something. STRICT tables make other conversions impossible.
public struct Row: ~Copyable {
  private let statement: Statement

  @usableFromInline
  init(_ statement: Statement) {
    self.statement = statement
  }

  private var pointer: OpaquePointer { statement.pointer }

  /// How many columns the row has.
  public var columnCount: Int { Int(sqlite3_column_count(pointer)) }

  /// The name of a column as the statement gives it.
  public func name(_ column: Int) -> String {
    sqlite3_column_name(pointer, place(column)).map { String(cString: $0) } ?? ""
  }

  /// Whether the column is NULL.
  public func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(pointer, place(column)) == SQLITE_NULL
  }

  /// The column as an integer.
  public func int(_ column: Int) -> Int {
    Int(sqlite3_column_int64(pointer, place(column)))
  }

  /// The column as a 64-bit integer.
  public func int64(_ column: Int) -> Int64 {
    sqlite3_column_int64(pointer, place(column))
  }

  /// Whether the column is a number other than 0.
  public func bool(_ column: Int) -> Bool {
    sqlite3_column_int64(pointer, place(column)) != 0
  }

  /// The column as a floating-point number.
  public func double(_ column: Int) -> Double {
    sqlite3_column_double(pointer, place(column))
  }

  /// The column as text. Bytes that are not UTF-8 read as U+FFFD; `validText` refuses them.
  public func text(_ column: Int) -> String {
    withText(column) { String(decoding: $0, as: UTF8.self) }
  }

  /// The column as text; throws `.notUTF8` when its bytes are not.
  public func validText(_ column: Int) throws(SQLiteError) -> String {
    guard let text = withText(column, { String(validating: $0, as: UTF8.self) }) else {
      throw .notUTF8(column: column, sql: statement.sql)
    }
    return text
  }

  /// The column as bytes.
  public func blob(_ column: Int) -> [UInt8] {
    withBlob(column) { Array($0) }
  }

  /// The column's 16 bytes as two big-endian halves: an identifier, without an array for it; nil unless it has 16.
  public func uuid(_ column: Int) -> (high: UInt64, low: UInt64)? {
    withBlob(column) { bytes in
      guard bytes.count == 16 else { return nil }
      return (
        UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
  }

  /// Lends the column's bytes without copying them; they are valid only inside `body`.
  public func withBlob<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
    -> Result
  {
    let bytes = sqlite3_column_blob(pointer, place(column))
    let count = Int(sqlite3_column_bytes(pointer, place(column)))
    return try body(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }

  /// Lends the column's UTF-8 without copying it; it is valid only inside `body`.
  public func withText<Result>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let bytes = sqlite3_column_text(pointer, place(column))
    let count = Int(sqlite3_column_bytes(pointer, place(column)))
    return try body(UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }

  /// The column as it is stored.
  public func value(_ column: Int) -> SQLValue {
    switch sqlite3_column_type(pointer, place(column)) {
    case SQLITE_INTEGER: .integer(int64(column))
    case SQLITE_FLOAT: .real(double(column))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB: .blob(blob(column))
    default: .null
    }
  }

  /// The column as an integer, nil for NULL.
  public func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }
  /// The column as a floating-point number, nil for NULL.
  public func optionalDouble(_ column: Int) -> Double? { isNull(column) ? nil : double(column) }
  /// The column as text, nil for NULL.
  public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
  /// The column as bytes, nil for NULL.
  public func optionalBlob(_ column: Int) -> [UInt8]? { isNull(column) ? nil : blob(column) }

  private func place(_ column: Int) -> Int32 { Int32(clamping: column) }
}
