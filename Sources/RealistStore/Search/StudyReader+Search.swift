import RealistModel
import SQLiteKit

/// A passage that a search found.
public struct SearchHit: Hashable, Sendable {
  public var source: String
  /// The turn or paragraph.
  public var passage: TextSpan
  /// The words that were looked for, in order of place.
  public var matches: [TextSpan]
  /// The passage's words and who said them.
  public var quote: QuoteWords
  /// Which turn of the source it is, from 1; `nil` for a passage before the first turn.
  public var turn: Int?
}

extension StudyReader {
  /// The number of passages of newest revisions that a search finds.
  ///
  /// - Throws: ``StoreError/badSearch(reason:)``.
  public func searchCount(_ query: String) throws -> Int {
    try searching {
      try connection.int(
        """
        SELECT count(*)
        FROM search
          JOIN passage ON passage.id = search.rowid
          JOIN revision ON revision.text = passage.content
          JOIN source ON source.id = revision.source AND source.revision = revision.number
        WHERE search MATCH \(SearchQuery.fullText(query))
        """) ?? 0
    }
  }

  /// The passages of newest revisions that a search finds, in the study's order.
  ///
  /// Words are matched without regard to case and diacritics; a search is words, `"phrases"`, `prefix*`, `AND`, `OR`, `NOT`,
  /// `NEAR(a b, 5)` and parentheses, as SQLite's FTS5 reads them.
  ///
  /// - Parameter limit: how many at most; ``searchCount(_:)`` says how many there are.
  /// - Throws: ``StoreError/badSearch(reason:)``.
  public func search(_ query: String, limit: Int = 50) throws -> [SearchHit] {
    let fullText = SearchQuery.fullText(query)
    let places = try searching {
      try connection.queryAll(
        """
        SELECT source.id, source.name, revision.number, passage.start, passage."end"
        FROM search
          JOIN passage ON passage.id = search.rowid
          JOIN revision ON revision.text = passage.content
          JOIN source ON source.id = revision.source AND source.revision = revision.number
        WHERE search MATCH \(fullText)
        ORDER BY source.position, source.name, passage.start
        LIMIT \(limit)
        """
      ) { row in
        SearchPlace(
          source: row.id(0), name: row.text(1), revision: row.int(2),
          span: try TextSpan(start: row.int(3), end: row.int(4)))
      }
    }
    return try SearchMarker(query: fullText).hits(at: places, in: self)
  }

  /// FTS5 tells a query that it cannot read from other failures only by its sentence.
  private func searching<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as SQLiteError {
      guard let message = error.failure?.message,
        message.hasPrefix("fts5:") || message.contains("unterminated")
          || message.hasPrefix("no such column") || message.hasPrefix("unknown special query")
      else { throw error }
      throw StoreError.badSearch(reason: message.hasPrefix("fts5: ") ? String(message.dropFirst(6)) : message)
    }
  }
}

struct SearchPlace {
  var source: ID<Source>
  var name: String
  var revision: Int
  var span: TextSpan
}

/// Finds which words of a passage a query matched, by asking FTS5 itself about a copy of the passage in memory.
private struct SearchMarker {
  private let scratch: Connection
  private let query: String
  /// Control characters that no text has which was typed; one that has them would only show more marks.
  private static let (open, close) = ("\u{2}", "\u{3}")

  init(query: String) throws {
    scratch = try Connection.inMemory()
    self.query = query
    try scratch.executeScript(
      "CREATE VIRTUAL TABLE passage USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2')")
  }

  func hits(at places: [SearchPlace], in reader: StudyReader) throws -> [SearchHit] {
    var hits: [SearchHit] = []
    var current: (source: ID<Source>, text: SourceText, turns: [Turn])?
    for (number, place) in places.enumerated() {
      if current?.source != place.source {
        current = (
          place.source, try reader.text(of: place.source, revision: place.revision),
          try reader.turns(of: place.source, revision: place.revision)
        )
      }
      guard let (_, text, turns) = current else { continue }
      let quote = text.quote(try text.checked(place.span), turns: turns)
      let matches = try matches(in: quote.words, rowid: number + 1, from: place.span.start)
      let touched = turns.touched(by: place.span)
      hits.append(
        SearchHit(
          source: place.name, passage: place.span, matches: matches, quote: quote,
          turn: touched.isEmpty ? nil : touched.startIndex + 1))
    }
    return hits
  }

  private func matches(in words: String, rowid: Int, from start: Int) throws -> [TextSpan] {
    try scratch.execute("INSERT INTO passage (rowid, words) VALUES (\(rowid), \(words))")
    let marked = try scratch.text(
      """
      SELECT highlight(passage, 0, \(Self.open), \(Self.close))
      FROM passage
      WHERE passage MATCH \(query) AND rowid = \(rowid)
      """)
    var spans: [TextSpan] = []
    var (offset, opened) = (start, start)
    for scalar in (marked ?? "").unicodeScalars {
      switch scalar {
      case "\u{2}": opened = offset
      case "\u{3}": if let span = try? TextSpan(start: opened, end: offset) { spans.append(span) }
      default: offset += 1
      }
    }
    return spans
  }
}
