/// A place in a text where a quote was found.
public struct QuoteMatch: Hashable, Sendable {
  /// From the first to the last word of the quote; what an elision leaves out, and the labels between turns, lie within.
  public let span: TextSpan
  /// Whether the words stand there scalar for scalar as they were asked for.
  public let isExact: Bool
  /// The turns it touches, as positions in the text's turns in text order; empty outside every turn.
  public let turns: Range<Int>
}

/// A passage that resembles a quote that was not found.
public struct Passage: Hashable, Sendable {
  public let span: TextSpan
  /// The number of words in the span.
  public let words: Int
  /// Shared words and pairs of neighbouring words as a part of all (Dice coefficient), from 0 to 1.
  public let similarity: Double
}

/// A place as people find it: by line.
public struct QuotePlace: Hashable, Sendable, CustomStringConvertible {
  public let span: TextSpan
  /// The line in which it begins, from 1.
  public let line: Int

  public init(span: TextSpan, line: Int) { (self.span, self.line) = (span, line) }

  /// `line 12 (340..371)`.
  public var description: String { "line \(line) (\(span.start)..\(span.end))" }
}

/// Why a quote is no place in a text. Never holds words of the text, only places.
public enum QuoteError: Error, Hashable, Sendable {
  /// The quote has no words outside brackets and elisions.
  case empty
  /// It is nowhere; `closest` are the passages most like it, best first, perhaps none.
  case notFound(closest: [Passage])
  /// It is in several places; the first ten of them are named.
  case ambiguous(count: Int, places: [QuotePlace])
  /// It is in fewer places than the one that was asked for, or that one is not positive.
  case noSuchOccurrence(Int, count: Int)

  /// Lower case, without full stop, without words of the text.
  public var message: String {
    switch self {
    case .empty: "the quote has no words"
    case .notFound(let closest):
      closest.isEmpty
        ? "the quote is not in the text, nor is anything like it" : "the quote is not in the text"
    case .ambiguous(let count, let places):
      "the quote is in \(count) places: \(places.map(\.description).joined(separator: ", "))"
        + (count > places.count ? ", …" : "")
    case .noSuchOccurrence(let asked, let count):
      "there is no occurrence \(asked) of the quote; it is in \(count) place\(count == 1 ? "" : "s")"
    }
  }

  /// What to try next.
  public var hint: String? {
    switch self {
    case .empty: "give the words as they were said; … stands for words left out, [brackets] for words put in"
    case .notFound(let closest):
      closest.isEmpty
        ? "look for a few of its words with: realist search"
        : "the closest passages are at "
          + closest.map { "\($0.span.start)..\($0.span.end)" }.joined(separator: ", ")
    case .ambiguous(let count, _):
      "say which one is meant with --occurrence 1 to \(count), or quote more words"
    case .noSuchOccurrence(_, let count):
      count == 1 ? "leave out --occurrence" : "use --occurrence 1 to \(count)"
    }
  }
}
