/// `&amp;` and its kin, as WebVTT and Markdown write them: the names of HTML that occur in transcripts, and numbers.
package struct CharacterReference {
  package let scalar: Unicode.Scalar
  /// The offset after the semicolon.
  package let end: Int

  /// The reference whose `&` stands at that offset; `nil` when it is none, or stands for U+0000 or a carriage return.
  package init?(_ bytes: [UInt8], at start: Int, before limit: Int) {
    let last = min(limit, start + 12)
    guard start < last, bytes[start] == ASCII.ampersand,
      let semicolon = bytes[start..<last].firstIndex(of: ASCII.semicolon)
    else { return nil }
    let name = Scan.string(bytes, (start + 1)..<semicolon)
    guard let scalar = Self.named[name] ?? Self.numbered(name) else { return nil }
    (self.scalar, end) = (scalar, semicolon + 1)
  }

  private static func numbered(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let value, value != 0, value != 13 else { return nil }
    return Unicode.Scalar(value)
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{a0}", "lrm": "\u{200e}",
    "rlm": "\u{200f}", "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”",
  ]
}
