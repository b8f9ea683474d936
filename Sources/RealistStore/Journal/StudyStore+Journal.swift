import RealistModel
import SQLiteKit

extension StudyStore {
  /// Takes back the newest change that is in force. Itself an entry of the journal.
  ///
  /// - Returns: the entry that was taken back.
  /// - Throws: ``StoreError/nothingToUndo``, ``StoreError/conflict(entry:table:)``.
  public func undo(_ note: ChangeNote) throws -> JournalEntry {
    try replay(note, .undo, .backward, missing: .nothingToUndo, Self.newestInForce)
  }

  /// Does again what the last undo took back; not possible once something else was changed.
  ///
  /// - Returns: the entry that is in force again.
  /// - Throws: ``StoreError/nothingToRedo``, ``StoreError/conflict(entry:table:)``.
  public func redo(_ note: ChangeNote) throws -> JournalEntry {
    try replay(note, .redo, .forward, missing: .nothingToRedo, Self.oldestUndone)
  }

  /// An entry is in force when it was undone as often as it was redone.
  private static let newestInForce: SQL = """
    SELECT number
    FROM entry AS change
    WHERE kind = 'change' AND changeset IS NOT NULL
      AND (SELECT sum(CASE kind WHEN 'undo' THEN 1 ELSE -1 END) FROM entry WHERE target = change.number) IS NOT 1
    ORDER BY number DESC
    LIMIT 1
    """

  /// Of what was undone since the last change, the oldest: undoing 5 and then 4 is redone as 4 and then 5.
  private static let oldestUndone: SQL = """
    SELECT DISTINCT undo.target
    FROM entry AS undo
    WHERE undo.kind = 'undo'
      AND undo.number > (SELECT max(number) FROM entry WHERE kind = 'change')
      AND (SELECT sum(CASE kind WHEN 'undo' THEN 1 ELSE -1 END) FROM entry WHERE target = undo.target) = 1
    ORDER BY undo.target
    LIMIT 1
    """

  private func replay(
    _ note: ChangeNote, _ kind: JournalEntry.Kind, _ direction: ChangesetDirection, missing: StoreError,
    _ candidate: SQL
  ) throws -> JournalEntry {
    try Self.mappingErrors(path) {
      guard !connection.isReadOnly else { throw StoreError.readOnly(path: path) }
      return try connection.transaction(.immediate) {
        guard let number = try connection.int(candidate),
          let entry = try StudyReader(connection).entry(number),
          let bytes = try connection.blob("SELECT changeset FROM entry WHERE number = \(number)")
        else { throw missing }
        try connection.apply(Changeset(bytes: bytes), direction) { conflict in
          throw StoreError.conflict(entry: number, table: conflict.table)
        }
        let command = "\(kind.rawValue) #\(number): \(entry.command)"
        try appendEntry(kind: kind, note: note, command: command, target: number, changeset: nil)
        return entry
      }
    }
  }

  func appendEntry(
    kind: JournalEntry.Kind, note: ChangeNote, command: String, target: Int?, changeset: Changeset?
  ) throws {
    var ids = note.ids
    let id = note.entry ?? ids.next(JournalEntry.self)
    let number = (try connection.int("SELECT max(number) FROM entry") ?? 0) + 1
    let insert = try connection.prepare(
      """
      INSERT INTO entry (number, id, made, coder, kind, command, target, changeset)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    try insert.run(number, id, note.time, note.coder, kind.rawValue, command, target, changeset?.bytes)
  }
}

extension Conflict {
  fileprivate var table: String {
    if case .foreignKeys(let violations) = self { return violations.first?.table ?? "" }
    return change?.table ?? ""
  }
}
