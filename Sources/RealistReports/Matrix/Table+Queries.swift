import RealistModel

extension Table {
  /// Saved queries with the number of passages each finds; `nil` for one that cannot be read.
  public static func savedQueries(_ queries: [(query: SavedQuery, passages: Int?)], title: String = "")
    -> Table
  {
    let head = Head(
      title: title,
      columns: [
        Column("name", "Name", weight: 2, isRowHeading: true), Column("query", "Query", weight: 8),
        Column("passages", "Passages", kind: .number),
      ])
    return Table(
      head,
      rows: queries.map { query, passages in
        .cells([Cell(query.name), Cell(query.text), passages.map { Cell($0) } ?? Cell.empty])
      })
  }

  /// How many passages there are, and from how many sources and people.
  public static func passageCount(of places: [Int], in table: CodingTable, title: String = "") -> Table {
    let passages = places.map { table.passages[$0] }
    let people = Set(passages.map(\.participant).filter { $0 >= 0 })
    let head = Head(
      title: title,
      columns: [
        Column("passages", "Passages", kind: .number), Column("sources", "Sources", kind: .number),
        Column("participants", "Participants", kind: .number),
      ])
    return Table(
      head,
      rows: [.cells([Cell(passages.count), Cell(Set(passages.map(\.source)).count), Cell(people.count)])])
  }
}
