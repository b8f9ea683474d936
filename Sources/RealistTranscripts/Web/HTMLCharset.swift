import RealistFormats

/// The charset that a web page says it is in (HTML, 13.2.3.2: looked for in the first 1,024 bytes).
enum HTMLCharset {
  /// `nil` when it says none, says UTF-8 (which is what is tried first anyway), or has a byte order mark.
  static func declared(in bytes: [UInt8]) -> TextEncoding? {
    let start = bytes.prefix(1024).map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
    guard let first = start.first(where: { !ASCII.isBlank($0) && $0 != ASCII.newline && $0 != 0x0d }),
      first == ASCII.less, Scan.find("<meta", start, in: start.indices) != nil,
      let place = Scan.find("charset=", start, in: start.indices)
    else { return nil }
    let rest = start[(place + 8)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == ASCII.space }
    let name = rest.prefix { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == ASCII.hyphen || $0 == 0x5f }
    guard let encoding = try? TextEncoding(named: String(decoding: name, as: UTF8.self)) else { return nil }
    switch encoding {
    case .utf8, .utf16, .utf16LittleEndian, .utf16BigEndian: return nil
    // What calls itself Latin 1 is windows-1252 (Encoding Standard, 4.2).
    case .latin1: return .windows1252
    default: return encoding
    }
  }
}
