import RealistFormats
import RealistModel
import RealistNotation

/// `queries.csv`: saved queries, by name.
enum QueriesCSV {
  static let file = "queries.csv"
  static let columns = ["name", "query"]

  static func write(_ queries: [SavedQuery]) -> [UInt8] {
    var writer = CSVWriter()
    writer.append(row: columns)
    for query in queries { writer.append(row: [query.name, query.text]) }
    return writer.bytes
  }
}

/// `framework.csv`: the cells of framework matrices. A row names a source, a participant, or an attribute and its value.
enum FrameworkCSV {
  static let file = "framework.csv"
  static let columns = ["source", "participant", "attribute", "value", "code", "summary", "coder", "date"]

  static func row(
    _ summary: FrameworkSummary, source: (ID<Source>) -> String, participant: (ID<Participant>) -> String,
    code: (ID<Code>) -> String
  ) -> [String] {
    let place =
      switch summary.row {
      case .source(let id): [source(id), "", "", ""]
      case .participant(let id): ["", participant(id), "", ""]
      case .group(let attribute, let value): ["", "", attribute, value]
      }
    return place + [code(summary.code), summary.summary, summary.coder, summary.written.cell]
  }
}

extension FolderReader {
  mutating func readQueries() throws(FolderError) {
    guard let bytes = files[QueriesCSV.file] else { return }
    var table = try FolderTable(bytes, file: QueriesCSV.file, required: QueriesCSV.columns)
    table.checkWidths()
    for row in table.table.rows {
      let name = row[table.column("name")].trimmed
      guard SavedQuery.isValid(name: name) else {
        table.report(
          row, .badCell(column: "name", value: name, expected: "letters, digits, -, _ and . without spaces"))
        continue
      }
      guard !builder.study.queries.contains(where: { $0.name.isIdentical(to: name) }) else {
        table.report(row, .duplicate(thing: "query", name: name))
        continue
      }
      builder.study.queries.append(
        SavedQuery(
          id: builder.newID(SavedQuery.self, "query", name), name: name, text: row[table.column("query")]))
    }
    builder.problems += table.problems
  }

  mutating func readFramework() throws(FolderError) {
    guard let bytes = files[FrameworkCSV.file] else { return }
    var table = try FolderTable(bytes, file: FrameworkCSV.file, required: ["code", "summary"])
    table.checkWidths()
    for row in table.table.rows {
      let place = TextPlace(line: row.line, column: 0)
      let path = row[table.column("code")].trimmed
      guard let subject = frameworkRow(row, &table),
        let code = builder.code(path, FrameworkCSV.file, place)
      else { continue }
      let written = table.value(row, "date", expected: "a date such as 2026-03-02") {
        Timestamp(fromCell: $0)
      }
      let key = FrameworkCSV.columns.prefix(4).map { row[table.column($0)] }.joined(separator: "\n")
      builder.study.framework.append(
        FrameworkSummary(
          id: builder.newID(FrameworkSummary.self, "framework", "\(key)\n\(path)"), row: subject, code: code,
          summary: row[table.column("summary")], coder: row[table.column("coder")],
          written: written ?? builder.moment))
    }
    builder.problems += table.problems
  }

  private mutating func frameworkRow(_ row: CSVRow, _ table: inout FolderTable) -> FrameworkSummary.Case? {
    let place = TextPlace(line: row.line, column: 0)
    let attribute = row[table.column("attribute")].trimmed
    let (source, participant) = (
      row[table.column("source")].trimmed, row[table.column("participant")].trimmed
    )
    guard [source, participant, attribute].count(where: { !$0.isEmpty }) == 1 else {
      table.report(
        row,
        .badCell(
          column: "source", value: source, expected: "a source, a participant or an attribute, one of them"))
      return nil
    }
    if !source.isEmpty {
      return builder.source(source, FrameworkCSV.file, place).map { .source($0.id) }
    }
    if !participant.isEmpty {
      return builder.participant(participant, FrameworkCSV.file, place).map { .participant($0) }
    }
    return .group(attribute: attribute, value: row[table.column("value")])
  }

  /// The tables of `context/`, by name.
  mutating func readContextTables() throws(FolderError) {
    for file in files.keys.sorted() where file.hasPrefix("context/") && file.hasSuffix(".csv") {
      let key = String(file.dropFirst("context/".count).dropLast(".csv".count))
      let id = builder.newID(ContextTable.self, "context", key)
      builder.study.contextTables.append(try ContextCSV.read(files[file] ?? [], file: file, key: key, id: id))
    }
  }
}
