import CSQLite

/// One changed row.
public struct Change: Sendable, Hashable {
  /// What happened to the row.
  public enum Operation: Sendable, Hashable {
    case insert
    case update
    case delete
  }

  /// The row's table.
  public let table: String
  /// What happened to it.
  public let operation: Operation
  /// For each column whether it belongs to the primary key.
  public let isPrimaryKey: [Bool]
  /// The values before, in column order: all of a deleted row; of an updated row the primary key and the changed
  /// columns; none of an inserted one. nil is a value that is not known, `.null` a stored NULL.
  public let old: [SQLValue?]
  /// The values after: all of an inserted row; of an updated row the changed columns; none of a deleted one.
  public let new: [SQLValue?]

  /// The values of the primary key.
  public var key: [SQLValue] {
    let row = operation == .insert ? new : old
    return zip(isPrimaryKey, row).compactMap { $0 ? $1 : nil }
  }
}

/// Reads a changeset change by change; valid while the bytes are.
struct ChangeCursor {
  let iterator: OpaquePointer
  private(set) var table = ""
  private(set) var columnCount = 0
  private(set) var code: Int32 = 0

  init(_ iterator: OpaquePointer) {
    self.iterator = iterator
  }

  var operation: Change.Operation {
    switch code {
    case SQLITE_INSERT: .insert
    case SQLITE_DELETE: .delete
    default: .update
    }
  }

  /// Goes to the next change; false when there is none. A failure of the bytes shows in the iterator's end.
  mutating func next() throws(SQLiteError) -> Bool {
    let step = sqlite3changeset_next(iterator)
    if step == SQLITE_DONE { return false }
    if step != SQLITE_ROW { throw Changeset.failure(step) }
    try readHead()
    return true
  }

  /// Reads the table and the operation of the current change.
  mutating func readHead() throws(SQLiteError) {
    var name: UnsafePointer<CChar>?
    var columns: Int32 = 0
    var indirect: Int32 = 0
    let result = sqlite3changeset_op(iterator, &name, &columns, &code, &indirect)
    guard result == SQLITE_OK, let name else { throw Changeset.failure(result) }
    columnCount = Int(columns)
    if !isTable(name) { table = String(cString: name) }
  }

  /// Whether the name is still the same; SQLite reuses its memory, so the address says nothing.
  private func isTable(_ name: UnsafePointer<CChar>) -> Bool {
    var rest = name
    for byte in table.utf8 {
      guard UInt8(bitPattern: rest.pointee) == byte else { return false }
      rest = rest.successor()
    }
    return rest.pointee == 0
  }

  /// The column's value before the change, nil where it is not known.
  func old(_ column: Int) -> SQLValue? {
    guard code != SQLITE_INSERT else { return nil }
    var value: OpaquePointer?
    guard sqlite3changeset_old(iterator, Int32(clamping: column), &value) == SQLITE_OK, let value else {
      return nil
    }
    return SQLValue(reading: value)
  }

  /// The column's value after the change, nil where it is not known.
  func new(_ column: Int) -> SQLValue? {
    guard code != SQLITE_DELETE else { return nil }
    var value: OpaquePointer?
    guard sqlite3changeset_new(iterator, Int32(clamping: column), &value) == SQLITE_OK, let value else {
      return nil
    }
    return SQLValue(reading: value)
  }

  /// For each column whether it belongs to the primary key.
  func primaryKey() -> [Bool] {
    var flags: UnsafeMutablePointer<UInt8>?
    var columns: Int32 = 0
    guard sqlite3changeset_pk(iterator, &flags, &columns) == SQLITE_OK, let flags else { return [] }
    return UnsafeBufferPointer(start: flags, count: Int(columns)).map { $0 != 0 }
  }

  /// The whole change.
  func change() -> Change {
    Change(
      table: table, operation: operation, isPrimaryKey: primaryKey(), old: (0..<columnCount).map { old($0) },
      new: (0..<columnCount).map { new($0) })
  }
}

extension Changeset {
  /// Hands each change to `body`, in the order of the tables' first change.
  public func forEach(_ body: (Change) throws -> Void) throws {
    try withCursor { cursor in
      while try cursor.next() { try body(cursor.change()) }
    }
  }

  /// All changes.
  public func changes() throws -> [Change] {
    var changes: [Change] = []
    try forEach { changes.append($0) }
    return changes
  }

  func withCursor(inverted: Bool = false, _ body: (inout ChangeCursor) throws -> Void) throws {
    try requireWellFormed()
    var bytes = bytes
    try bytes.withUnsafeMutableBytes { input in
      var iterator: OpaquePointer?
      let flags = inverted ? SQLITE_CHANGESETSTART_INVERT : 0
      let code = sqlite3changeset_start_v2(&iterator, Int32(clamping: input.count), input.baseAddress, flags)
      guard code == SQLITE_OK, let iterator else { throw Changeset.failure(code) }
      defer { sqlite3changeset_finalize(iterator) }
      var cursor = ChangeCursor(iterator)
      try body(&cursor)
    }
  }
}
