import CSQLite

/// Which way a changeset is applied.
public enum ChangesetDirection: Sendable, Hashable {
  /// Does it, or does it again.
  case forward
  /// Undoes it.
  case backward
}

/// Carries the caller's closure through SQLite and its error back.
private final class ConflictHandler {
  let resolve: (Conflict) throws -> Resolution
  var failure: (any Error)?

  init(resolve: @escaping (Conflict) throws -> Resolution) {
    self.resolve = resolve
  }

  func answer(kind: Int32, iterator: OpaquePointer) -> Int32 {
    do {
      return try resolve(try Conflict(kind: kind, iterator: iterator)).code
    } catch {
      failure = error
      return SQLITE_CHANGESET_ABORT
    }
  }
}

extension Connection {
  /// Applies a changeset as a whole or not at all, in a transaction of its own or a savepoint of the caller's.
  ///
  /// Foreign keys are suspended while the changes are made, so that the rows become exactly what was recorded: an
  /// action such as ON DELETE CASCADE would do a second time what the changeset does itself, or reach rows it knows
  /// nothing of. Afterwards every reference that the changes could have broken is looked up; what is broken is one
  /// `.foreignKeys` conflict. Triggers run as usual.
  ///
  /// - Parameter onConflict: asked for each change that does not fit; an error it throws ends everything.
  /// - Throws: `.changesetAborted` when a conflict was answered with `.abort`, `.incompatibleChangeset`,
  ///   `.malformedChangeset`.
  public func apply(
    _ changeset: Changeset, _ direction: ChangesetDirection = .forward,
    onConflict: (Conflict) throws -> Resolution = { _ in .abort }
  ) throws {
    if changeset.isEmpty { return }
    try transaction(.immediate) {
      try requireTables(of: changeset)
      let enforced = enforcesForeignKeys
      try setEnforcesForeignKeys(false)
      defer { try? setEnforcesForeignKeys(enforced) }
      try applyUnchecked(changeset, direction, onConflict)
      if enforced { try checkReferences(of: changeset, direction, onConflict) }
    }
  }

  private func applyUnchecked(
    _ changeset: Changeset, _ direction: ChangesetDirection, _ onConflict: (Conflict) throws -> Resolution
  ) throws {
    try withoutActuallyEscaping(onConflict) { resolve in
      let handler = ConflictHandler(resolve: resolve)
      let flags =
        SQLITE_CHANGESETAPPLY_NOSAVEPOINT | (direction == .backward ? SQLITE_CHANGESETAPPLY_INVERT : 0)
      var bytes = changeset.bytes
      let code = bytes.withUnsafeMutableBytes { input in
        sqlite3changeset_apply_v2(
          database.pointer, Int32(clamping: input.count), input.baseAddress, nil,
          { context, kind, iterator in
            guard let context, let iterator else { return SQLITE_CHANGESET_ABORT }
            let handler = Unmanaged<ConflictHandler>.fromOpaque(context).takeUnretainedValue()
            return handler.answer(kind: kind, iterator: iterator)
          }, Unmanaged.passUnretained(handler).toOpaque(), nil, nil, flags)
      }
      if let failure = handler.failure { throw failure }
      if code == SQLITE_ABORT { throw SQLiteError.changesetAborted }
      try database.check(code)
    }
  }

  /// SQLite leaves out the changes of a table that does not fit, with a line in its log; here that is an error.
  private func requireTables(of changeset: Changeset) throws {
    var seen: Set<String> = []
    try changeset.withCursor { cursor in
      while try cursor.next() {
        guard seen.insert(cursor.table).inserted else { continue }
        let isKey = cursor.primaryKey()
        let here = try queryAll("SELECT pk FROM pragma_table_info(\(cursor.table)) ORDER BY cid") {
          $0.bool(0)
        }
        guard here.count >= isKey.count, here.contains(true), Array(here.prefix(isKey.count)) == isKey,
          !here.dropFirst(isKey.count).contains(true)
        else { throw SQLiteError.incompatibleChangeset(table: cursor.table) }
      }
    }
  }

  private func checkReferences(
    of changeset: Changeset, _ direction: ChangesetDirection, _ onConflict: (Conflict) throws -> Resolution
  ) throws {
    var check = try ForeignKeyCheck(on: self)
    try changeset.withCursor(inverted: direction == .backward) { cursor in
      while try cursor.next() { try check.visit(cursor) }
    }
    let violations = check.violations
    if violations.isEmpty { return }
    if try onConflict(.foreignKeys(violations)) != .omit { throw SQLiteError.changesetAborted }
  }
}

extension Conflict {
  fileprivate init(kind: Int32, iterator: OpaquePointer) throws(SQLiteError) {
    var cursor = ChangeCursor(iterator)
    try cursor.readHead()
    let change = cursor.change()
    switch kind {
    case SQLITE_CHANGESET_DATA:
      self = .differs(change, existing: Conflict.existing(iterator, cursor.columnCount))
    case SQLITE_CHANGESET_NOTFOUND: self = .missing(change)
    case SQLITE_CHANGESET_CONFLICT:
      self = .exists(change, existing: Conflict.existing(iterator, cursor.columnCount))
    default: self = .constraint(change)
    }
  }

  private static func existing(_ iterator: OpaquePointer, _ columnCount: Int) -> [SQLValue?] {
    (0..<columnCount).map { column in
      var value: OpaquePointer?
      let code = sqlite3changeset_conflict(iterator, Int32(clamping: column), &value)
      return code == SQLITE_OK && value != nil ? SQLValue(reading: value) : nil
    }
  }
}
