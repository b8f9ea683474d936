import RealistFormats
import RealistModel

/// The columns of participants or sources that are attributes of the study.
struct AttributeColumns {
  /// The definitions of the subject, those known before first, then new columns in file order.
  private(set) var definitions: [AttributeDefinition]
  private let columns: [(definition: AttributeDefinition, column: Int)]

  /// Columns that are neither standard nor defined become attributes; their kind is the narrowest that all values fit.
  init(
    _ table: FolderTable, subject: AttributeDefinition.Subject, standard: [String],
    known: [AttributeDefinition]
  ) {
    var definitions = known.filter { $0.subject == subject }
    let reserved = Set(standard.compactMap { table.column($0) })
    for (column, name) in table.table.header.enumerated() where !reserved.contains(column) && !name.isEmpty {
      guard !definitions.contains(where: { table.column($0.name) == column }) else { continue }
      let kind = AttributeValue.kind(ofColumn: table.table.rows.map { $0[column].trimmed })
      definitions.append(AttributeDefinition(name: name, subject: subject, kind: kind))
    }
    self.definitions = definitions
    columns = definitions.compactMap { definition in table.column(definition.name).map { (definition, $0) } }
  }

  /// The values of a row; empty cells are absent.
  func values(_ row: CSVRow, in table: inout FolderTable) -> [String: AttributeValue] {
    var values: [String: AttributeValue] = [:]
    for (definition, column) in columns {
      let cell = row[column]
      if cell.isEmpty { continue }
      let text = definition.kind == .text ? cell : cell.trimmed
      if let value = AttributeValue(text, kind: definition.kind) {
        values[definition.name] = value
      } else {
        table.report(row, .badCell(column: definition.name, value: text, expected: definition.kind.example))
      }
    }
    return values
  }
}
