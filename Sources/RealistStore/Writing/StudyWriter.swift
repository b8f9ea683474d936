import RealistModel
import SQLiteKit

/// Changes a study inside one transaction; valid inside the closure it was handed to.
///
/// `put` writes a value as it is, new or changed; the operations with names of their own keep what depends on it in order.
public final class StudyWriter {
  let connection: Connection
  /// Reads what this change has written so far.
  public let reader: StudyReader
  /// Who makes the change.
  public let coder: String
  /// When.
  public let time: Timestamp
  /// How the journal words the change; may be made more exact while it is under way. Never words of a transcript.
  public var command: String
  private var ids: any IDSource & Sendable
  private var statements: [String: Statement] = [:]
  /// The statements of ``put(_:key:_:_:)`` by table.
  private var rows: [String: RowStatements] = [:]

  init(_ store: StudyStore, note: ChangeNote) {
    connection = store.connection
    reader = StudyReader(store.connection)
    (coder, time, command, ids) = (note.coder, note.time, note.command, note.ids)
  }

  /// A new id, greater than all this change made before.
  public func newID<Entity>(_ entity: Entity.Type = Entity.self) -> ID<Entity> { ids.next(entity) }

  /// The compiled statement of a text, kept for the whole change.
  func statement(_ sql: String) throws -> Statement {
    if let known = statements[sql] { return known }
    let new = try connection.prepare(sql)
    statements[sql] = new
    return new
  }

  /// One more than the greatest position in a table.
  func nextPosition(in table: String) throws -> Int {
    try (connection.int("SELECT max(position) FROM \(identifier: table)") ?? -1) + 1
  }

  /// The position a row has, or the one after all others when it is not there yet.
  func position<Value>(of id: ID<Value>, in table: String) throws -> Int {
    if let known = try connection.int("SELECT position FROM \(identifier: table) WHERE id = \(id)") {
      return known
    }
    return try nextPosition(in: table)
  }

  /// Writes a row, or writes over the one with the same key. A table is always written with the same columns.
  func put<each Value: SQLValueConvertible>(
    _ table: String, key: String = "id", _ columns: String, _ value: repeat each Value
  ) throws {
    let row = try statements(of: table, key: key, columns: columns)
    try row.insert.run(repeat each value)
    if connection.changes == 0 { try row.update.run(repeat each value) }
  }

  private func statements(of table: String, key: String, columns: String) throws -> RowStatements {
    if let known = rows[table] { return known }
    let new = try RowStatements(table: table, key: key, columns: columns, on: connection)
    rows[table] = new
    return new
  }

  /// Replaces the rows that list an owner's ids in order.
  func putList<Owner, Other>(
    _ table: String, _ owner: String, _ other: String, _ id: ID<Owner>, _ list: [ID<Other>]
  ) throws {
    try statement(#"DELETE FROM "\#(table)" WHERE "\#(owner)" = ?"#).run(id)
    let insert = try statement(
      #"INSERT INTO "\#(table)" ("\#(owner)", "\#(other)", position) VALUES (?, ?, ?)"#)
    for (position, item) in list.enumerated() { try insert.run(id, item, position) }
  }

  /// Deletes rows by a column; answers how many there were.
  @discardableResult
  func delete<Entity>(from table: String, where column: String, is id: ID<Entity>) throws -> Int {
    try statement(#"DELETE FROM "\#(table)" WHERE "\#(column)" = ?"#).run(id)
    return connection.changes
  }

  /// Refuses a name that another row has, or that is no name.
  func requireFree<Entity>(
    _ name: String, in table: String, column: String, for id: ID<Entity>, kind: StoreError.Kind
  ) throws {
    guard !name.trimmed.isEmpty, !name.contains("\n") else {
      throw StoreError.invalidName(kind, name: name, reason: "a name is one line of visible characters")
    }
    let other = try connection.exists(
      "SELECT 1 FROM \(identifier: table) WHERE \(identifier: column) = \(name) AND id <> \(id)")
    if other { throw StoreError.taken(kind, name: name) }
  }
}
