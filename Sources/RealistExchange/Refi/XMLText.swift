/// Text as XML 1.0 can hold it.
enum XMLText {
  /// Without the characters that XML has no way to write: control characters but tab, line feed and carriage return, U+FFFE and U+FFFF.
  static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }))
  }

  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r"
      || scalar.value == 0xfffe || scalar.value == 0xffff
  }
}
