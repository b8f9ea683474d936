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

  /// The number of the change that ``StudyStore/undo(_:expecting:)`` would take back.
  public func undoable() throws -> Int? { try connection.int(Self.newestInForce) }

  /// The number of the change that ``StudyStore/redo(_:expecting:)`` would do again.
  public func redoable() throws -> Int? { try connection.int(Self.oldestUndone) }

  /// An entry is in force when it was undone as often as it was redone.
  static let newestInForce: SQL = """
    SELECT number
    FROM entry AS change
    WHERE kind = 'change' AND changeset IS NOT NULL
      AND (SELECT sum(CASE kind WHEN 'undo' THEN 1 ELSE -1 END) FROM entry WHERE target = change.number) IS NOT 1
    ORDER BY number DESC
    LIMIT 1
    """

  /// Of what was undone since the last change, the oldest: undoing 5 and then 4 is redone as 4 and then 5.
  static let oldestUndone: SQL = """
    SELECT DISTINCT undo.target
    FROM entry AS undo
    WHERE undo.kind = 'undo'
      AND undo.number > (SELECT max(number) FROM entry WHERE kind = 'change')
      AND (SELECT sum(CASE kind WHEN 'undo' THEN 1 ELSE -1 END) FROM entry WHERE target = undo.target) = 1
    ORDER BY undo.target
    LIMIT 1
    """

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
