/// A charset that can be named for a text file.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// The byte order mark decides which of the two it is.
  case utf16 = "utf-16"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
  case latin1 = "iso-8859-1"
  case macRoman = "macroman"

  /// The charset of that name in any case, the usual other names included (`cp1252`, `latin1`, `mac-roman`, …).
  public init(named name: String) throws(ImportError) {
    let key = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    let found = Self.allCases.first { $0.rawValue.filter { $0 != "-" } == key } ?? Self.otherNames[key]
    guard let found else { throw .unknownEncoding(name: name) }
    self = found
  }

  private static let otherNames: [String: TextEncoding] = [
    "cp1252": .windows1252, "ansi": .windows1252, "latin1": .latin1, "mac": .macRoman, "macintosh": .macRoman,
    "xmacroman": .macRoman, "unicode": .utf16, "ascii": .utf8, "usascii": .utf8,
  ]
}
