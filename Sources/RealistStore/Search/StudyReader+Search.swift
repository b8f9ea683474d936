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

/// The first passages that a search found, and how many there are.
public struct SearchPage: Hashable, Sendable {
  public var hits: [SearchHit]
  public var count: Int
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
  /// - Parameter limit: how many at most; ``searchPage(_:limit:)`` says how many there are too.
  /// - Throws: ``StoreError/badSearch(reason:)``.
  public func search(_ query: String, limit: Int = 50) throws -> [SearchHit] {
    try searchPage(query, limit: limit).hits
  }

  /// What ``search(_:limit:)`` and ``searchCount(_:)`` answer, in one go.
  public func searchPage(_ query: String, limit: Int) throws -> SearchPage {
    let fullText = SearchQuery.fullText(query)
    let found = try found(fullText)
    let place = try connection.prepare(#"SELECT start, "end" FROM passage WHERE id = ?"#)
    var (places, room) = ([SearchPlaces](), limit)
    for one in found where room > 0 {
      let spans = try one.passages.prefix(room).map { number in
        let span = try place.queryOne(number) { row in try TextSpan(start: row.int(0), end: row.int(1)) }
        guard let span else { throw StoreError.contentDamaged(source: one.source.name) }
        return span
      }
      places.append(SearchPlaces(source: one.source, spans: spans))
      room -= spans.count
    }
    return SearchPage(
      hits: try SearchMarker(query: fullText).marked(places.flatMap { try hits(at: $0) }),
      count: found.reduce(0) { $0 + $1.passages.count })
  }

  /// The passages with their words and who said them; which of the words were looked for is not known yet.
  private func hits(at places: SearchPlaces) throws -> [SearchHit] {
    let source = places.source
    guard let first = places.spans.first, let last = places.spans.last else { return [] }
    let text = try text(of: source.id, revision: source.revision)
    let (turns, number) = try turns(of: source, from: first.start, to: last.end)
    return try places.spans.map { span in
      let touched = turns.touched(by: span)
      return SearchHit(
        source: source.name, passage: span, matches: [],
        quote: text.quote(try text.checked(span), turns: turns),
        turn: touched.isEmpty ? nil : number + touched.startIndex)
    }
  }

  /// The turns of a stretch without times and questions, and which of the source's turns the first one is, from 1.
  private func turns(
    of source: SearchedSource, from start: Int, to end: Int
  ) throws -> (turns: [Turn], number: Int) {
    var (turns, number) = ([Turn](), 1)
    try connection.query(
      """
      SELECT position, start, "end", speaker, participant
      FROM turn
      WHERE source = \(source.id) AND revision = \(source.revision) AND start < \(end) AND "end" > \(start)
      ORDER BY position
      """
    ) { row in
      if turns.isEmpty { number = row.int(0) + 1 }
      turns.append(
        Turn(
          span: try TextSpan(start: row.int(1), end: row.int(2)), speaker: row.optionalText(3),
          participant: row.optionalID(4)))
    }
    return (turns, number)
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

/// Passages of one source that were found, in order.
private struct SearchPlaces {
  var source: SearchedSource
  var spans: [TextSpan]
}

/// Finds which words of passages a query matched, by asking FTS5 itself about copies of the passages in memory.
private struct SearchMarker {
  let query: String
  /// Control characters that no text has which was typed; one that has them would only show more marks.
  private static let (open, close) = ("\u{2}", "\u{3}")

  /// The hits with their matches. All passages are asked about at once: a question costs more than a passage.
  func marked(_ hits: [SearchHit]) throws -> [SearchHit] {
    guard !hits.isEmpty else { return [] }
    let scratch = try Connection.inMemory()
    try scratch.executeScript(
      "CREATE VIRTUAL TABLE passage USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2')")
    try scratch.transaction {
      let insert = try scratch.prepare("INSERT INTO passage (rowid, words) VALUES (?, ?)")
      for (number, hit) in hits.enumerated() { try insert.run(number, hit.quote.words) }
    }
    var marked = hits
    try scratch.query(
      """
      SELECT rowid, highlight(passage, 0, \(Self.open), \(Self.close))
      FROM passage
      WHERE passage MATCH \(query)
      """
    ) { row in
      let number = row.int(0)
      marked[number].matches = Self.spans(in: row.text(1), from: hits[number].passage.start)
    }
    return marked
  }

  /// The marked spans of a text that begins at an offset.
  private static func spans(in marked: String, from start: Int) -> [TextSpan] {
    var spans: [TextSpan] = []
    var (offset, opened) = (start, start)
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "\u{2}": opened = offset
      case "\u{3}": if let span = try? TextSpan(start: opened, end: offset) { spans.append(span) }
      default: offset += 1
      }
    }
    return spans
  }
}
