import RealistAnalysis
import RealistModel

extension Table {
  /// Every passage that speaks to a configuration, one a row.
  ///
  /// The words of participants who withdrew are not printed; that there is a passage is.
  public static func evidence(_ content: ConfigurationTable, title: String = "") -> Table {
    let columns = [
      Column("place", "Speaks to", weight: 2, isRowHeading: true), Column("bearing", "Bearing", weight: 2),
      Column("standing", "Standing", weight: 2), Column("quote", "Quote", weight: 10),
      Column("attribution", "Attribution", weight: 3), Column("source", "Source", weight: 2),
      Column("coder", "Coder", weight: 2), Column("note", "Note", weight: 4),
    ]
    let rows = content.records.flatMap { record in
      record.evidence.items.map { item -> Row in
        let place = item.labels.isEmpty ? "" : "." + item.labels.joined(separator: "–")
        return .cells([
          Cell("CMO\(record.number)\(place)"), Cell(item.evidence.bearing.rawValue),
          Cell(item.evidence.standing.rawValue), Cell(item.isWithdrawn ? "(withdrawn)" : item.words),
          Cell(item.attribution), Cell(item.source?.name ?? ""), Cell(item.evidence.coder),
          Cell(item.evidence.note),
        ])
      }
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }
}
