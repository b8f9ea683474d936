import RealistModel
import SQLiteKit

extension StudyReader {
  /// All saved queries, in the order in which they were saved.
  public func queries() throws -> [SavedQuery] {
    try connection.queryAll("SELECT id, name, text FROM query ORDER BY position, name") { row in
      SavedQuery(id: row.id(0), name: row.text(1), text: row.text(2))
    }
  }

  /// All cells of framework matrices, in the order in which they were written first.
  public func frameworkSummaries() throws -> [FrameworkSummary] {
    try connection.queryAll(
      """
      SELECT id, source, participant, attribute, value, code, summary, coder, written
      FROM framework
      ORDER BY position, id
      """
    ) { row in
      let subject: FrameworkSummary.Case =
        if !row.isNull(1) {
          .source(row.id(1))
        } else if !row.isNull(2) {
          .participant(row.id(2))
        } else { .group(attribute: row.text(3), value: row.text(4)) }
      return FrameworkSummary(
        id: row.id(0), row: subject, code: row.id(5), summary: row.text(6), coder: row.text(7),
        written: row.time(8))
    }
  }

  /// All tables of context.
  public func contextTables() throws -> [ContextTable] {
    var cells: [ID<ContextTable>: [[String]]] = [:]
    try connection.query(
      #"SELECT "table", "row", text FROM context_cell ORDER BY "table", "row", "column""#
    ) { row in
      var lines = cells[row.id(0)] ?? []
      while lines.count <= row.int(1) { lines.append([]) }
      lines[row.int(1)].append(row.text(2))
      cells[row.id(0)] = lines
    }
    return try connection.queryAll(
      "SELECT id, key, title, unit, source, date, notes FROM context_table ORDER BY position, key"
    ) { row in
      let lines = cells[row.id(0)] ?? []
      return ContextTable(
        id: row.id(0), key: row.text(1), title: row.text(2), unit: row.text(3), source: row.text(4),
        date: row.text(5), notes: row.lines(6), columns: lines.first ?? [], rows: Array(lines.dropFirst()))
    }
  }

  /// A saved query by name.
  ///
  /// - Throws: ``StoreError/unknown(_:name:nearest:)``.
  public func query(named name: String) throws -> SavedQuery {
    let all = try queries()
    if let known = all.first(where: { $0.name.isIdentical(to: name) }) { return known }
    throw StoreError.unknown(.query, name: name, nearest: Suggestion.nearest(to: name, in: all.map(\.name)))
  }

  /// A table of context by key.
  ///
  /// - Throws: ``StoreError/unknown(_:name:nearest:)``.
  public func contextTable(_ key: String) throws -> ContextTable {
    let all = try contextTables()
    if let known = all.first(where: { $0.key.isIdentical(to: key) }) { return known }
    throw StoreError.unknown(
      .contextTable, name: key, nearest: Suggestion.nearest(to: key, in: all.map(\.key)))
  }
}
