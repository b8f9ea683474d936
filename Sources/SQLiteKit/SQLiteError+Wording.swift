extension SQLiteError {
  /// One line for a person: lower case, the file first, no full stop.
  public var message: String {
    switch self {
    case .engine(let failure):
      return failure.path.map { "\($0): \(failure.message)" } ?? failure.message
    case .newer(let found, let known):
      return "the file has format \(found); this program knows formats up to \(known)"
    case .foreignApplication(let found):
      return found == 0
        ? "the file is an SQLite database without a mark of this program"
        : "the file belongs to another program (application id \(found))"
    case .migrationNumbers(let numbers):
      return "migrations are not numbered from 1 without gaps: \(numbers)"
    case .brokenForeignKeys(let migration, let tables):
      return "migration \(migration) leaves rows that refer to nothing in \(tables.joined(separator: ", "))"
    case .unrepresentable(.nulInText, let parameter, _):
      return "parameter \(parameter): text with the character U+0000 cannot be stored"
    case .unrepresentable(.notANumber, let parameter, _):
      return "parameter \(parameter): not a number (NaN) cannot be stored"
    case .parameterCount(let expected, let given, _):
      return "the statement has \(expected) parameters, \(given) values were given"
    case .notOneStatement:
      return "the text is not exactly one SQL statement"
    case .notUTF8(let column, _):
      return "column \(column): the stored text is not valid UTF-8"
    case .changesetAborted:
      return "the changes do not fit what is in the file; nothing was applied"
    case .malformedChangeset:
      return "the recorded changes are damaged and cannot be read"
    case .incompatibleChangeset(let table):
      return "the changes are about a table this file does not have in that shape: \(table)"
    }
  }

  /// What to do about it, where there is something.
  public var hint: String? {
    switch self {
    case .newer: "install the newer version of the program that wrote the file"
    case _ where isBusy: "another program is using the file; close it or try again in a moment"
    case _ where isReadOnly: "make the file and its folder writable, or work on a copy"
    case _ where isFull: "free some space on the disk and run the command again; the file is unchanged"
    case _ where isCorrupt: "restore the file from its last copy"
    case _ where isNotADatabase: "check that this is the file you meant"
    case _ where isCantOpen: "check that the file exists and that you may read it"
    default: nil
    }
  }

  /// The statement, where one was running.
  public var sql: String? {
    switch self {
    case .engine(let failure): failure.sql
    case .unrepresentable(_, _, let sql), .parameterCount(_, _, let sql), .notOneStatement(let sql),
      .notUTF8(_, let sql):
      sql
    case .newer, .foreignApplication, .migrationNumbers, .brokenForeignKeys, .changesetAborted,
      .malformedChangeset,
      .incompatibleChangeset:
      nil
    }
  }
}

extension SQLiteError: CustomStringConvertible {
  /// The message, then the statement.
  public var description: String {
    sql.map { "\(message) [\($0)]" } ?? message
  }
}

extension EngineFailure {
  /// SQLite's sentence with what it may have taken from a bound value left out.
  ///
  /// Code 1 while a statement runs comes from extensions such as FTS5, and they quote what they were given:
  /// `fts5: syntax error near "…"`, `no such column: …`. Kept by the test "errors hold no bound value".
  static func withoutFragments(_ message: String) -> String {
    for opening in ["no such column: ", "unknown special query: "]
    where message.utf8.starts(with: opening.utf8) {
      return opening + "…"
    }
    for quote in ["\"", "'"] {
      guard let start = message.utf8.firstIndex(of: quote.utf8[quote.utf8.startIndex]) else { continue }
      return message[..<start] + quote + "…" + quote
    }
    return message
  }
}
