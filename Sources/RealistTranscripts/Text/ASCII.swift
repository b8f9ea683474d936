/// Bytes by name, for the scanners.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")
  static let zero = UInt8(ascii: "0")
  static let colon = UInt8(ascii: ":")
  static let point = UInt8(ascii: ".")
  static let comma = UInt8(ascii: ",")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let ampersand = UInt8(ascii: "&")
  static let semicolon = UInt8(ascii: ";")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")
  static let backslash = UInt8(ascii: "\\")
  static let hyphen = UInt8(ascii: "-")

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: true
    default: false
    }
  }

  /// `：` (U+FF1A) or `∶` (U+2236), three bytes each.
  static func isWideColon(_ bytes: [UInt8], at offset: Int, before limit: Int) -> Bool {
    guard offset + 3 <= limit else { return false }
    switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
    case (0xef, 0xbc, 0x9a), (0xe2, 0x88, 0xb6): return true
    default: return false
    }
  }
}
