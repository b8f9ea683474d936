import RealistModel
import SQLiteKit

extension StudyWriter {
  /// Saves a query, or writes over the one with the same id.
  public func put(_ query: SavedQuery) throws {
    guard SavedQuery.isValid(name: query.name) else {
      throw StoreError.invalidName(
        .query, name: query.name, reason: "a name is letters, digits, -, _ and . without spaces")
    }
    try requireFree(query.name, in: "query", column: "name", for: query.id, kind: .query)
    try put(
      "query", "id name text position", query.id, query.name, query.text,
      try position(of: query.id, in: "query"))
  }

  /// Deletes a saved query.
  public func removeQuery(_ id: ID<SavedQuery>) throws { try delete(from: "query", where: "id", is: id) }

  /// Writes a cell of a framework matrix.
  public func put(_ summary: FrameworkSummary) throws {
    var (source, participant): (ID<Source>?, ID<Participant>?)
    var (attribute, value): (String?, String?)
    switch summary.row {
    case .source(let id): source = id
    case .participant(let id): participant = id
    case .group(let name, let text): (attribute, value) = (name, text)
    }
    try put(
      "framework", "id source participant attribute value code summary coder written position", summary.id,
      source, participant, attribute, value, summary.code, summary.summary, summary.coder, summary.written,
      try position(of: summary.id, in: "framework"))
  }

  /// Empties a cell of a framework matrix.
  public func removeFrameworkSummary(_ id: ID<FrameworkSummary>) throws {
    try delete(from: "framework", where: "id", is: id)
  }

  /// Writes a table of context with all its cells.
  public func put(_ table: ContextTable) throws {
    try requireFree(table.key, in: "context_table", column: "key", for: table.id, kind: .contextTable)
    try put(
      "context_table", "id key title unit source date notes position", table.id, table.key, table.title,
      table.unit, table.source, table.date, table.notes.joined(separator: "\n"),
      try position(of: table.id, in: "context_table"))
    try delete(from: "context_cell", where: "table", is: table.id)
    let insert = try statement(
      #"INSERT INTO context_cell ("table", "row", "column", text) VALUES (?, ?, ?, ?)"#)
    for (row, cells) in ([table.columns] + table.rows).enumerated() {
      for (column, text) in cells.enumerated() { try insert.run(table.id, row, column, text) }
    }
  }

  /// Deletes a table of context.
  public func removeContextTable(_ id: ID<ContextTable>) throws {
    try delete(from: "context_cell", where: "table", is: id)
    try delete(from: "context_table", where: "id", is: id)
  }
}
