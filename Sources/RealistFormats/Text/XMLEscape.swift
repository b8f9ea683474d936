extension [UInt8] {
  /// Appends a text as XML 1.0 character data or, with `inAttribute`, as the value of an attribute in quotation marks.
  ///
  /// What XML has no way to write (control characters, U+FFFE, U+FFFF) becomes U+FFFD. White space survives: in an attribute line feeds and
  /// tabs are character references.
  package mutating func append(xml text: String, inAttribute: Bool = false) {
    var text = text
    text.withUTF8 { bytes in
      var copied = 0
      for (offset, byte) in bytes.enumerated() {
        var length = 1
        let replacement: StaticString
        switch byte {
        case UInt8(ascii: "&"): replacement = "&amp;"
        case UInt8(ascii: "<"): replacement = "&lt;"
        case UInt8(ascii: ">"): replacement = "&gt;"
        case UInt8(ascii: "\"") where inAttribute: replacement = "&quot;"
        case 0x09 where inAttribute: replacement = "&#9;"
        case 0x0a where inAttribute: replacement = "&#10;"
        case 0x0d: replacement = "&#13;"
        case 0x09, 0x0a: continue
        case 0x00..<0x20, 0x7f: replacement = "\u{FFFD}"
        case 0xef where offset + 2 < bytes.count && bytes[offset + 1] == 0xbf && bytes[offset + 2] >= 0xbe:
          replacement = "\u{FFFD}"
          length = 3
        default: continue
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<offset]))
        append(
          contentsOf: UnsafeBufferPointer(
            start: replacement.utf8Start, count: replacement.utf8CodeUnitCount))
        copied = offset + length
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
  }
}

extension String {
  /// As XML 1.0 character data; see ``append(xml:inAttribute:)``.
  package var xml: String {
    var bytes: [UInt8] = []
    bytes.append(xml: self)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// As the value of an XML attribute, without its quotation marks.
  package var xmlAttribute: String {
    var bytes: [UInt8] = []
    bytes.append(xml: self, inAttribute: true)
    return String(decoding: bytes, as: UTF8.self)
  }
}
