import RealistModel

/// What was said around a quote.
public enum QuoteContext {
  /// The rest of the turns that the span touches, and `count` turns before and after them. A text without turns is taken line by line, empty
  /// lines left out. Nothing for a `count` of 0.
  ///
  /// - Parameter turns: of the text, in order of place.
  /// - Complexity: logarithmic in the number of turns; linear in the text where it has none.
  public static func around(
    _ span: TextSpan, in text: SourceText, turns: [Turn], count: Int
  ) -> (before: [Quote.ContextTurn], after: [Quote.ContextTurn]) {
    guard count > 0 else { return ([], []) }
    let units = turns.isEmpty ? lines(of: text) : turns
    let first = firstIndex(in: units) { $0.span.end > span.start }
    let end = max(first, firstIndex(in: units) { $0.span.start >= span.end })
    var before = units[max(0, first - count)..<first].map { part($0, of: text) }
    var after = units[end..<min(units.count, end + count)].map { part($0, of: text) }
    if first < end {
      if let start = rest(units[first].span.start, span.start) {
        before.append(part(units[first], of: text, cut: start))
      }
      if let tail = rest(span.end, units[end - 1].span.end) {
        after.insert(part(units[end - 1], of: text, cut: tail), at: 0)
      }
    }
    return (before.filter { !$0.words.isEmpty }, after.filter { !$0.words.isEmpty })
  }

  private static func rest(_ start: Int, _ end: Int) -> TextSpan? { try? TextSpan(start: start, end: end) }

  private static func part(_ turn: Turn, of text: SourceText, cut: TextSpan? = nil) -> Quote.ContextTurn {
    Quote.ContextTurn(speaker: turn.speaker, words: text[cut ?? turn.span].trimmed)
  }

  /// The first unit that fits, by binary search: the units that fit are the last ones.
  private static func firstIndex(in units: [Turn], where fits: (Turn) -> Bool) -> Int {
    var (low, high) = (0, units.count)
    while low < high {
      let middle = (low + high) / 2
      if fits(units[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func lines(of text: SourceText) -> [Turn] {
    var (result, start, offset) = ([Turn](), 0, 0)
    for scalar in text.string.unicodeScalars {
      if scalar == "\n" {
        if let span = rest(start, offset) { result.append(Turn(span: span)) }
        start = offset + 1
      }
      offset += 1
    }
    if let span = rest(start, offset) { result.append(Turn(span: span)) }
    return result
  }
}
