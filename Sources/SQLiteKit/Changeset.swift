import CSQLite

/// What changed: for each touched row its old and new values, as SQLite's session extension writes it.
public struct Changeset: Sendable, Hashable {
  /// The bytes as they can be kept in a table.
  public let bytes: [UInt8]

  /// Takes bytes that `bytes` gave. They are checked when the changeset is used.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether it changes nothing.
  public var isEmpty: Bool { bytes.isEmpty }

  /// The changeset that undoes this one.
  public func inverted() throws(SQLiteError) -> Changeset {
    try requireWellFormed()
    return try Changeset.made { count, result in
      bytes.withUnsafeBytes { input in
        sqlite3changeset_invert(Int32(clamping: input.count), input.baseAddress, count, result)
      }
    }
  }

  /// The changeset that does this one and then `next`; a row that both change is in it once.
  public func followed(by next: Changeset) throws(SQLiteError) -> Changeset {
    try requireWellFormed()
    try next.requireWellFormed()
    var (first, second) = (bytes, next.bytes)
    return try Changeset.made { count, result in
      first.withUnsafeMutableBytes { first in
        second.withUnsafeMutableBytes { second in
          sqlite3changeset_concat(
            Int32(clamping: first.count), first.baseAddress, Int32(clamping: second.count),
            second.baseAddress,
            count, result)
        }
      }
    }
  }

  /// Copies what a C function wrote and frees it.
  private static func made(
    _ make: (UnsafeMutablePointer<Int32>, UnsafeMutablePointer<UnsafeMutableRawPointer?>) -> Int32
  ) throws(SQLiteError) -> Changeset {
    var count: Int32 = 0
    var result: UnsafeMutableRawPointer?
    let code = make(&count, &result)
    defer { sqlite3_free(result) }
    if code != SQLITE_OK { throw Changeset.failure(code) }
    return Changeset(bytes: Array(UnsafeRawBufferPointer(start: result, count: Int(count))))
  }

  /// A failure that no connection knows of.
  static func failure(_ code: Int32) -> SQLiteError {
    let sentence = String(cString: sqlite3_errstr(code))
    return .engine(EngineFailure(extendedCode: code, message: sentence, path: nil, sql: nil))
  }
}
