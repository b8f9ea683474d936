import RealistModel
import SQLiteKit

extension StudyStore {
  /// Takes back the newest change that is in force. Itself an entry of the journal.
  ///
  /// - Parameter expected: the number of the entry that is meant; `nil` for whichever is the newest.
  /// - Returns: the entry that was taken back.
  /// - Throws: ``StoreError/nothingToUndo``, ``StoreError/moved(_:)`` when another entry is the newest,
  ///   ``StoreError/conflict(entry:table:)``.
  public func undo(_ note: ChangeNote, expecting expected: Int? = nil) throws -> JournalEntry {
    try replay(
      note, .undo, .backward, expecting: expected, missing: .nothingToUndo, StudyReader.newestInForce)
  }

  /// Does again what the last undo took back; not possible once something else was changed.
  ///
  /// - Parameter expected: the number of the entry that is meant; `nil` for whichever comes next.
  /// - Returns: the entry that is in force again.
  /// - Throws: ``StoreError/nothingToRedo``, ``StoreError/moved(_:)`` when another entry comes next,
  ///   ``StoreError/conflict(entry:table:)``.
  public func redo(_ note: ChangeNote, expecting expected: Int? = nil) throws -> JournalEntry {
    try replay(note, .redo, .forward, expecting: expected, missing: .nothingToRedo, StudyReader.oldestUndone)
  }

  private func replay(
    _ note: ChangeNote, _ kind: JournalEntry.Kind, _ direction: ChangesetDirection, expecting expected: Int?,
    missing: StoreError, _ candidate: SQL
  ) throws -> JournalEntry {
    try Self.mappingErrors(path) {
      try requireWritable()
      return try connection.transaction(.immediate) {
        guard let number = try connection.int(candidate),
          let entry = try StudyReader(connection).entry(number),
          let bytes = try connection.blob("SELECT changeset FROM entry WHERE number = \(number)")
        else { throw missing }
        guard expected == nil || expected == number else { throw StoreError.moved(entry) }
        try connection.apply(Changeset(bytes: bytes), direction) { conflict in
          throw StoreError.conflict(entry: number, table: conflict.table)
        }
        let command = "\(kind.rawValue) #\(number): \(entry.command)"
        try appendEntry(kind: kind, note: note, command: command, target: number, changeset: nil)
        return entry
      }
    }
  }

  @discardableResult
  func appendEntry(
    kind: JournalEntry.Kind, note: ChangeNote, command: String, target: Int?, changeset: Changeset?
  ) throws -> JournalEntry {
    var ids = note.ids
    let id = note.entry ?? ids.next(JournalEntry.self)
    let number = (try connection.int("SELECT max(number) FROM entry") ?? 0) + 1
    let insert = try connection.prepare(
      """
      INSERT INTO entry (number, id, made, coder, kind, command, target, changeset)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    try insert.run(number, id, note.time, note.coder, kind.rawValue, command, target, changeset?.bytes)
    return JournalEntry(
      id: id, number: number, made: note.time, coder: note.coder, kind: kind, command: command, target: target
    )
  }
}

extension Conflict {
  fileprivate var table: String {
    if case .foreignKeys(let violations) = self { return violations.first?.table ?? "" }
    return change?.table ?? ""
  }
}
