/// What became of a span when its text was revised.
public struct CarriedSpan: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    /// The same words at the same offsets.
    case exact
    /// The same words elsewhere.
    case moved(to: TextSpan)
    /// What stands around the span was found, the words differ: a proposal for a person to look at.
    case changed(to: TextSpan)
    /// Nothing of it was found.
    case lost
  }

  /// In the old text.
  public let old: TextSpan
  public let outcome: Outcome

  /// In the new text; `nil` when the span is lost.
  public var new: TextSpan? {
    switch outcome {
    case .exact: old
    case .moved(let span), .changed(let span): span
    case .lost: nil
    }
  }
}

/// Carries spans from one revision of a text to the next.
///
/// Unchanged lines are found by a diff, paragraphs that moved by their being unique in both texts, unchanged words of changed lines by a
/// second diff. A span whose words are all still there in one piece is carried silently (`exact`, `moved`); a few words whose place is
/// not clear are looked for in the whole text. Nothing is dropped: there is one answer for each span, in the order given.
public struct Carryover {
  /// A span of fewer words is not looked for outside its surroundings: such words turn up by chance.
  private static let fewestWordsToSearch = 4
  /// What may stand between two parts of a span, in bytes, beyond twice what stood there before.
  private static let longestInsertion = 2000
  /// What may replace words at the edge of a span, in bytes, beyond twice their length.
  private static let longestReplacement = 40

  private let old: SourceText
  private let new: SourceText
  private let alignment: TextAlignment
  private var locators: (old: QuoteLocator, new: QuoteLocator)?

  /// Every span with its outcome, in the order given. Spans must lie within the old text.
  ///
  /// Nearly linear in the length of the texts that resemble each other.
  public static func carry(spans: [TextSpan], from old: SourceText, to new: SourceText) -> [CarriedSpan] {
    if old.string.isIdentical(to: new.string) { return spans.map { CarriedSpan(old: $0, outcome: .exact) } }
    var carryover = Carryover(from: old, to: new)
    return spans.map { carryover.carried($0) }
  }

  private init(from old: SourceText, to new: SourceText) {
    (self.old, self.new) = (old, new)
    alignment = TextAlignment(old: old, new: new)
  }

  private mutating func carried(_ span: TextSpan) -> CarriedSpan {
    let bytes = old.utf8Offset(ofScalar: span.start)..<old.utf8Offset(ofScalar: span.end)
    let overlapping = alignment.overlapping(bytes)
    if let run = alignment.runs[overlapping].first, bytes.clamped(to: run.old) == bytes {
      let start = run.newStart + bytes.lowerBound - run.old.lowerBound
      return outcome(span, proposal: start..<start + bytes.count)
    }
    if let place = searched(span) {
      return CarriedSpan(old: span, outcome: place == span ? .exact : .moved(to: place))
    }
    let proposal = overlapping.isEmpty ? replacement(of: bytes) : stretch(bytes, overlapping)
    return outcome(span, proposal: proposal)
  }

  /// Compares the words at last: whatever a proposal came from, `exact` and `moved` are only said of the same words.
  private func outcome(_ span: TextSpan, proposal: Range<Int>?) -> CarriedSpan {
    guard let proposal, let bare = new.span(ofUTF8: proposal),
      let place = try? new.span(covering: bare.range).span
    else { return CarriedSpan(old: span, outcome: .lost) }
    guard String(old[span]).isIdentical(to: String(new[place])) else {
      return CarriedSpan(old: span, outcome: .changed(to: place))
    }
    return CarriedSpan(old: span, outcome: place == span ? .exact : .moved(to: place))
  }

  /// The place of the very words, when they are unique in both texts.
  private mutating func searched(_ span: TextSpan) -> TextSpan? {
    let words = String(old[span])
    guard SourceText.wordCount(of: words) >= Self.fewestWordsToSearch else { return nil }
    let both = locators ?? (QuoteLocator(text: old), QuoteLocator(text: new))
    locators = both
    guard let found = try? both.new.matches(for: words), found.count == 1, found[0].isExact,
      let before = try? both.old.matches(for: words), before.count == 1, before[0].isExact,
      String(new[found[0].span]).isIdentical(to: words)
    else { return nil }
    return found[0].span
  }
}

extension Carryover {
  /// The new bytes of a span of which a part was found: from its first to its last found part, with what replaced its edges.
  private func stretch(_ bytes: Range<Int>, _ overlapping: Range<Int>) -> Range<Int>? {
    let runs = alignment.runs
    let share = { (place: Int) in runs[place].old.clamped(to: bytes).count }
    guard var first = overlapping.max(by: { (share($0), $1) < (share($1), $0) }) else { return nil }
    var last = first
    while first > overlapping.lowerBound, follows(first, first - 1) { first -= 1 }
    while last + 1 < overlapping.upperBound, follows(last + 1, last) { last += 1 }
    let start = newStart(bytes.lowerBound, first)
    let end = newEnd(bytes.upperBound, last)
    return start < end ? trimmed(start..<end) : nil
  }

  /// Whether a run comes soon after another one in the new text, as it did in the old one.
  private func follows(_ later: Int, _ earlier: Int) -> Bool {
    let (left, right) = (alignment.runs[earlier], alignment.runs[later])
    let gap = right.newStart - left.newEnd
    return gap >= 0 && gap <= 2 * (right.old.lowerBound - left.old.upperBound) + Self.longestInsertion
  }

  /// Where the span begins now: in the run, or at the beginning of what replaced the words before it.
  private func newStart(_ start: Int, _ place: Int) -> Int {
    let run = alignment.runs[place]
    if run.old.lowerBound <= start { return run.newStart + start - run.old.lowerBound }
    let before = place > 0 ? alignment.runs[place - 1] : TextAlignment.Run(old: 0..<0, newStart: 0)
    let replaced = run.newStart - before.newEnd
    let isNear = replaced >= 0 && replaced <= 2 * (run.old.lowerBound - start) + Self.longestReplacement
    return isNear && before.old.upperBound <= start ? before.newEnd : run.newStart
  }

  /// Where the span ends now: in the run, or at the end of what replaced the words after it.
  private func newEnd(_ end: Int, _ place: Int) -> Int {
    let run = alignment.runs[place]
    if run.old.upperBound >= end { return run.newStart + end - run.old.lowerBound }
    let after = place + 1 < alignment.runs.count ? alignment.runs[place + 1] : endOfTexts
    let replaced = after.newStart - run.newEnd
    let isNear = replaced >= 0 && replaced <= 2 * (end - run.old.upperBound) + Self.longestReplacement
    return isNear && after.old.lowerBound >= end ? after.newStart : run.newEnd
  }

  private var endOfTexts: TextAlignment.Run {
    let length = old.index.utf8Count
    return TextAlignment.Run(old: length..<length, newStart: new.index.utf8Count)
  }

  /// What stands now where the words stood, when something of their line is still there on at least one side.
  private func replacement(of bytes: Range<Int>) -> Range<Int>? {
    let next = alignment.overlapping(bytes).lowerBound
    let before = next > 0 ? alignment.runs[next - 1] : TextAlignment.Run(old: 0..<0, newStart: 0)
    let after = next < alignment.runs.count ? alignment.runs[next] : endOfTexts
    let (firstLine, lastLine) = (
      alignment.oldLine(atByte: bytes.lowerBound), alignment.oldLine(atByte: bytes.upperBound - 1)
    )
    guard before.old.upperBound > firstLine.lowerBound || after.old.lowerBound < lastLine.upperBound,
      before.newEnd < after.newStart,
      after.newStart - before.newEnd <= 2 * bytes.count + Self.longestReplacement
    else { return nil }
    return trimmed(before.newEnd..<after.newStart)
  }

  /// Without white space at both ends; `nil` when there is nothing else.
  private func trimmed(_ bytes: Range<Int>) -> Range<Int>? {
    new.withBytes { text in
      let isSpace = { (place: Int) in text[place] == 0x20 || text[place] &- 0x09 < 5 }
      guard let first = bytes.first(where: { !isSpace($0) }), let last = bytes.last(where: { !isSpace($0) })
      else {
        return nil
      }
      return first..<last + 1
    }
  }
}
