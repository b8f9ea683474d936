extension String {
  /// The text without control characters, which could command a terminal.
  var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }

  /// The paragraphs' words in lines of at most `width` characters, longer words alone in theirs; empty lines
  /// stay.
  func wrapped(width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines = [""]
      var room = width
      for word in paragraph.split(separator: " ") {
        let length = word.count
        if room == width {
          lines[lines.count - 1] = String(word)
          room -= length
        } else if length + 1 <= room {
          lines[lines.count - 1] += " " + word
          room -= length + 1
        } else {
          lines.append(String(word))
          room = width - length
        }
      }
      return lines
    }
  }

  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
