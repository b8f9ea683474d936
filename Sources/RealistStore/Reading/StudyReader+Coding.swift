import RealistModel
import SQLiteKit

extension StudyReader {
  /// All codes, parents before children.
  public func codes() throws -> [Code] {
    let codes = try connection.queryAll(
      """
      SELECT id, parent, name, definition, "use", "not", colour, hotkey, position
      FROM code
      ORDER BY position, id
      """
    ) { row in
      Code(
        id: row.id(0), parent: row.optionalID(1), name: row.text(2), definition: row.text(3),
        use: row.text(4),
        not: row.text(5), colour: row.optionalInt(6).map(Colour.init(packed:)), hotkey: row.text(7),
        position: row.int(8))
    }
    return try CodeTree(codes).order.map(\.code)
  }

  /// The codes as a tree.
  public func codeTree() throws -> CodeTree { try CodeTree(codes()) }

  private static let segmentColumns: SQL = """
    SELECT segment.id, segment.source, segment.revision, segment.start, segment."end", segment.check_value,
      segment.coder, segment.created, segment.memo
    FROM segment
    """

  private static func segment(_ row: borrowing Row) throws -> Segment {
    Segment(
      id: row.id(0), source: row.id(1), revision: row.int(2),
      span: try TextSpan(start: row.int(3), end: row.int(4)),
      check: QuoteCheck(value: UInt64(bitPattern: row.int64(5))), coder: row.text(6), created: row.time(7),
      memo: row.text(8))
  }

  /// All segments, by source, revision and place; the longer one first where two begin together.
  public func segments() throws -> [Segment] {
    try connection.queryAll(
      """
      \(sql: Self.segmentColumns)
      JOIN source ON source.id = segment.source
      ORDER BY source.position, source.name, segment.revision, segment.start, segment."end" DESC
      """, Self.segment)
  }

  /// Some segments by id; an id that is not there is left out.
  public func segments(_ ids: some Sequence<ID<Segment>>) throws -> [ID<Segment>: Segment] {
    let find = try connection.prepare("\(Self.segmentColumns.text) WHERE segment.id = ?")
    var found: [ID<Segment>: Segment] = [:]
    for id in ids where found[id] == nil {
      found[id] = try find.queryOne(id, body: Self.segment)
    }
    return found
  }

  /// The segments of a source, of one revision or of all, by revision and place.
  public func segments(of source: ID<Source>, revision: Int? = nil) throws -> [Segment] {
    try connection.queryAll(
      """
      \(sql: Self.segmentColumns)
      WHERE source = \(source) AND (\(revision) IS NULL OR revision = \(revision))
      ORDER BY revision, start, "end" DESC
      """, Self.segment)
  }

  /// The segment of exactly this span.
  public func segment(at span: TextSpan, of source: ID<Source>, revision: Int) throws -> Segment? {
    try connection.queryOne(
      """
      \(sql: Self.segmentColumns)
      WHERE source = \(source) AND revision = \(revision) AND start = \(span.start) AND "end" = \(span.end)
      """, Self.segment)
  }

  private static let codingColumns: SQL = """
    SELECT coding.id, coding.segment, coding.code, coding.coder, coding.created, coding.memo
    FROM coding
    """

  private static func coding(_ row: borrowing Row) -> Coding {
    Coding(
      id: row.id(0), segment: row.id(1), code: row.id(2), coder: row.text(3), created: row.time(4),
      memo: row.text(5))
  }

  /// All codings, in the order they were made.
  public func codings() throws -> [Coding] {
    try connection.queryAll("\(sql: Self.codingColumns) ORDER BY coding.id", Self.coding)
  }

  /// The codings of one segment, in the order they were made.
  public func codings(of segment: ID<Segment>) throws -> [Coding] {
    try connection.queryAll(
      "\(sql: Self.codingColumns) WHERE coding.segment = \(segment) ORDER BY coding.id", Self.coding)
  }
}
