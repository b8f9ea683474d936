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
    var (places, next) = (Places<Source> { sources[$0] ?? -1 }, 0)
    try connection.query(#"SELECT id, source, revision, start, "end" FROM segment ORDER BY id"#) { row in
      let id: ID<Segment> = row.id(0)
      while next < marks.segments.count, marks.segments[next] < id { next += 1 }
      let first = next
      while next < marks.segments.count, marks.segments[next] == id { next += 1 }
      guard hasHighlights || first < next else { return }
      let place = places[row.id(1)]
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
        let speaker: ID<Participant>? = row.optionalID(2)
        return CodingTable.TurnPlace(
          start: Int32(clamping: row.int(0)), end: Int32(clamping: row.int(1)),
          participant: speaker.flatMap { people[$0] } ?? -1, question: row.optionalText(3))
      }
      let lines =
        turns.isEmpty ? try places(in: source, passage.revision, UnitPlaces.lines) : nil
      table.locate(range, turns: turns, lines: lines)
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

/// The places of values by id; the last ones asked for are found without hashing.
private struct Places<Value: Entity> {
  private let find: (ID<Value>) -> Int32
  private var recent = [(id: ID<Value>, place: Int32)](
    repeating: (ID(high: 0, low: 0), -1), count: 2048)

  /// - Parameter find: answers -1 for an id that is nowhere.
  init(_ find: @escaping (ID<Value>) -> Int32) { self.find = find }

  subscript(id: ID<Value>) -> Int32 {
    mutating get {
      let slot = Int(truncatingIfNeeded: id.low & 2047)
      if recent[slot].id != id { recent[slot] = (id, find(id)) }
      return recent[slot].place
    }
  }
}

/// All codings in the order of their segments' ids.
private struct MarkColumn {
  private(set) var segments: [ID<Segment>] = []
  private(set) var marks: [CodingTable.Mark] = []
  private(set) var coders: [String] = []
  /// The coders' names one behind the other, and where each ends.
  private var coderBytes: [UInt8] = []
  private var coderEnds = [0]

  init(codes: CodeTree, hasDays: Bool, _ connection: Connection) throws {
    var places = Places<Code> { Int32(codes.position(of: $0) ?? -1) }
    // Without `created` the unique index on segment, code and coder has everything, in this order.
    let created: SQL = hasDays ? ", created" : ""
    try connection.query("SELECT segment, code, coder\(sql: created) FROM coding ORDER BY segment") { row in
      let place = places[row.id(1)]
      guard place >= 0 else { return }
      segments.append(row.id(0))
      let day = hasDays ? Int32(clamping: row.time(3).date.daysSince1970) : 0
      marks.append(CodingTable.Mark(code: place, coder: coder(row), day: day))
    }
  }

  private mutating func coder(_ row: borrowing Row) -> Int32 {
    let known = row.withText(2) { text in
      coderBytes.withUnsafeBufferPointer { bytes in
        coders.indices.first { Self.isEqual(text, bytes, coderEnds[$0]..<coderEnds[$0 + 1]) }
      }
    }
    if let known { return Int32(known) }
    coders.append(row.text(2))
    row.withText(2) { coderBytes += $0 }
    coderEnds.append(coderBytes.count)
    return Int32(coders.count - 1)
  }

  private static func isEqual(
    _ text: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard range.count == text.count else { return false }
    for place in text.indices where text[place] != bytes[range.lowerBound + place] { return false }
    return true
  }
}
