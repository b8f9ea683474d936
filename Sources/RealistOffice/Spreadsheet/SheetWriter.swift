import RealistReports

/// Where a cell is.
struct CellPlace: Hashable {
  var sheet: String
  var row: Int
}

/// Writes one table, row by row, into a sheet of a workbook, and into further sheets when it has more rows than one holds.
struct SheetWriter {
  /// Rows from which the widths of columns are found.
  private static let sample = 200
  /// Characters in all columns together, and in one.
  private static let widest = (table: 180, column: 80)

  let workbook: Workbook
  let head: Table.Head
  var sheet: Sheet
  /// Where links lead.
  let links: [String: CellPlace]
  /// The named places that were written.
  private(set) var places: [String: CellPlace] = [:]
  private(set) var linksLeftOut = 0
  private(set) var furtherSheets = 0
  private let wanted: String
  private var block = SpanBlock()
  private var row = 0
  private var heading = 0
  private var linked = 0
  private var spans = false
  /// Held back until the widths of the columns are known.
  private var held: [Table.Row] = []
  private var widths: [Int]?
  private let columns: [SheetColumn]
  /// The cells of the row that is being written.
  private var shown: [ShownCell] = []

  init(_ head: Table.Head, on sheet: Sheet, links: [String: CellPlace] = [:]) throws(OfficeError) {
    guard head.columns.count <= SheetLimits.columns else {
      throw .tooManyColumns(sheet: sheet.name, count: head.columns.count)
    }
    (self.head, self.sheet, self.links, workbook, wanted) = (head, sheet, links, sheet.workbook, sheet.name)
    columns = head.columns.map(SheetColumn.init)
  }

  private mutating func begin() throws(OfficeError) {
    row = 0
    if !head.title.isEmpty {
      try sheet.write(CellText.safe(head.title), 0, 0, workbook.styles.title)
      row = 2
    }
    heading = row
    for (place, column) in head.columns.enumerated() {
      try sheet.write(
        CellText.safe(column.title + ShownCell.mark(column.note)), row, place, workbook.styles.heading)
    }
    row += 1
  }

  mutating func group(_ heading: String) throws(OfficeError) { try take(.group(heading)) }
  mutating func row(_ cells: [Table.Cell]) throws(OfficeError) { try take(.cells(cells)) }

  mutating func finish() throws(OfficeError) {
    let widths = try release()
    try write(block.take(), widths)
    try finishSheet(widths)
  }

  private mutating func take(_ row: Table.Row) throws(OfficeError) {
    if let widths { return try write(row, widths) }
    held.append(row)
    if held.count >= Self.sample { try release() }
  }

  /// Decides on the widths and writes what was held back.
  @discardableResult
  private mutating func release() throws(OfficeError) -> [Int] {
    if let widths { return widths }
    let widths = Self.widths(head, held)
    self.widths = widths
    try begin()
    for row in held { try write(row, widths) }
    held = []
    return widths
  }

  // MARK: - Rows

  /// Goes on in a further sheet when so many rows have no room, the notes included.
  private mutating func makeRoom(_ rows: Int, _ widths: [Int]) throws(OfficeError) {
    guard row + rows + head.notes.count + 1 > workbook.rowLimit else { return }
    try finishSheet(widths)
    sheet = try workbook.sheet(wanted)
    (linked, furtherSheets, spans) = (0, furtherSheets + 1, false)
    try begin()
  }

  private mutating func write(_ row: Table.Row, _ widths: [Int]) throws(OfficeError) {
    switch row {
    case .group(let heading):
      try write(block.take(), widths)
      try makeRoom(1, widths)
      try writeAcross(heading, self.row, widths, workbook.styles.group)
      self.row += 1
    case .cells(let cells):
      // Where nothing spans rows, no row has to wait for the next.
      if workbook.isStreaming { return try write(alone: cells, widths) }
      if let complete = block.add(cells) { try write(complete, widths) }
    }
  }

  /// Writes a row of which no cell spans others.
  private mutating func write(alone cells: [Table.Cell], _ widths: [Int]) throws(OfficeError) {
    try makeRoom(1, widths)
    var height = 1
    shown.removeAll(keepingCapacity: true)
    for place in columns.indices {
      let cell = ShownCell(cells[column: place], in: columns[place])
      height = max(height, cell.lines(width: widths[place]))
      shown.append(cell)
    }
    if height > 1 { try sheet.setHeight(lines: height, of: row) }
    for place in columns.indices { try write(shown[place], in: columns[place], place, width: widths[place]) }
    row += 1
  }

  /// A text over all columns, with the height that it takes.
  private func writeAcross(_ text: String, _ row: Int, _ widths: [Int], _ style: SheetStyles.Style)
    throws(OfficeError)
  {
    try sheet.merge(
      rows: row...row, columns: 0...max(0, head.columns.count - 1), CellText.safe(text), style)
    let lines = LineCount.of(text, width: max(8, widths.reduce(0, +)))
    if lines > 1 { try sheet.setHeight(lines: lines, of: row) }
  }

  private mutating func write(_ block: SpanBlock, _ widths: [Int]) throws(OfficeError) {
    guard block.rows.count > 1 else {
      if let row = block.rows.first { try write(alone: row, widths) }
      return
    }
    try makeRoom(block.rows.count, widths)
    spans = true
    let heights = self.heights(of: block, widths)
    for (number, cells) in block.rows.enumerated() {
      if heights[number] > 1 { try sheet.setHeight(lines: heights[number], of: row) }
      for (place, column) in columns.enumerated() {
        let span = block.span(row: number, column: place)
        if span > 1 {
          try sheet.merge(rows: row...(row + span - 1), columns: place...place, "", workbook.styles.text)
        }
        if span > 0 {
          try write(ShownCell(cells[column: place], in: column), in: column, place, width: widths[place])
        }
      }
      row += 1
    }
  }

  /// In lines. Not every program finds the height of a row from its cells, and none from those that span rows.
  private func heights(of block: SpanBlock, _ widths: [Int]) -> [Int] {
    var heights = Array(repeating: 1, count: block.rows.count)
    var spanned: [(rows: Range<Int>, lines: Int)] = []
    for (number, cells) in block.rows.enumerated() {
      for (place, column) in columns.enumerated() {
        let span = block.span(row: number, column: place)
        guard span > 0 else { continue }
        let lines = ShownCell(cells[column: place], in: column).lines(width: widths[place])
        if span == 1 {
          heights[number] = max(heights[number], lines)
        } else {
          spanned.append((number..<(number + span), lines))
        }
      }
    }
    for (rows, lines) in spanned {
      let missing = lines - heights[rows].reduce(0, +)
      if missing > 0 { heights[rows.upperBound - 1] += missing }
    }
    return heights
  }

  // MARK: - The end of a sheet

  private func finishSheet(_ widths: [Int]) throws(OfficeError) {
    try sheet.setWidths(widths)
    try sheet.arrange(
      heading: heading, lastRow: row - 1, columns: max(1, head.columns.count), isFiltered: !spans)
    for (place, note) in head.notes.enumerated() {
      try writeAcross(
        "\(Table.Head.mark(ofNote: place)). \(note)", row + 1 + place, widths, workbook.styles.note)
    }
  }

  private static func widths(_ head: Table.Head, _ rows: [Table.Row]) -> [Int] {
    var wishes = head.columns.map { ColumnWidths.Wish(weight: $0.weight) }
    for (place, column) in head.columns.enumerated() {
      // Room for the button of the filter.
      wishes[place].add(column.title + "   ")
      for case .cells(let cells) in rows {
        for line in cells[column: place].lines(in: column) { wishes[place].add(line.text) }
      }
      wishes[place].natural = min(wishes[place].natural + 1, widest.column)
    }
    return ColumnWidths.fitted(wishes, available: max(widest.table, 8 * wishes.count))
  }
}

extension SheetWriter {
  fileprivate mutating func write(
    _ cell: ShownCell, in column: SheetColumn, _ place: Int, width: Int
  ) throws(OfficeError) {
    if case .places(let names) = cell.reference {
      for name in names { places[name] = CellPlace(sheet: sheet.name, row: row) }
    }
    let style = column.style(cell.look, workbook.styles)
    if cell.text.isEmpty { return try sheet.writeBlank(row, place, style) }
    if column.isNumber, let number = cell.number { return try sheet.write(number, row, place, style) }
    let words = workbook.fitting(CellText.safe(cell.text), row: row, column: place, of: sheet)
    if let target = target(of: cell, words, in: column, width: width) {
      let style = column.isRowHeading ? workbook.styles.linkHeading : workbook.styles.link
      return try sheet.link(words, to: (target.sheet, target.row), row, place, style)
    }
    if cell.look == .mixed, words.utf8.count <= SheetLimits.characters {
      return try sheet.write(cell.pieces(workbook.styles), row, place, style)
    }
    try sheet.write(words, row, place, style)
  }

  /// LibreOffice shows the text of a link on one line and cuts it off; so the heading of a row leads to the quotes, and cells of one line where
  /// rows have none.
  private mutating func target(
    of cell: ShownCell, _ words: String, in column: SheetColumn, width: Int
  ) -> CellPlace? {
    guard case .link(let name) = cell.reference, let target = links[name] else { return nil }
    let hasHeadings = columns.contains(where: \.isRowHeading)
    guard column.isRowHeading || !hasHeadings && LineCount.of(words, width: width) == 1 else { return nil }
    guard linked < SheetLimits.links else {
      linksLeftOut += 1
      return nil
    }
    linked += 1
    return target
  }
}
