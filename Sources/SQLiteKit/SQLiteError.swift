import CSQLite

/// What can go wrong in this module. No case ever holds a bound value.
public enum SQLiteError: Error, Sendable, Equatable {
  /// SQLite refused or failed.
  case engine(EngineFailure)
  /// The file's `user_version` is greater than the last migration known here.
  case newer(found: Int, known: Int)
  /// The file has another program's `application_id`, or has tables and none.
  case foreignApplication(found: Int)
  /// The migrations are not numbered 1, 2, 3, …
  case migrationNumbers([Int])
  /// A migration left rows that refer to nothing; it was rolled back.
  case brokenForeignKeys(migration: Int, tables: [String])
  /// A value that SQLite would store as something else. `parameter` counts from 1.
  case unrepresentable(Unrepresentable, parameter: Int, sql: String)
  /// A statement was run with too few or too many values.
  case parameterCount(expected: Int, given: Int, sql: String)
  /// The text holds no statement, or more than one.
  case notOneStatement(sql: String)
  /// The stored text is not valid UTF-8. `column` counts from 0.
  case notUTF8(column: Int, sql: String)
  /// A conflict was resolved with `.abort`; nothing of the changeset was applied.
  case changesetAborted
  /// The bytes are not a changeset, or not a whole one.
  case malformedChangeset
  /// The changeset is about a table that does not exist here or has another primary key or fewer columns.
  case incompatibleChangeset(table: String)

  /// Values without a counterpart in SQLite.
  public enum Unrepresentable: Sendable, Equatable {
    /// Text with U+0000: it would be stored, but every SQL function stops there.
    case nulInText
    /// Not a number: it would be stored as NULL.
    case notANumber
  }
}

/// A failure as SQLite reports it.
public struct EngineFailure: Sendable, Equatable {
  /// The primary result code, such as `SQLITE_BUSY` (5).
  public let code: Int32
  /// The extended result code, such as `SQLITE_BUSY_SNAPSHOT` (517).
  public let extendedCode: Int32
  /// SQLite's sentence, without fragments of bound values.
  public let message: String
  /// The file, as it was opened; nil for a database in memory.
  public let path: String?
  /// The statement with its `?`; never its values.
  public let sql: String?

  init(extendedCode: Int32, message: String, path: String?, sql: String?) {
    self.code = extendedCode & 0xFF
    self.extendedCode = extendedCode
    self.message = message
    self.path = path
    self.sql = sql
  }
}

extension SQLiteError {
  /// The failure, when it is SQLite's.
  public var failure: EngineFailure? {
    if case .engine(let failure) = self { failure } else { nil }
  }

  /// Another connection holds the lock.
  public var isBusy: Bool { has(SQLITE_BUSY, SQLITE_LOCKED) }
  /// The file or folder cannot be written.
  public var isReadOnly: Bool { has(SQLITE_READONLY) }
  /// The disk is full.
  public var isFull: Bool { has(SQLITE_FULL) }
  /// The file is damaged.
  public var isCorrupt: Bool { has(SQLITE_CORRUPT) }
  /// The file is not an SQLite database.
  public var isNotADatabase: Bool { has(SQLITE_NOTADB) }
  /// A row would break a constraint.
  public var isConstraint: Bool { has(SQLITE_CONSTRAINT) }
  /// The row would be the second of a primary key or unique column.
  public var isUniqueConstraint: Bool {
    hasExtended(SQLITE_CONSTRAINT | (8 << 8), SQLITE_CONSTRAINT | (6 << 8), SQLITE_CONSTRAINT | (10 << 8))
  }
  /// The row would refer to nothing.
  public var isForeignKeyConstraint: Bool { hasExtended(SQLITE_CONSTRAINT | (3 << 8)) }
  /// Reading or writing the disk failed.
  public var isIO: Bool { has(SQLITE_IOERR) }
  /// The file does not exist, is a folder, or may not be opened.
  public var isCantOpen: Bool { has(SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH) }
  /// `InterruptHandle.interrupt()` stopped the statement.
  public var isInterrupted: Bool { has(SQLITE_INTERRUPT) }

  private func has(_ codes: Int32...) -> Bool {
    failure.map { codes.contains($0.code) } ?? false
  }

  private func hasExtended(_ codes: Int32...) -> Bool {
    failure.map { codes.contains($0.extendedCode) } ?? false
  }
}
