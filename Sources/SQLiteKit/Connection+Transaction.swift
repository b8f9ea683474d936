/// When a transaction takes its locks.
public enum TransactionKind: Sendable, Hashable {
  /// A read lock at the first read, the write lock at the first write.
  case deferred
  /// The write lock at once; a transaction that will write never fails half-way because another one writes.
  case immediate

  var opening: SQL {
    switch self {
    case .deferred: "BEGIN DEFERRED"
    case .immediate: "BEGIN IMMEDIATE"
    }
  }
}

extension Connection {
  /// Runs `body` in a transaction: committed when it returns, rolled back when it or the commit throws.
  ///
  /// Inside another transaction it is a savepoint, so that what throws undoes its own part only.
  @discardableResult
  public func transaction<Result>(
    _ kind: TransactionKind = .immediate, _ body: () throws -> Result
  ) throws -> Result {
    if isInTransaction { return try savepoint(body) }
    try execute(kind.opening)
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      rollBack(["ROLLBACK"])
      throw error
    }
  }

  /// Runs `body` in a savepoint: kept when it returns, undone when it throws.
  @discardableResult
  public func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("SAVEPOINT kit")
    do {
      let result = try body()
      try execute("RELEASE kit")
      return result
    } catch {
      rollBack(["ROLLBACK TO kit", "RELEASE kit"])
      throw error
    }
  }

  /// After a full disk or an interrupt SQLite has rolled back by itself; and the error to tell is the first one.
  private func rollBack(_ statements: [SQL]) {
    for statement in statements where isInTransaction { _ = try? execute(statement) }
  }
}
