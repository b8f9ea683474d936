import RealistModel

/// How a text is cut for full-text search: a passage is a turn, or a paragraph where there are no turns.
enum Passages {
  /// The passages in order, together holding every word but the speakers' labels; a stretch before the first turn is cut into
  /// paragraphs too.
  static func spans(of text: SourceText, turns: [Turn]) -> [TextSpan] {
    guard let first = turns.first else { return paragraphs(of: text, before: text.length) }
    return paragraphs(of: text, before: first.span.start) + turns.map(\.span)
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
