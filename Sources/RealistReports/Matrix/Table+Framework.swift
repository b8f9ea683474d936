import RealistMatrices
import RealistModel

extension Table {
  /// A framework matrix: in each cell the summary, then how many passages stand behind it and where.
  ///
  /// - Parameter places: how many places are named in a cell.
  public static func framework(
    _ matrix: FrameworkMatrix, in table: CodingTable, places: Int = 3, title: String = ""
  ) -> Table {
    let coverage = matrix.coverage
    let head = Head(
      title: title,
      columns: [Column("case", "Case", weight: 2, isRowHeading: true, note: 0)]
        + matrix.columns.map { Column($0.path, "\($0.number) \($0.path)", weight: 6) },
      notes: [
        "passages in \(coverage.withPassages) of \(coverage.cells) cells, a summary in \(coverage.withSummary); "
          + "\(coverage.toWrite) to be written, \(coverage.unfounded) without a passage behind"
      ])
    return Table(
      head,
      rows: zip(matrix.rows, matrix.cells).map { row, cells in
        .cells([Cell(row.label)] + cells.map { cell($0, table, places) })
      })
  }

  private static func cell(_ cell: FrameworkMatrix.Cell, _ table: CodingTable, _ places: Int) -> Cell {
    var lines = cell.summaries.flatMap { $0.summary.split(separator: "\n") }.map { Line(String($0)) }
    guard !cell.passages.isEmpty else { return Cell(lines) }
    let named = cell.passages.prefix(places).map { place -> String in
      let passage = table.passages[place]
      return "\(table.sources[Int(passage.source)].name) \(passage.start)–\(passage.end)"
    }
    let rest = cell.passages.count - named.count
    let more = rest > 0 && !named.isEmpty ? "and \(rest) more" : nil
    let places = ["[\(cell.passages.count)]", named.joined(separator: ", "), more].compactMap(\.self)
    lines.append(Line(places.filter { !$0.isEmpty }.joined(separator: " ")))
    return Cell(lines)
  }

  /// Numbers beside voices.
  ///
  /// - Parameter quotes: the words of the passages to print, with who said them.
  public static func jointDisplay(
    _ display: JointDisplay, in table: CodingTable,
    quotes: [ID<Segment>: (words: String, attribution: String)],
    title: String = ""
  ) -> Table {
    let context = display.context
    let origin = [
      ("unit", context.unit), ("source", context.source), ("date", context.date),
    ].filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
    let notes = (origin.isEmpty ? [] : [origin.joined(separator: "; ")]) + context.notes
    let first = Column(
      "group", context.columns.first ?? "", weight: 3, isRowHeading: true, note: notes.isEmpty ? nil : 0)
    let numbers = context.columns.dropFirst().map {
      Column($0, $0, kind: .text, alignment: .trailing, weight: 1)
    }
    let head = Head(
      title: title.isEmpty ? context.title : title,
      columns: [first] + numbers + display.themes.map { Column($0, $0, weight: 8) }, notes: notes)
    return Table(
      head,
      rows: display.rows.map { row in
        .cells(
          [Cell(row.label)] + row.numbers.map { Cell($0) } + row.voices.map { voice($0, table, quotes) })
      })
  }

  private static func voice(
    _ voice: JointDisplay.Voice, _ table: CodingTable,
    _ quotes: [ID<Segment>: (words: String, attribution: String)]
  ) -> Cell {
    guard !voice.passages.isEmpty else { return .empty }
    let people = voice.participants
    var lines = [
      Line("\(counted(voice.passages.count, "passage")), \(counted(people, "person", "people"))")
    ]
    if let quote = voice.quote.flatMap({ quotes[table.passages[$0].segment] }) {
      let words = quote.words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      lines.append(Line("“\(words)” \(quote.attribution)", style: .quotation))
    }
    return Cell(lines)
  }

  /// The tables of context a study has.
  public static func contextTables(_ tables: [ContextTable], title: String = "") -> Table {
    let head = Head(
      title: title,
      columns: [
        Column("key", "Key", weight: 2, isRowHeading: true), Column("title", "Title", weight: 6),
        Column("unit", "Unit", weight: 2), Column("source", "Source", weight: 4),
        Column("date", "Date", weight: 2), Column("rows", "Rows", kind: .number),
        Column("columns", "Columns", kind: .inlineList, weight: 4),
      ])
    return Table(
      head,
      rows: tables.map { table in
        .cells([
          Cell(table.key), Cell(table.title), Cell(table.unit), Cell(table.source), Cell(table.date),
          Cell(table.rows.count), Cell(items: table.columns),
        ])
      })
  }

  /// One table of context as it is.
  public static func context(_ table: ContextTable) -> Table {
    let origin = [("unit", table.unit), ("source", table.source), ("date", table.date)]
      .filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
    let notes = (origin.isEmpty ? [] : [origin.joined(separator: "; ")]) + table.notes
    let columns = table.columns.enumerated().map { place, name in
      Column(
        name, name, weight: place == 0 ? 4 : 2, isRowHeading: place == 0,
        note: place == 0 && !notes.isEmpty ? 0 : nil)
    }
    return Table(
      Head(title: table.title, columns: columns, notes: notes),
      rows: table.rows.map { .cells($0.map { Cell($0) }) })
  }
}
