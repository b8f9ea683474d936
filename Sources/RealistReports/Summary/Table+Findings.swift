import RealistAnalysis

extension Table {
  /// What checks found, one finding a row.
  public static func findings(_ findings: [(check: String, finding: Finding)], title: String = "") -> Table {
    let columns = [
      Column("severity", "Severity", weight: 2), Column("place", "Where", weight: 5, isRowHeading: true),
      Column("message", "What", weight: 8), Column("hint", "What to do", weight: 8),
      Column("check", "Check", weight: 3),
    ]
    let rows = findings.map { check, finding -> Row in
      .cells([
        Cell(finding.severity.rawValue), Cell(finding.place), Cell(finding.message), Cell(finding.hint),
        Cell(check),
      ])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }
}
