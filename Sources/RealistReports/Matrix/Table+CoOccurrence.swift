import RealistMatrices
import RealistModel

extension Table {
  /// What stands in the cells of a table of co-occurrence.
  public enum CoOccurrenceValue: Hashable, Sendable {
    /// Pairs of passages.
    case pairs
    /// Sources with such a pair.
    case sources
    /// The c-coefficient.
    case coefficient
    /// Shares of characters, row by row as ``CoOccurrence/jaccard(_:rows:)`` gives them.
    case jaccard([[Double?]])
  }

  /// Codes against codes. The diagonal of counts holds what there is of a code; that of coefficients is empty.
  ///
  /// - Parameters:
  ///   - rows: which of the codes stand at the side, and `columns` at the top.
  public static func coOccurrence(
    _ counts: CoOccurrence, value: CoOccurrenceValue, rows: [Int], columns: [Int], title: String = ""
  ) -> Table {
    let isShare = value != .pairs && value != .sources
    let head = Head(
      title: title,
      columns: [
        Column("number", "No.", weight: 1), Column("code", "Code", weight: 6, isRowHeading: true, note: 0),
      ]
        + columns.map { place in
          Column(counts.rows[place].label, counts.rows[place].label, kind: .number)
        },
      notes: [note(counts.measure, value)])
    return Table(
      head,
      rows: rows.map { row in
        .cells(
          [Cell(counts.rows[row].number), Cell(counts.rows[row].label)]
            + columns.map { isShare && row == $0 ? .empty : cell(counts, value, row, $0) })
      })
  }

  private static func cell(_ counts: CoOccurrence, _ value: CoOccurrenceValue, _ row: Int, _ column: Int)
    -> Cell
  {
    switch value {
    case .pairs: Cell(counts[row, column])
    case .sources: Cell(counts.sources(row, column))
    case .coefficient: Cell(share(counts.coefficient(row, column)))
    case .jaccard(let shares): Cell(share(shares[row][column]))
    }
  }

  private static func note(_ measure: CoOccurrence.Measure, _ value: CoOccurrenceValue) -> String {
    let meeting =
      switch measure {
      case .overlap: "that share words"
      case .containment: "of which that of the row lies within that of the column"
      case .near(let distance, let unit): "with at most \(distance) \(unit.rawValue) between them"
      }
    switch value {
    case .pairs:
      return
        "pairs of passages \(meeting); a passage with both codes is one pair; diagonal: passages of the code"
    case .sources:
      return "sources with a pair of passages \(meeting); diagonal: sources that speak of the code"
    case .coefficient:
      return "n12 / (n1 + n2 − n12), n12 pairs of passages \(meeting), n1 and n2 passages of each code"
    case .jaccard: return "characters with both codes / characters with either (Jaccard)"
    }
  }

  /// Three digits after the point; a dash for what is undefined.
  private static func share(_ value: Double?) -> String {
    guard let value else { return "–" }
    let thousandths = Int((value * 1000).rounded())
    let rest = thousandths % 1000
    return "\(thousandths / 1000)." + String(String(1000 + rest).dropFirst())
  }
}
