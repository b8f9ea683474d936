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
    let select = try connection.prepare(
      """
      SELECT segment.revision, segment.id, segment.start, segment."end", segment.check_value, segment.coder,
        segment.created, segment.memo, coding.id, coding.code, coding.coder, coding.created, coding.memo
      FROM segment LEFT JOIN coding ON coding.segment = segment.id
      WHERE segment.source = ?
      ORDER BY segment.revision, segment.start, segment."end" DESC, coding.id
      """)
    let filter = CodingFilter(
      codes: codes, coder: coder, keepsHighlights: keepingHighlights || codes == nil)
    var strings = StringPool()
    for source in try self.sources() where sources?.contains(source.id) ?? true {
      var batches: [RevisionBatch] = []
      try select.query(source.id) { row in
        try RevisionBatch.add(row, of: source.id, to: &batches, filter: filter, strings: &strings)
      }
      for batch in batches where !batch.segments.isEmpty {
        try body(
          CodedSource(
            source: source, revision: batch.revision, text: try text(of: source.id, revision: batch.revision),
            turns: try turns(of: source.id, revision: batch.revision), segments: batch.segments,
            codings: batch.codings))
      }
    }
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

/// The segments of one revision, while its rows come in.
private struct RevisionBatch {
  var revision: Int
  var segments: [Segment] = []
  var codings: [ID<Segment>: [Coding]] = [:]

  static func add(
    _ row: borrowing Row, of source: ID<Source>, to batches: inout [RevisionBatch], filter: CodingFilter,
    strings: inout StringPool
  ) throws {
    let hasCoding = !row.isNull(8)
    let code: ID<Code> = hasCoding ? row.id(9) : ID(high: 0, low: 0)
    let coder = strings.text(row, hasCoding ? 10 : 5)
    guard hasCoding ? filter.keeps(code: code, coder: coder) : filter.keepsHighlight(of: coder) else {
      return
    }
    if batches.last?.revision != row.int(0) { batches.append(RevisionBatch(revision: row.int(0))) }
    let last = batches.count - 1
    let id: ID<Segment> = row.id(1)
    if batches[last].segments.last?.id != id {
      batches[last].segments.append(
        Segment(
          id: id, source: source, revision: row.int(0),
          span: try TextSpan(start: row.int(2), end: row.int(3)),
          check: QuoteCheck(value: UInt64(bitPattern: row.int64(4))), coder: strings.text(row, 5),
          created: row.time(6),
          memo: row.text(7)))
    }
    guard hasCoding else { return }
    batches[last].codings[id, default: []].append(
      Coding(id: row.id(8), segment: id, code: code, coder: coder, created: row.time(11), memo: row.text(12)))
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
