import RealistModel

/// How a text is cut for full-text search: a passage is a turn, or a paragraph where there are no turns.
enum Passages {
  /// The passages in order, together holding every word but the speakers' labels; a stretch before the first turn is cut into
  /// paragraphs too.
  static func spans(of text: SourceText, turns: [Turn]) -> [TextSpan] {
    guard let first = turns.first else { return paragraphs(of: text, before: text.length) }
    return paragraphs(of: text, before: startOfLabel(of: first, in: text)) + turns.map(\.span)
  }

  /// Where the line begins that names the speaker of a turn; the turn's own start where no speaker is named before it.
  private static func startOfLabel(of turn: Turn, in text: SourceText) -> Int {
    guard let speaker = turn.speaker, let before = try? TextSpan(start: 0, end: turn.span.start) else {
      return turn.span.start
    }
    let scalars = Array(text[before].unicodeScalars)
    var end = scalars.count
    while end > 0, scalars[end - 1].isWhiteSpace { end -= 1 }
    let start = (scalars[..<end].lastIndex(of: "\n") ?? -1) + 1
    let line = String(String.UnicodeScalarView(scalars[start..<end])).drop { !$0.isLetter && !$0.isNumber }
    return line.hasPrefix(speaker) ? start : turn.span.start
  }

  /// Stretches between blank lines that hold a word and end before an offset.
  private static func paragraphs(of text: SourceText, before limit: Int) -> [TextSpan] {
    var spans: [TextSpan] = []
    var (start, offset, lineIsBlank) = (0, 0, true)
    func close(at end: Int) {
      guard let span = try? TextSpan(start: start, end: end), SourceText.wordCount(of: text[span]) > 0 else {
        return
      }
      spans.append(span)
    }
    for scalar in text.string.unicodeScalars {
      if offset == limit { break }
      if scalar == "\n" {
        if lineIsBlank {
          close(at: offset)
          start = offset + 1
        }
        lineIsBlank = true
      } else if !scalar.isWhiteSpace {
        lineIsBlank = false
      }
      offset += 1
    }
    close(at: offset)
    return spans
  }
}
