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
    var rows = CodedRows(filter: filter)
    for source in try self.sources() where sources?.contains(source.id) ?? true {
      func hand(_ batch: RevisionBatch?) throws {
        guard var batch else { return }
        batch.settleTies()
        try self.hand(batch, of: source, to: body)
      }
      try select.query(source.id) { row in try hand(rows.add(row)) }
      try hand(rows.take())
    }
  }

  /// Begins at the codings of the codes, so that a rare code is found without walking through all segments.
  private func forEachSource(
    bearing codes: Set<ID<Code>>, sources: Set<ID<Source>>?, _ filter: CodingFilter,
    _ body: (CodedSource) throws -> Void
  ) throws {
    let known = Dictionary(try self.sources().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    try forEachBatch(bearing: codes, sources: sources, filter) { batch in
      guard let source = known[batch.source] else { return }
      try hand(batch, of: source, to: body)
    }
  }

  /// The same without texts and turns: the segments that bear one of the codes, with those codings, one revision of a source at a time.
  func forEachCodedRevision(
    codes: Set<ID<Code>>, _ body: (ID<Source>, Int, [CodedSegment]) throws -> Void
  ) throws {
    let filter = CodingFilter(codes: codes, coder: nil, keepsHighlights: false)
    try forEachBatch(bearing: codes, sources: nil, filter) { try body($0.source, $0.revision, $0.segments) }
  }

  private func forEachBatch(
    bearing codes: Set<ID<Code>>, sources: Set<ID<Source>>?, _ filter: CodingFilter,
    _ body: (RevisionBatch) throws -> Void
  ) throws {
    var rows = CodedRows(filter: filter)
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
      if let batch = try rows.add(row) { try body(batch) }
    }
    if let batch = rows.take() { try body(batch) }
  }

  private func hand(
    _ batch: RevisionBatch, of source: Source, to body: (CodedSource) throws -> Void
  ) throws {
    try body(
      CodedSource(
        source: source, revision: batch.revision, text: try text(of: source.id, revision: batch.revision),
        turns: try turns(of: source.id, revision: batch.revision), segments: batch.segments))
  }

  /// The segments of one revision with everything that was put on them, by place; the longer one first where two begin together. No text is
  /// read.
  public func codedSegments(of source: ID<Source>, revision: Int) throws -> [CodedSegment] {
    var rows = CodedRows(filter: CodingFilter(codes: nil, coder: nil, keepsHighlights: true))
    try connection.query(
      """
      SELECT \(sql: CodedRow.columns)
      FROM segment LEFT JOIN coding ON coding.segment = segment.id
      WHERE segment.source = \(source) AND segment.revision = \(revision)
      ORDER BY segment.start
      """
    ) { row in _ = try rows.add(row) }
    guard var batch = rows.take() else { return [] }
    batch.settleTies()
    return batch.segments
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

  /// Who said some segments, without their words; the turns of each revision are read once.
  public func speakers(of segments: some Sequence<Segment>) throws -> [ID<Segment>: QuoteWords] {
    var speakers: [ID<Segment>: QuoteWords] = [:]
    for (place, group) in Dictionary(
      grouping: segments, by: { RevisionPlace(source: $0.source, number: $0.revision) })
    {
      let turns = try turns(of: place.source, revision: place.number)
      for segment in group {
        let spoken = turns.speaking(segment.span)
        speakers[segment.id] = QuoteWords(
          words: "", participant: spoken.participant, speaker: spoken.speaker)
      }
    }
    return speakers
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
}

/// The segments of one revision.
private struct RevisionBatch {
  var source: ID<Source>
  var revision: Int
  var segments: [CodedSegment] = []

  /// Puts segments that begin together in order, the longer one first; sorting all rows in SQL costs more.
  mutating func settleTies() {
    for next in segments.indices.dropFirst()
    where segments[next - 1].segment.span > segments[next].segment.span {
      segments.sort { $0.segment.span < $1.segment.span }
      return
    }
  }
}

/// Puts rows together to segments, while they come in. Those of a revision come one after the other, and so do those of a segment.
private struct CodedRows {
  let filter: CodingFilter
  private var batch: RevisionBatch?
  private var last: ID<Segment>?
  private var strings = StringPool()

  init(filter: CodingFilter) { self.filter = filter }

  /// Takes in a row; answers the revision before it when it begins a new one.
  mutating func add(_ row: borrowing Row) throws -> RevisionBatch? {
    let kept = kept(row)
    if case .nothing = kept { return nil }
    let (source, revision): (ID<Source>, Int) = (row.id(CodedRow.source), row.int(1))
    var complete: RevisionBatch?
    if batch?.revision != revision || batch?.source != source {
      complete = take()
      batch = RevisionBatch(source: source, revision: revision)
    }
    let id: ID<Segment> = row.id(2)
    if id != last {
      let segment = try segment(row, id: id, source: source, revision: revision)
      batch?.segments.append(CodedSegment(segment))
      last = id
    }
    if case .coding(let coding) = kept, let place = batch?.segments.indices.last {
      batch?.segments[place].codings.insertInOrder(coding)
    }
    return complete
  }

  /// What has come in since the last revision was answered.
  mutating func take() -> RevisionBatch? {
    defer { (batch, last) = (nil, nil) }
    return batch
  }

  /// What the filter leaves of a row.
  private enum Kept {
    case nothing
    case highlight
    case coding(Coding)
  }

  private mutating func kept(_ row: borrowing Row) -> Kept {
    guard !row.isNull(9) else {
      return filter.keepsHighlight(of: strings.text(row, 6)) ? .highlight : .nothing
    }
    let (code, coder): (ID<Code>, String) = (row.id(10), strings.text(row, 11))
    guard filter.keeps(code: code, coder: coder) else { return .nothing }
    return .coding(
      Coding(
        id: row.id(9), segment: row.id(2), code: code, coder: coder, created: row.time(12), memo: row.text(13)
      ))
  }

  private mutating func segment(
    _ row: borrowing Row, id: ID<Segment>, source: ID<Source>, revision: Int
  ) throws -> Segment {
    Segment(
      id: id, source: source, revision: revision, span: try TextSpan(start: row.int(3), end: row.int(4)),
      check: QuoteCheck(value: UInt64(bitPattern: row.int64(5))), coder: strings.text(row, 6),
      created: row.time(7), memo: row.text(8))
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
  private var known: [(bytes: [UInt8], text: String)] = []
  /// Enough for the coders of a study; looking through more would take longer than making a text.
  private static let capacity = 32

  mutating func text(_ row: borrowing Row, _ column: Int) -> String {
    row.withText(column) { bytes in
      if let place = known.firstIndex(where: {
        $0.bytes.count == bytes.count && $0.bytes.elementsEqual(bytes)
      }) {
        return known[place].text
      }
      if known.count == Self.capacity { known.removeAll(keepingCapacity: true) }
      let text = String(decoding: bytes, as: UTF8.self)
      known.append((Array(bytes), text))
      return text
    }
  }
}
