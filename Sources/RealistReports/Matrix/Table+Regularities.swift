import RealistMatrices
import RealistModel

extension Table {
  /// Candidates for demi-regularities, most sources first.
  public static func regularities(_ found: Regularities, title: String = "") -> Table {
    let names = found.pair.titles
    let head = Head(
      title: title,
      columns: [
        Column("number", "No.", weight: 1, isRowHeading: true), Column("left", names.left, weight: 6),
        Column("right", names.right, weight: 6), Column("sources", "Sources", kind: .number, note: 0),
        Column("citations", "Citations", kind: .number),
        Column("participants", "Participants", kind: .number),
      ] + found.groups.map { Column($0, $0, kind: .number, note: 1) } + [
        Column("found", "Found in", kind: .inlineList, weight: 3)
      ],
      notes: ["ranked by sources, then citations; counts of what was said, not sizes of effects"]
        + (found.groups.isEmpty ? [] : ["sources with a citation in this group"]))
    return Table(
      head,
      rows: found.candidates.enumerated().map { place, one in
        .cells(
          [
            Cell("R\(place + 1)"), Cell(one.left.label), Cell(one.right.label), Cell(one.sources),
            Cell(one.citations), Cell(one.participants),
          ] + one.sourcesByGroup.map { Cell($0) } + [Cell(items: one.origins.map(\.rawValue))])
      })
  }

  /// The same as a table of the one role against the other; cells count sources or citations.
  public static func regularityCrosstab(
    _ found: Regularities, countsCitations: Bool = false, title: String = ""
  ) -> Table {
    let (rows, columns) = (found.leftRows, found.rightRows)
    let head = Head(
      title: title,
      columns: [Column("code", found.pair.titles.left, weight: 6, isRowHeading: true, note: 0)]
        + columns.map { Column($0.label, $0.label, kind: .number) },
      notes: [countsCitations ? "citations" : "sources with a citation"])
    return Table(
      head,
      rows: rows.map { row in
        .cells(
          [Cell(row.label)]
            + columns.map { column in
              let one = found.candidate(row.code, column.code)
              return Cell((countsCitations ? one?.citations : one?.sources) ?? 0)
            })
      })
  }
}

extension RolePair {
  fileprivate var titles: (left: String, right: String) {
    switch self {
    case .contextOutcome: ("Context", "Outcome")
    case .mechanismOutcome: ("Mechanism", "Outcome")
    case .contextMechanism: ("Context", "Mechanism")
    }
  }
}
