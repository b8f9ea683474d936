import RealistModel
import SQLiteKit

extension StudyReader {
  /// The audit trail, oldest first; `last` limits it to the newest ones.
  public func entries(last limit: Int? = nil) throws -> [JournalEntry] {
    let newest = try connection.queryAll(
      """
      \(sql: Self.entryColumns)
      ORDER BY number DESC
      LIMIT \(limit ?? -1)
      """, Self.entry)
    return newest.reversed()
  }

  /// The entry of an id; `nil` when the journal has none.
  public func entry(_ id: ID<JournalEntry>) throws -> JournalEntry? {
    try connection.queryOne("\(sql: Self.entryColumns) WHERE id = \(id)", Self.entry)
  }

  func entry(_ number: Int) throws -> JournalEntry? {
    try connection.queryOne("\(sql: Self.entryColumns) WHERE number = \(number)", Self.entry)
  }

  private static let entryColumns: SQL = """
    SELECT id, number, made, coder, kind, command, target,
      (SELECT sum(CASE kind WHEN 'undo' THEN 1 ELSE -1 END) FROM entry WHERE target = line.number) IS 1
    FROM entry AS line
    """

  private static func entry(_ row: borrowing Row) -> JournalEntry {
    JournalEntry(
      id: row.id(0), number: row.int(1), made: row.time(2), coder: row.text(3),
      kind: row.value(4, or: .change),
      command: row.text(5), target: row.optionalInt(6), isInForce: !row.bool(7))
  }
}
