import CSQLite

/// A change that does not fit what is in the file.
public enum Conflict: Sendable, Hashable {
  /// The row to update or delete has other values than the change knows; `existing` is the row as it is.
  case differs(Change, existing: [SQLValue?])
  /// The row to update or delete is not there.
  case missing(Change)
  /// The row to insert is there already; `existing` is the row as it is.
  case exists(Change, existing: [SQLValue?])
  /// The row would break a constraint: a second unique value, a CHECK, a NOT NULL.
  case constraint(Change)
  /// After all changes these rows refer to nothing. `.omit` leaves them for the caller to repair.
  case foreignKeys([ForeignKeyViolation])

  /// The change in question, when it is about one.
  public var change: Change? {
    switch self {
    case .differs(let change, _), .missing(let change), .exists(let change, _), .constraint(let change):
      change
    case .foreignKeys: nil
    }
  }
}

/// What to do with a change that does not fit.
public enum Resolution: Sendable, Hashable {
  /// Leave this change out.
  case omit
  /// Apply it over what is there; only for `.differs` and `.exists`.
  case replace
  /// Apply nothing of the changeset.
  case abort

  var code: Int32 {
    switch self {
    case .omit: SQLITE_CHANGESET_OMIT
    case .replace: SQLITE_CHANGESET_REPLACE
    case .abort: SQLITE_CHANGESET_ABORT
    }
  }
}
