import SQLiteKit

/// Writes rows of one table: inserts one, which does nothing where its key is there already, or updates it.
///
/// `ON CONFLICT … DO UPDATE` would be one statement, and takes two thirds more time for rows that are new.
struct RowStatements {
  let insert: Statement
  let update: Statement

  /// - Parameters:
  ///   - key: the columns of the primary key, with spaces between.
  ///   - columns: all columns, in the order that values are bound in; both statements take all values.
  init(table: String, key: String, columns: String, on connection: Connection) throws {
    let names = columns.split(separator: " ").map { #""\#($0)""# }
    let keys = Set(key.split(separator: " ").map { #""\#($0)""# })
    let numbered = names.enumerated().map { place, name in (name: name, text: "\(name) = ?\(place + 1)") }
    let (same, new) = (
      numbered.filter { keys.contains($0.name) }.map(\.text),
      numbered.filter { !keys.contains($0.name) }.map(\.text)
    )
    insert = try connection.prepare(
      """
      INSERT INTO "\(table)" (\(names.joined(separator: ", ")))
      VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
      ON CONFLICT (\(keys.sorted().joined(separator: ", "))) DO NOTHING
      """)
    update = try connection.prepare(
      """
      UPDATE "\(table)"
      SET \(new.joined(separator: ", "))
      WHERE \(same.joined(separator: " AND "))
      """)
  }
}
