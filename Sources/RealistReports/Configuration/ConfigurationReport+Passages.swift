import RealistAnalysis
import RealistModel

extension ConfigurationReport {
  /// Every passage that speaks to the configurations of the table, with what it speaks to and how. Cells of ``table`` lead to its rows.
  ///
  /// The words of participants who withdrew are not among them; that there is a passage is.
  public var passages: Table {
    let head = Table.Head(
      columns: [
        Table.Column("cmo", "CMO", weight: 2, isRowHeading: true),
        Table.Column("elements", "Speaks to", weight: 2),
        Table.Column("bearing", "Bearing", weight: 2), Table.Column("standing", "Standing", weight: 2),
        Table.Column("quote", "Quote", weight: 12), Table.Column("attribution", "Attribution", weight: 4),
        Table.Column("source", "Source", weight: 3), Table.Column("note", "Note", weight: 4),
      ], grouping: Table.Column("configuration", "Configuration"))
    let rows = content.records.flatMap { record -> [Table.Row] in
      let rows = passageRows(of: record)
      return rows.isEmpty ? [] : [.group(titled(record))] + rows
    }
    return Table(head, rows: rows)
  }

  private func passageRows(of record: ConfigurationTable.Record) -> [Table.Row] {
    var named: Set<String> = []
    return record.passages.map { item in
      let new = ([""] + item.labels).map { record.place(of: $0) }.filter { named.insert($0).inserted }
      let words = item.isWithdrawn ? "(withdrawn)" : item.words.trimmed
      return .cells([
        Table.Cell(
          .text("CMO \(record.number)"), reference: new.isEmpty ? nil : .places(new)),
        Table.Cell(item.labels.isEmpty ? "all of it" : item.labels.joined(separator: "–")),
        Table.Cell(item.evidence.bearing.rawValue), Table.Cell(item.evidence.standing.rawValue),
        Table.Cell([Table.Line(words, style: .quotation)]), Table.Cell(item.attribution),
        Table.Cell(item.source?.name ?? ""), Table.Cell(item.evidence.note),
      ])
    }
  }
}

extension ConfigurationTable.Record {
  /// In the order of the elements they speak to, those that speak to the whole last.
  fileprivate var passages: [EvidenceBase.Item] {
    let order = Dictionary(
      elements.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
    let places = evidence.items.map { item in item.labels.compactMap { order[$0] }.min() ?? elements.count }
    return evidence.items.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { evidence.items[$0] }
  }

  /// Where the passages of an element begin; of the empty label, those of the configuration.
  fileprivate func place(of label: String) -> String {
    label.isEmpty ? "CMO \(number)" : "CMO \(number) \(label)"
  }

  /// A link to the first passage of these elements; `nil` where there is none.
  func link(to shown: [ConfigurationTable.ElementRecord]) -> Table.Reference? {
    guard !evidence.items.isEmpty else { return nil }
    if shown.count == elements.count { return .link(place(of: "")) }
    return shown.first { !$0.evidence.items.isEmpty }.map { .link(place(of: $0.label)) }
  }
}
