import RealistFormats
import RealistModel

/// A hand-written text cut into lines, which remembers where each piece stands.
package struct NotationLines: Sendable {
  package let bytes: [UInt8]
  /// The bytes of each line without its line break.
  package let lines: [Range<Int>]

  /// A byte order mark is skipped; CRLF counts as LF.
  package init(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    var normal: [UInt8] = []
    normal.reserveCapacity(bytes.count)
    for at in start..<max(start, bytes.count) {
      let isBeforeLineFeed = at + 1 < bytes.count && bytes[at + 1] == 0x0a
      if bytes[at] == 0x0d, isBeforeLineFeed { continue }
      normal.append(bytes[at])
    }
    self.bytes = normal
    var (lines, lineStart) = ([Range<Int>](), 0)
    for (at, byte) in normal.enumerated() where byte == 0x0a {
      lines.append(lineStart..<at)
      lineStart = at + 1
    }
    if lineStart < normal.count { lines.append(lineStart..<normal.count) }
    self.lines = lines
  }

  /// The text of a line.
  package subscript(line: Int) -> String { String(decoding: bytes[lines[line]], as: UTF8.self) }

  package func isBlank(_ line: Int) -> Bool { bytes[lines[line]].allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// Whether a line begins with some ASCII text.
  package func line(_ line: Int, startsWith prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { bytes[lines[line]].starts(with: $0) }
  }

  /// The place of a byte.
  package func place(ofByte offset: Int) -> TextPlace {
    var (low, high) = (0, lines.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    guard low < lines.count else { return TextPlace(line: 1, column: 1) }
    let before = bytes[lines[low].lowerBound..<min(max(offset, lines[low].lowerBound), bytes.count)]
    return TextPlace(line: low + 1, column: before.count { $0 & 0xc0 != 0x80 } + 1)
  }

  package func place(ofLine line: Int) -> TextPlace { TextPlace(line: line + 1, column: 1) }
}

/// `Title {#key}`, split into its parts.
package struct NotatedHeading {
  package var title: String
  package var key: String?

  package init(_ text: String) {
    let text = text.trimmed
    guard text.hasSuffix("}"), let open = text.range(ofLast: "{#") else {
      (title, key) = (text, nil)
      return
    }
    title = String(text[..<open.lowerBound]).trimmed
    key = String(text[open.upperBound...].dropLast()).trimmed
  }

  /// Whether a text can be a key: not empty, and none of white space, `{}`, quotation marks, `,`, `;`.
  package static func isKey(_ text: String) -> Bool {
    !text.isEmpty
      && !text.unicodeScalars.contains { scalar in
        scalar.isWhiteSpace || "{}\"“”,;`".unicodeScalars.contains(scalar) || scalar.value < 0x20
      }
  }

  /// A key made from a title: lower-case words joined by `-`; empty when the title has no letter or digit.
  package static func slug(_ title: String) -> String {
    var (result, pending) = ("", false)
    for scalar in title.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if pending, !result.isEmpty { result += "-" }
        pending = false
        result.unicodeScalars.append(scalar)
      } else if scalar != "'" && scalar != "’" {
        pending = true
      }
    }
    return result
  }
}

extension StringProtocol {
  /// The last place of an ASCII text, found from the left without overlap.
  package func range(ofLast needle: String) -> Range<Index>? {
    var (found, rest) = (Range<Index>?.none, self[...])
    while let next = rest.range(ofFirst: needle) {
      found = next
      rest = self[next.upperBound...]
    }
    return found
  }

  /// The first place of an ASCII text.
  package func range(ofFirst needle: String) -> Range<Index>? {
    let (text, wanted) = (utf8, needle.utf8)
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].starts(with: wanted) { return start..<text.index(start, offsetBy: wanted.count) }
      start = text.index(after: start)
    }
    return nil
  }

  /// On one line: line breaks and tabs become spaces.
  package var onOneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0 }))
  }
}
