import RealistAnalysis
import RealistModel

extension Table {
  /// The configurations, one a row, with elements and evidence in numbers.
  public static func configurations(_ content: ConfigurationTable, title: String = "") -> Table {
    let columns = [
      Column("number", "No.", weight: 2, isRowHeading: true), Column("key", "Key", weight: 3),
      Column("title", "Title", weight: 6), Column("theory", "Theory", weight: 3),
      Column("status", "Status", weight: 2), Column("elements", "Elements", kind: .inlineList, weight: 3),
      Column("supports", "Supports", kind: .number), Column("refutes", "Refutes", kind: .number),
      Column("refines", "Refines", kind: .number), Column("sources", "Sources", kind: .number),
    ]
    let rows = content.records.map { record -> Row in
      let counts = content.template.slots.compactMap { slot -> String? in
        let count = record.elements(letter: slot.letter).count
        return count == 0 ? nil : "\(count) \(slot.letter)"
      }
      return .cells([
        Cell("CMO\(record.number)"), Cell(record.configuration.key), Cell(record.configuration.title),
        Cell(record.theory?.key ?? ""), Cell(record.configuration.status.rawValue), Cell(items: counts),
        Cell(record.evidence.items(.supports).count), Cell(record.evidence.items(.refutes).count),
        Cell(record.evidence.items(.refines).count), Cell(record.evidence.sources.count),
      ])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }
}
