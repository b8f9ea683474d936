/// Compiled statements by their text, so that an interpolated literal in a loop is compiled once.
struct StatementCache {
  private var statements: [String: Statement] = [:]
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
  }

  var count: Int { statements.count }

  /// Lends the statement for the text. While it is lent, the same text gets a statement of its own, so a query may
  /// run itself from inside its own rows.
  mutating func lend(_ sql: String, on database: DatabaseHandle) throws(SQLiteError) -> Statement {
    if let known = statements[sql], !known.isLent {
      known.isLent = true
      return known
    }
    let statement = try Statement(sql, on: database)
    statement.isLent = true
    if statements.count >= capacity { statements = statements.filter { $0.value.isLent } }
    if statements.count < capacity, statements[sql] == nil { statements[sql] = statement }
    return statement
  }

  mutating func removeAll() {
    statements = [:]
  }
}
