/// Finds quotes, "words as you remember them", in one text.
///
/// A quote is looked for in these ways, whole words before parts of words, and the first way that finds anything decides:
///
/// 1. exactly as it is written;
/// 2. tolerantly: any white space for any other, straight or curly quotation marks, any dash, é in one scalar or two, pauses (`...`) in
///    the text passed over; `…`, `...`, `(...)`, `[...]` in the quote stand for words left out, ``longestElision`` of them at most
///    unless in one turn; `[words]` in brackets were put in by the writer and are passed over together with at most
///    ``longestReplacement`` words of the text. Words may go on in the next turn; what stands between turns is passed over;
/// 3. tolerantly and whatever the letter case.
///
/// The text is folded once, in linear time. A quote then costs time in the number of places of its rarest word; only a quote that is
/// a part of a word takes a scan of the text.
public struct QuoteLocator: Sendable {
  /// The most words that an elision leaves out when it goes beyond one turn.
  public static let longestElision = 40
  /// The most words of the text that a bracketed insertion replaces.
  public static let longestReplacement = 3
  /// The most places that ``QuoteError/ambiguous(count:places:)`` names.
  public static let mostPlaces = 10

  let text: SourceText
  let table: CharacterTable
  /// The words said, and after it everything, labels included, when that is more.
  let streams: [Stream]
  /// The bytes of each turn, in text order, without overlap.
  let turns: [Range<Int>]

  /// Folded text with its words.
  struct Stream: Sendable {
    let folded: FoldedText
    let index: WordIndex
  }

  /// - Parameter turns: of this text; what lies outside them (labels, blank lines, headings) is searched last.
  public init(text: SourceText, turns: [Turn] = []) {
    var table = CharacterTable()
    let whole = FoldedText(text.string, table: &table)
    let ranges = Self.byteRanges(of: turns, in: text)
    let spoken = FoldedText(whole, within: ranges)
    var streams = [Stream(folded: whole, index: WordIndex(whole, table: table))]
    if !ranges.isEmpty, spoken.units != whole.units {
      streams.insert(Stream(folded: spoken, index: WordIndex(spoken, table: table)), at: 0)
    }
    (self.text, self.table, self.streams, self.turns) = (text, table, streams, ranges)
  }

  /// Every place of the quote, in text order; none when it is nowhere.
  ///
  /// - Throws: ``QuoteError/empty`` only.
  public func matches(for quote: String) throws(QuoteError) -> [QuoteMatch] {
    let search = QuoteSearch(quote.trimmed, locator: self)
    guard search.hasWords else { throw .empty }
    for wholeWords in [true, false] {
      let exact = search.exact(wholeWords: wholeWords)
      if !exact.isEmpty { return exact.map { match(bytes: $0, isExact: true) } }
      for ignoringCase in [false, true] {
        let found = search.tolerant(ignoringCase: ignoringCase, wholeWords: wholeWords)
        if !found.isEmpty { return found.map { match(bytes: $0, isExact: false) } }
      }
    }
    return []
  }

  /// The one place of the quote, or the one of that number, counted from 1 in text order.
  public func locate(_ quote: String, occurrence: Int? = nil) throws(QuoteError) -> QuoteMatch {
    let found = try matches(for: quote)
    guard !found.isEmpty else { throw .notFound(closest: closest(to: quote)) }
    if let occurrence {
      guard (1...found.count).contains(occurrence) else {
        throw .noSuchOccurrence(occurrence, count: found.count)
      }
      return found[occurrence - 1]
    }
    guard found.count == 1 else {
      let places = found.prefix(Self.mostPlaces).map {
        QuotePlace(span: $0.span, line: text.place(ofScalar: $0.span.start).line)
      }
      throw .ambiguous(count: found.count, places: places)
    }
    return found[0]
  }

  private func match(bytes: Range<Int>, isExact: Bool) -> QuoteMatch {
    let start = text.scalarOffset(ofUTF8: bytes.lowerBound)
    let end = text.scalarOffset(ofUTF8: bytes.upperBound)
    return QuoteMatch(span: TextSpan(valid: start..<end), isExact: isExact, turns: turns(touching: bytes))
  }

  /// The turns' bytes in text order; what reaches outside the text or into the turn before is cut off.
  private static func byteRanges(of turns: [Turn], in text: SourceText) -> [Range<Int>] {
    var last = 0
    return turns.map(\.span).sorted().map { span in
      let start = max(last, text.utf8Offset(ofScalar: min(span.start, text.length)))
      last = max(start, text.utf8Offset(ofScalar: min(span.end, text.length)))
      return start..<last
    }
  }
}

extension QuoteLocator {
  /// The turns that overlap some bytes.
  func turns(touching bytes: Range<Int>) -> Range<Int> {
    let first = turns.partition { $0.upperBound > bytes.lowerBound }
    let end = turns.partition { $0.lowerBound >= bytes.upperBound }
    return first..<max(first, end)
  }

  /// The turn that holds a byte.
  func turn(atByte byte: Int) -> Int? {
    let place = turns.partition { $0.upperBound > byte }
    return place < turns.count && turns[place].contains(byte) ? place : nil
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first place from which on a property holds that, once true, stays true (binary search).
  func partition(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
