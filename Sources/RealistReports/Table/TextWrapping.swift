/// Breaks text into lines that fit a number of terminal columns.
package enum TextWrapping {
  /// The lines of a text. Breaks at spaces, within a word only when it is wider than a whole line (after `/` or `-` when it can), and at every
  /// line break of the text. A line that is indented stays so.
  ///
  /// - Parameters:
  ///   - width: at least 1; `nil` breaks at line breaks only.
  ///   - indent: spaces before every line but the first of each line of the text.
  package static func lines(of text: String, width: Int?, indent: Int = 0) -> [String] {
    text.lineByLine.flatMap { line -> [String] in
      let visible = withoutControls(line)
      guard let width, DisplayWidth.of(visible) > width else { return [visible] }
      let margin = String(repeating: " ", count: visible.utf8.prefix { $0 == 0x20 }.count)
      if margin.isEmpty || margin.utf8.count > width / 2 {
        return wrapped(visible, width: width, indent: min(indent, width / 4))
      }
      return wrapped(visible, width: width - margin.utf8.count, indent: 0).map { margin + $0 }
    }
  }

  private static func wrapped(_ text: String, width: Int, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var (result, line, used) = ([String](), "", 0)
    for part in text.utf8.split(separator: 0x20) {
      var word = Substring(part)
      var size = DisplayWidth.of(word)
      if used > 0 && used + 1 + size <= width - (result.isEmpty ? 0 : indent) {
        line += " " + word
        used += 1 + size
        continue
      }
      if used > 0 {
        result.append(result.isEmpty ? line : margin + line)
        (line, used) = ("", 0)
      }
      while size > width - (result.isEmpty ? 0 : indent) {
        let head = prefix(of: word, width: width - (result.isEmpty ? 0 : indent))
        result.append((result.isEmpty ? "" : margin) + head)
        word = word[head.endIndex...]
        size = DisplayWidth.of(word)
      }
      (line, used) = (String(word), size)
    }
    if used > 0 || result.isEmpty { result.append(result.isEmpty ? line : margin + line) }
    return result
  }

  /// As many characters as fit, but at least one; up to the last `/` or `-` when that leaves at least a third of the width.
  private static func prefix(of word: Substring, width: Int) -> Substring {
    var (used, end) = (0, word.startIndex)
    var (breakWidth, breakEnd) = (0, word.startIndex)
    while end < word.endIndex {
      used += DisplayWidth.of(word[end])
      if used > width && end > word.startIndex { break }
      let character = word[end]
      end = word.index(after: end)
      if character == "/" || character == "-" { (breakWidth, breakEnd) = (used, end) }
    }
    return word[..<(3 * breakWidth >= width && breakWidth > 0 ? breakEnd : end)]
  }

  /// Control characters, which could steer a terminal, replaced by their pictures (U+2400…); a tab becomes a space.
  static func withoutControls(_ text: some StringProtocol) -> String {
    guard hasControls(text) else { return String(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(" ")
      case 0x00...0x1f: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7f: result.append("\u{2421}")
      case 0x80...0x9f: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether there is a C0 or C1 control or a delete; C1 controls are C2 80 to C2 9F in UTF-8.
  private static func hasControls(_ text: some StringProtocol) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7f || previous == 0xc2 && byte < 0xa0 { return true }
      previous = byte
    }
    return false
  }
}
