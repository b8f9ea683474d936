import CSQLite

/// What may be done with a file.
public enum OpenMode: Sendable, Hashable, CaseIterable {
  /// Reads and writes a file that exists.
  case readWrite
  /// Reads and writes a file, and makes it when it does not exist.
  case readWriteCreate
  /// Reads a file that others may write.
  case readOnly
  /// Reads a file that nobody writes, without any lock; works on read-only media.
  case immutable

  var flags: Int32 {
    switch self {
    case .readWrite: SQLITE_OPEN_READWRITE
    case .readWriteCreate: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    case .readOnly: SQLITE_OPEN_READONLY
    case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    }
  }

  /// What SQLite is given. Debian's build reads `file:` and `:memory:` and "" as something else than paths.
  func name(for path: String) -> String {
    if self == .immutable { return "file:" + OpenMode.percentEncoded(path) + "?immutable=1" }
    let isSpecial = path.isEmpty || path.utf8.starts(with: "file:".utf8) || path.utf8.starts(with: ":".utf8)
    return isSpecial ? "./" + path : path
  }

  /// The path with every byte that means something in a URI as `%XX`.
  private static func percentEncoded(_ path: String) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    // A second slash at the beginning would name a host.
    let encoded = String(decoding: bytes, as: UTF8.self)
    return encoded.utf8.starts(with: "//".utf8) ? "//" + encoded : encoded
  }
}

/// Where a file comes from.
public enum Trust: Sendable, Hashable {
  /// Written by this program on this machine.
  case own
  /// From somebody else: its triggers, views and functions may have been prepared to do harm.
  case stranger
}

extension Connection {
  /// Settles the connection and reads the header.
  func prepareForUse(trust: Trust, busyTimeout milliseconds: Int) throws(SQLiteError) {
    try database.check(sqlite3_busy_timeout(database.pointer, Int32(clamping: milliseconds)))
    // A string in double quotes is a typing error, never a string.
    try configure(SQLITE_DBCONFIG_DQS_DML, false)
    try configure(SQLITE_DBCONFIG_DQS_DDL, false)
    try configure(SQLITE_DBCONFIG_ENABLE_FKEY, true)
    if trust == .stranger {
      try configure(SQLITE_DBCONFIG_DEFENSIVE, true)
      try configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
      try configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, false)
      try configure(SQLITE_DBCONFIG_ENABLE_VIEW, false)
      try execute("PRAGMA cell_size_check = ON")
      try execute("PRAGMA mmap_size = 0")
    }
    _ = try int("PRAGMA schema_version")
  }

  func configure(_ option: Int32, _ isOn: Bool) throws(SQLiteError) {
    try database.check(csqlite_configure(database.pointer, option, isOn ? 1 : 0))
  }

  func configuration(_ option: Int32) -> Bool {
    csqlite_configuration(database.pointer, option) == 1
  }
}
