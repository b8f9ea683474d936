import RealistModel
import SQLiteKit

extension StudyReader {
  /// Hands on every source revision that has segments, one at a time, in the study's order: two statements and one text a source, however
  /// many quotes it has.
  ///
  /// - Parameters:
  ///   - codes: only segments with a coding of one of these, and only those codings; `nil` for all segments, highlights included.
  ///   - sources: only these; `nil` for all.
  ///   - coder: only codings of this coder, and highlights that this coder marked.
  ///   - keepingHighlights: highlights come also where codes are named; with an empty set of codes, nothing else comes.
  public func forEachCodedSource(
    codes: Set<ID<Code>>? = nil, sources: Set<ID<Source>>? = nil, coder: String? = nil,
    keepingHighlights: Bool = false, _ body: (CodedSource) throws -> Void
  ) throws {
    let filter = CodingFilter(
      codes: codes, coder: coder, keepsHighlights: keepingHighlights || codes == nil)
    if let codes, !keepingHighlights {
      return try forEachSource(bearing: codes, sources: sources, filter, body)
    }
    let select = try connection.prepare(
      """
      SELECT \(CodedRow.columns.text)
      FROM segment LEFT JOIN coding ON coding.segment = segment.id
      WHERE segment.source = ?
      ORDER BY segment.revision, segment.start
      """)
    var strings = StringPool()
    for source in try self.sources() where sources?.contains(source.id) ?? true {
      var batches: [RevisionBatch] = []
      try select.query(source.id) { row in
        try RevisionBatch.add(row, to: &batches, filter: filter, strings: &strings)
      }
      for var batch in batches {
        batch.settleTies()
        try hand(batch, of: source, to: body)
      }
    }
  }

  /// Begins at the codings of the codes, so that a rare code is found without walking through all segments.
  private func forEachSource(
    bearing codes: Set<ID<Code>>, sources: Set<ID<Source>>?, _ filter: CodingFilter,
    _ body: (CodedSource) throws -> Void
  ) throws {
    let known = Dictionary(try self.sources().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var (batches, strings) = ([RevisionBatch](), StringPool())
    func handAll() throws {
      for batch in batches { if let source = known[batch.source] { try hand(batch, of: source, to: body) } }
      batches.removeAll()
    }
    try connection.query(
      """
      SELECT \(sql: CodedRow.columns)
      FROM coding
        JOIN segment ON segment.id = coding.segment
        JOIN source ON source.id = segment.source
      WHERE coding.code IN \(list: codes.sorted())
      ORDER BY source.position, source.name, segment.revision, segment.start, segment."end" DESC, coding.id
      """
    ) { row in
      guard sources?.contains(row.id(CodedRow.source)) ?? true else { return }
      if let last = batches.last, last.source != row.id(CodedRow.source) { try handAll() }
      try RevisionBatch.add(row, to: &batches, filter: filter, strings: &strings)
    }
    try handAll()
  }

  private func hand(
    _ batch: RevisionBatch, of source: Source, to body: (CodedSource) throws -> Void
  ) throws {
    try body(
      CodedSource(
        source: source, revision: batch.revision, text: try text(of: source.id, revision: batch.revision),
        turns: try turns(of: source.id, revision: batch.revision), segments: batch.segments,
        codings: batch.codings))
  }

  /// The words of some segments and who said them; each text is read once.
  ///
  /// - Throws: ``StoreError/span(source:_:)`` for a segment that does not fit its text.
  public func words(of segments: some Sequence<Segment>) throws -> [ID<Segment>: QuoteWords] {
    var words: [ID<Segment>: QuoteWords] = [:]
    for (place, group) in Dictionary(
      grouping: segments, by: { RevisionPlace(source: $0.source, number: $0.revision) })
    {
      let text = try text(of: place.source, revision: place.number)
      let turns = try turns(of: place.source, revision: place.number)
      for segment in group {
        words[segment.id] = text.quote(try checked(segment, in: text), turns: turns)
      }
    }
    return words
  }

  private func checked(_ segment: Segment, in text: SourceText) throws -> TextSpan {
    do {
      return try text.checked(segment.span)
    } catch {
      throw StoreError.span(source: try name(of: segment.source), error)
    }
  }
}

struct RevisionPlace: Hashable {
  var source: ID<Source>
  var number: Int
}

struct CodingFilter {
  var codes: Set<ID<Code>>?
  var coder: String?
  var keepsHighlights: Bool

  func keeps(code: ID<Code>, coder: String) -> Bool {
    (codes?.contains(code) ?? true) && (self.coder ?? coder) == coder
  }

  func keepsHighlight(of coder: String) -> Bool { keepsHighlights && (self.coder ?? coder) == coder }
}

/// A segment and one of its codings, as a row.
private enum CodedRow {
  static let columns: SQL = """
    segment.source, segment.revision, segment.id, segment.start, segment."end", segment.check_value,
    segment.coder, segment.created, segment.memo, coding.id, coding.code, coding.coder, coding.created, coding.memo
    """
  static let source = 0

  static func segment(_ row: borrowing Row, strings: inout StringPool) throws -> Segment {
    Segment(
      id: row.id(2), source: row.id(source), revision: row.int(1),
      span: try TextSpan(start: row.int(3), end: row.int(4)),
      check: QuoteCheck(value: UInt64(bitPattern: row.int64(5))), coder: strings.text(row, 6),
      created: row.time(7), memo: row.text(8))
  }

  static func hasCoding(_ row: borrowing Row) -> Bool { !row.isNull(9) }

  static func coding(_ row: borrowing Row, coder: String) -> Coding {
    Coding(
      id: row.id(9), segment: row.id(2), code: row.id(10), coder: coder, created: row.time(12),
      memo: row.text(13))
  }
}

/// The segments of one revision, while its rows come in.
private struct RevisionBatch {
  var source: ID<Source>
  var revision: Int
  var segments: [Segment] = []
  var codings: [ID<Segment>: [Coding]] = [:]

  static func add(
    _ row: borrowing Row, to batches: inout [RevisionBatch], filter: CodingFilter, strings: inout StringPool
  ) throws {
    let hasCoding = CodedRow.hasCoding(row)
    let coder = strings.text(row, hasCoding ? 11 : 6)
    guard hasCoding ? filter.keeps(code: row.id(10), coder: coder) : filter.keepsHighlight(of: coder) else {
      return
    }
    if batches.last?.revision != row.int(1) {
      batches.append(RevisionBatch(source: row.id(CodedRow.source), revision: row.int(1)))
    }
    try batches[batches.count - 1].add(row, hasCoding: hasCoding, coder: coder, strings: &strings)
  }

  /// Puts segments that begin together in order, the longer one first; sorting all rows in SQL costs more.
  mutating func settleTies() {
    if zip(segments, segments.dropFirst()).contains(where: { $0.span > $1.span }) {
      segments.sort { $0.span < $1.span }
    }
  }

  private mutating func add(
    _ row: borrowing Row, hasCoding: Bool, coder: String, strings: inout StringPool
  ) throws {
    let id: ID<Segment> = row.id(2)
    if segments.last?.id != id { segments.append(try CodedRow.segment(row, strings: &strings)) }
    if hasCoding { codings[id, default: []].insertInOrder(CodedRow.coding(row, coder: coder)) }
  }
}

extension [Coding] {
  /// In the order in which codings were made; they come by code, and are few.
  fileprivate mutating func insertInOrder(_ coding: Coding) {
    insert(coding, at: firstIndex { $0.id > coding.id } ?? count)
  }
}

/// Hands out one `String` for equal bytes: a hundred thousand codings have two coders.
struct StringPool {
  private var last = ""
  private var known: Set<String> = []

  mutating func text(_ row: borrowing Row, _ column: Int) -> String {
    let isLast = row.withText(column) { bytes in
      last.utf8.count == bytes.count && last.utf8.elementsEqual(bytes)
    }
    if isLast { return last }
    last = known.insert(row.text(column)).memberAfterInsert
    return last
  }
}
