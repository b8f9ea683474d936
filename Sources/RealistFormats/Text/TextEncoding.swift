/// A charset that can be named for a text file.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// The byte order mark decides which of the two it is.
  case utf16 = "utf-16"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1253 = "windows-1253"
  case windows1254 = "windows-1254"
  case windows1255 = "windows-1255"
  case windows1256 = "windows-1256"
  case windows1257 = "windows-1257"
  case windows1258 = "windows-1258"
  case latin1 = "iso-8859-1"
  case macRoman = "macroman"

  /// The charset of that name in any case, the usual other names included (`cp1252`, `latin1`, `mac-roman`, …).
  public init(named name: String) throws(ImportError) {
    let key = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    let page = key.hasPrefix("cp") ? "windows" + key.dropFirst(2) : key
    let found = Self.allCases.first { $0.rawValue.filter { $0 != "-" } == page } ?? Self.otherNames[key]
    guard let found else { throw .unknownEncoding(name: name) }
    self = found
  }

  private static let otherNames: [String: TextEncoding] = [
    "ansi": .windows1252, "latin1": .latin1, "mac": .macRoman, "macintosh": .macRoman,
    "xmacroman": .macRoman, "unicode": .utf16, "ascii": .utf8, "usascii": .utf8,
  ]

  /// The number of the code page, where it is a charset of one byte a character.
  var codePage: Int? {
    switch self {
    case .utf8, .utf16, .utf16LittleEndian, .utf16BigEndian: nil
    case .windows1250: 1250
    case .windows1251: 1251
    case .windows1252: 1252
    case .windows1253: 1253
    case .windows1254: 1254
    case .windows1255: 1255
    case .windows1256: 1256
    case .windows1257: 1257
    case .windows1258: 1258
    case .latin1: 28_591
    case .macRoman: 10_000
    }
  }
}
