import CSQLite

/// Reads a changeset's bytes without SQLite, to prove that SQLite can.
///
/// SQLite 3.40 trusts them: a table head that is cut short makes it read behind their end. The format is the one
/// described above `sessionAppendTableHdr` in `sqlite3session.c`: a table is `T`, the number of columns, a flag for each,
/// its name and NUL; a change is an operation, a flag, and one or two records of typed values.
struct ChangesetReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// For each column of the current table whether it belongs to the primary key.
  private var isKey: [Bool] = []

  /// Whether the bytes are a whole changeset.
  static func accepts(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = ChangesetReader(bytes: buffer)
      while reader.position < buffer.count {
        guard reader.readPart() else { return false }
      }
      return true
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// A table's head or a change.
  private mutating func readPart() -> Bool {
    guard let first = readByte() else { return false }
    if first == UInt8(ascii: "T") { return readTable() }
    guard !isKey.isEmpty, readByte() != nil else { return false }
    switch Int32(first) {
    case SQLITE_INSERT, SQLITE_DELETE: return readRecord { _ in true }
    case SQLITE_UPDATE:
      let isKey = isKey
      return readRecord { isKey[$0] } && readRecord { _ in false }
    default: return false
    }
  }

  private mutating func readTable() -> Bool {
    guard let count = readLength(), (1...32_767).contains(count), count <= bytes.count - position else {
      return false
    }
    isKey = (position..<position + count).map { bytes[$0] != 0 }
    position += count
    let start = position
    while let byte = readByte() {
      if byte == 0 { return position - start > 1 && isKey.contains(true) }
    }
    return false
  }

  /// One value for each column; `isNeeded` tells which must be known.
  private mutating func readRecord(_ isNeeded: (Int) -> Bool) -> Bool {
    for column in isKey.indices {
      guard let type = readByte() else { return false }
      switch Int32(type) {
      case 0: if isNeeded(column) { return false }
      case SQLITE_INTEGER, SQLITE_FLOAT: if !skip(8) { return false }
      case SQLITE_TEXT, SQLITE_BLOB:
        guard let length = readLength(), skip(length) else { return false }
      case SQLITE_NULL: break
      default: return false
      }
    }
    return true
  }

  private mutating func readByte() -> UInt8? {
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  /// SQLite's variable-length number: seven bits a byte, most significant first; a length never needs more than five.
  private mutating func readLength() -> Int? {
    var length = 0
    for _ in 0..<5 {
      guard let byte = readByte() else { return nil }
      length = length << 7 | Int(byte & 0x7F)
      if byte < 0x80 { return length <= Int(Int32.max) ? length : nil }
    }
    return nil
  }

  private mutating func skip(_ count: Int) -> Bool {
    guard count <= bytes.count - position else { return false }
    position += count
    return true
  }
}

extension Changeset {
  /// Whether the bytes are a whole changeset that SQLite can read.
  public var isWellFormed: Bool { ChangesetReader.accepts(bytes) }

  /// Throws `.malformedChangeset` unless SQLite can read the bytes.
  func requireWellFormed() throws(SQLiteError) {
    if !isWellFormed { throw .malformedChangeset }
  }
}
