import RealistModel
import SQLiteKit

extension StudyReader {
  /// The codings as rows of numbers, and nothing else of the study than what is asked for.
  ///
  /// Two indexes are walked through side by side, in the order of segments' ids; a join that looks each segment up takes three times as
  /// long.
  public func codingTable(_ parts: CodingTable.Part = []) throws -> CodingTable {
    let (codes, sources) = (try codeTree(), try sources())
    var marks = try MarkColumn(codes: codes, hasDays: parts.contains(.days), connection)
    let passages = try passages(
      of: CodingTable.places(sources), marks: &marks, hasHighlights: parts.contains(.highlights))
    var table = CodingTable(
      codes: codes, sources: sources, participants: try participants(), coders: marks.coders,
      passages: passages, marks: marks.marks)
    if parts.contains(.turns) { try locateTurns(&table) }
    if parts.contains(.words) { try locateWords(&table) }
    return table
  }

  private func passages(
    of sources: [ID<Source>: Int32], marks: inout MarkColumn, hasHighlights: Bool
  ) throws -> [CodingTable.Passage] {
    var passages: [CodingTable.Passage] = []
    passages.reserveCapacity(marks.segments.count)
    var (lastSource, place, next) = (ID<Source>(high: 0, low: 0), Int32(-1), 0)
    try connection.query(#"SELECT id, source, revision, start, "end" FROM segment ORDER BY id"#) { row in
      let id: ID<Segment> = row.id(0)
      while next < marks.segments.count, marks.segments[next] < id { next += 1 }
      let first = next
      while next < marks.segments.count, marks.segments[next] == id { next += 1 }
      guard hasHighlights || first < next else { return }
      let source: ID<Source> = row.id(1)
      if source != lastSource { (lastSource, place) = (source, sources[source] ?? -1) }
      guard place >= 0 else { return }
      passages.append(
        CodingTable.Passage(
          segment: id, source: place, revision: Int32(clamping: row.int(2)),
          start: Int32(clamping: row.int(3)),
          end: Int32(clamping: row.int(4)), marks: Int32(first)..<Int32(next)))
    }
    return passages
  }

  private func locateTurns(_ table: inout CodingTable) throws {
    let people = CodingTable.places(table.participants)
    let select = try connection.prepare(
      """
      SELECT start, "end", participant, question
      FROM turn
      WHERE source = ? AND revision = ?
      ORDER BY position
      """)
    for range in table.texts {
      let passage = table.passages[range.lowerBound]
      let source = table.sources[Int(passage.source)].id
      let turns = try select.queryAll(source, Int(passage.revision)) { row in
        Turn(
          span: try TextSpan(start: row.int(0), end: row.int(1)), participant: row.optionalID(2),
          question: row.optionalText(3))
      }
      let lines =
        turns.isEmpty ? try places(in: source, passage.revision, UnitPlaces.lines) : nil
      table.locate(range, turns: turns, participants: people, lines: lines)
    }
  }

  private func locateWords(_ table: inout CodingTable) throws {
    for range in table.texts {
      let passage = table.passages[range.lowerBound]
      let source = table.sources[Int(passage.source)].id
      if let words = try places(in: source, passage.revision, UnitPlaces.words) {
        table.locate(range, words: words)
      }
    }
  }

  /// Measures a text where SQLite keeps it, without a copy.
  private func places(
    in source: ID<Source>, _ revision: Int32, _ measure: (UnsafeBufferPointer<UInt8>) -> UnitPlaces
  ) throws -> UnitPlaces? {
    try connection.queryOne(
      """
      SELECT content.bytes
      FROM revision JOIN content ON content.hash = revision.text
      WHERE revision.source = \(source) AND revision.number = \(Int(revision))
      """
    ) { row in row.withBlob(0) { measure($0.bindMemory(to: UInt8.self)) } }
  }
}

/// All codings in the order of their segments' ids.
private struct MarkColumn {
  private(set) var segments: [ID<Segment>] = []
  private(set) var marks: [CodingTable.Mark] = []
  private(set) var coders: [String] = []
  private var coderBytes: [[UInt8]] = []

  init(codes: CodeTree, hasDays: Bool, _ connection: Connection) throws {
    var (lastCode, place) = (ID<Code>(high: 0, low: 0), Int32(-1))
    // Without `created` the unique index on segment, code and coder has everything, in this order.
    let created: SQL = hasDays ? ", created" : ""
    try connection.query("SELECT segment, code, coder\(sql: created) FROM coding ORDER BY segment") { row in
      let code: ID<Code> = row.id(1)
      if code != lastCode { (lastCode, place) = (code, Int32(codes.position(of: code) ?? -1)) }
      guard place >= 0 else { return }
      segments.append(row.id(0))
      let day = hasDays ? Int32(clamping: row.time(3).date.daysSince1970) : 0
      marks.append(CodingTable.Mark(code: place, coder: coder(row), day: day))
    }
  }

  private mutating func coder(_ row: borrowing Row) -> Int32 {
    let known = row.withText(2) { bytes in
      coderBytes.firstIndex { known in
        known.count == bytes.count && bytes.indices.allSatisfy { known[$0] == bytes[$0] }
      }
    }
    if let known { return Int32(known) }
    coders.append(row.text(2))
    coderBytes.append(row.withText(2) { Array($0) })
    return Int32(coders.count - 1)
  }
}
