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
    try found(SearchQuery.fullText(query)).reduce(0) { $0 + $1.passages.count }
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
    var places: [SearchPlace] = []
    for found in try found(fullText) where places.count < limit {
      places += try found.passages.prefix(limit - places.count).map {
        try place(ofPassage: $0, in: found.source)
      }
    }
    return try SearchMarker(query: fullText).hits(at: places, in: self)
  }

  /// The numbers of the passages that are found, by newest revision in the study's order. Joining each passage with its source would
  /// take five times as long where many are found: the passages of a content are written in one go, so their numbers are a range.
  private func found(_ fullText: String) throws -> [FoundSource] {
    var found = try connection.queryAll(
      """
      SELECT source.id, source.name, source.revision,
        (SELECT min(id) FROM passage WHERE content = revision.text),
        (SELECT max(id) FROM passage WHERE content = revision.text)
      FROM source JOIN revision ON revision.source = source.id AND revision.number = source.revision
      ORDER BY source.position, source.name
      """
    ) { row in
      FoundSource(
        source: SearchedSource(id: row.id(0), name: row.text(1), revision: row.int(2)), first: row.int(3),
        last: row.optionalInt(4) ?? -1)
    }
    // Two sources may have the same text.
    let places = Dictionary(grouping: found.indices, by: { found[$0].first })
    let ranges = found.indices.sorted { found[$0].first < found[$1].first }
    var next = 0
    try searching {
      try connection.query("SELECT rowid FROM search WHERE search MATCH \(fullText) ORDER BY rowid") { row in
        let passage = row.int(0)
        while next < ranges.count, found[ranges[next]].last < passage { next += 1 }
        guard next < ranges.count, found[ranges[next]].first <= passage else { return }
        for place in places[found[ranges[next]].first] ?? [] { found[place].passages.append(passage) }
      }
    }
    return found.filter { !$0.passages.isEmpty }
  }

  private func place(ofPassage number: Int, in source: SearchedSource) throws -> SearchPlace {
    let span = try connection.queryOne(#"SELECT start, "end" FROM passage WHERE id = \#(number)"#) { row in
      try TextSpan(start: row.int(0), end: row.int(1))
    }
    guard let span else { throw StoreError.contentDamaged(source: source.name) }
    return SearchPlace(source: source, span: span)
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

/// The newest revision of a source.
private struct SearchedSource {
  var id: ID<Source>
  var name: String
  var revision: Int
}

/// What was found in a source.
private struct FoundSource {
  var source: SearchedSource
  /// Numbers of the first and the last of all its passages.
  var first, last: Int
  var passages: [Int] = []
}

private struct SearchPlace {
  var source: SearchedSource
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
      let source = place.source
      if current?.source != source.id {
        current = (
          source.id, try reader.text(of: source.id, revision: source.revision),
          try reader.turns(of: source.id, revision: source.revision)
        )
      }
      guard let (_, text, turns) = current else { continue }
      let quote = text.quote(try text.checked(place.span), turns: turns)
      let matches = try matches(in: quote.words, rowid: number + 1, from: place.span.start)
      let touched = turns.touched(by: place.span)
      hits.append(
        SearchHit(
          source: source.name, passage: place.span, matches: matches, quote: quote,
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
