/// Brings a file to the newest schema, one transaction for each migration.
public struct Migrator: Sendable {
  /// The mark of the program's files.
  public let applicationID: Int32
  /// All migrations, in order.
  public let migrations: [Migration]

  /// How a file stands to the migrations.
  public enum State: Sendable, Hashable {
    /// It has no tables yet.
    case empty
    /// Its last migration is `number`; newer ones wait.
    case behind(number: Int)
    /// It has them all.
    case current
  }

  /// The migrations of the files that carry `applicationID`, which is not 0.
  public init(applicationID: Int32, migrations: [Migration]) {
    self.applicationID = applicationID
    self.migrations = migrations
  }

  /// The number of the last migration.
  public var known: Int { migrations.count }

  /// How the file stands; throws `.newer` or `.foreignApplication` when it is not for this program.
  public func state(of connection: Connection) throws(SQLiteError) -> State {
    let numbers = migrations.map(\.number)
    guard numbers == Array(1..<(numbers.count + 1)) else { throw .migrationNumbers(numbers) }
    let application = try connection.applicationID()
    let found = try connection.userVersion()
    if application == 0, found == 0, try !connection.exists("SELECT 1 FROM sqlite_schema") { return .empty }
    guard application == Int(applicationID) else { throw .foreignApplication(found: application) }
    if found > known { throw .newer(found: found, known: known) }
    return found == known ? .current : .behind(number: found)
  }

  /// Runs the migrations that the file lacks; answers them.
  ///
  /// A failing migration is rolled back and stops; the ones before it stay. Foreign keys are checked at the end of
  /// each, not while it runs, so that a table can be rebuilt.
  ///
  /// - Parameter beforeFirst: called once before the first migration of a file that has content, with its number: the
  ///   moment to copy the file.
  @discardableResult
  public func migrate(
    _ connection: Connection, beforeFirst: (_ number: Int) throws -> Void = { _ in }
  ) throws -> [Migration] {
    switch try state(of: connection) {
    case .current: return []
    case .empty: break
    case .behind(let number): try beforeFirst(number)
    }
    let enforced = connection.enforcesForeignKeys
    try connection.setEnforcesForeignKeys(false)
    defer { try? connection.setEnforcesForeignKeys(enforced) }
    return try migrations.filter { migration in try run(migration, on: connection) }
  }

  /// Answers false when another process has run it in the meantime.
  private func run(_ migration: Migration, on connection: Connection) throws -> Bool {
    try connection.transaction(.immediate) {
      guard try connection.userVersion() < migration.number else { return false }
      try migration.body(connection)
      let broken = Set(try connection.foreignKeyViolations().map(\.table))
      guard broken.isEmpty else {
        throw SQLiteError.brokenForeignKeys(migration: migration.number, tables: broken.sorted())
      }
      try connection.setApplicationID(applicationID)
      try connection.setUserVersion(Int32(clamping: migration.number))
      return true
    }
  }
}
