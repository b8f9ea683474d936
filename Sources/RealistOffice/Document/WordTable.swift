import RealistReports

/// A table as Word has it: a heading row repeated on every page, headings of groups across all columns, cells that span rows.
struct WordTable {
  let table: Table
  /// The room on the page, in twentieths of a point.
  let room: Int
  private let widths: [Int]

  /// In twentieths of a point: a character of the cells, with room to spare, and the margins of a cell.
  private static let (character, padding) = (105, 220)
  /// The room of an upright page in characters; what asks for more stands on a page on its side.
  private static let upright = 85

  init(_ table: Table, room: Int) {
    (self.table, self.room) = (table, room)
    widths = Self.twips(table, room: room)
  }

  /// Whether it needs a page on its side.
  static func isWide(_ table: Table) -> Bool {
    table.head.columns.count > 1
      && wishes(table).map { min($0.natural, 34) }.reduce(0, +) > upright
  }

  private static func wishes(_ table: Table) -> [ColumnWidths.Wish] {
    var wishes = table.head.columns.map { ColumnWidths.Wish(weight: $0.weight) }
    for (place, column) in table.head.columns.enumerated() {
      for word in column.title.split(separator: " ") { wishes[place].add(String(word)) }
    }
    for case .cells(let cells) in table.rows.prefix(500) {
      for (place, column) in table.head.columns.enumerated() {
        for line in cells[column: place].lines(in: column) { wishes[place].add(line.text) }
      }
    }
    return wishes
  }

  private static func twips(_ table: Table, room: Int) -> [Int] {
    let columns = max(1, table.head.columns.count)
    let characters = (room - padding * columns) / character
    let fitted = ColumnWidths.fitted(wishes(table), available: max(characters, 4 * columns))
    let own = fitted.map { character * $0 + padding }
    let sum = max(1, own.reduce(0, +))
    return sum <= room ? own : own.map { $0 * room / sum }
  }

  func write(to body: inout WordBody) {
    body.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"RealistTable\"/>")
    body.append("<w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>")
    body.append("<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" ")
    body.append("w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>")
    for width in widths { body.append("<w:gridCol w:w=\"\(width)\"/>") }
    body.append("</w:tblGrid>")
    writeHeading(to: &body)
    var block = SpanBlock()
    for row in table.rows {
      switch row {
      case .group(let heading):
        write(block.take(), to: &body)
        writeGroup(heading, to: &body)
      case .cells(let cells):
        if let complete = block.add(cells) { write(complete, to: &body) }
      }
    }
    write(block.take(), to: &body)
    body.append("</w:tbl>")
    for (place, note) in table.head.notes.enumerated() {
      body.paragraph(
        [.init(text: Table.Head.mark(ofNote: place), isRaised: true), .init(text: " \(note)")], .note)
    }
  }

  private func writeHeading(to body: inout WordBody) {
    body.append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    for (place, column) in table.head.columns.enumerated() {
      body.append("<w:tc><w:tcPr><w:tcW w:w=\"\(widths[place])\" w:type=\"dxa\"/>")
      body.append("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E0E0E0\"/></w:tcPr>")
      var runs = [WordBody.Run(text: column.title, isBold: true)]
      if let note = column.note { runs.append(.init(text: Table.Head.mark(ofNote: note), isRaised: true)) }
      body.paragraph(runs, .cell, keepsNext: true, alignment: Self.alignment(column))
      body.append("</w:tc>")
    }
    body.append("</w:tr>")
  }

  private func writeGroup(_ heading: String, to body: inout WordBody) {
    body.append("<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>")
    body.append("<w:tcW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>")
    if widths.count > 1 { body.append("<w:gridSpan w:val=\"\(widths.count)\"/>") }
    body.append("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F0F0F0\"/></w:tcPr>")
    body.paragraph([.init(text: heading, isBold: true)], .cell, keepsNext: true)
    body.append("</w:tc></w:tr>")
  }

  private func write(_ block: SpanBlock, to body: inout WordBody) {
    for (number, cells) in block.rows.enumerated() {
      body.append("<w:tr>")
      for (place, column) in table.head.columns.enumerated() {
        let span = block.span(row: number, column: place)
        body.append("<w:tc><w:tcPr><w:tcW w:w=\"\(widths[place])\" w:type=\"dxa\"/>")
        if span == 0 { body.append("<w:vMerge/>") }
        if span > 1 { body.append("<w:vMerge w:val=\"restart\"/>") }
        body.append("</w:tcPr>")
        if span == 0 {
          body.append("<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr></w:p>")
        } else {
          write(cells[column: place], in: column, to: &body)
        }
        body.append("</w:tc>")
      }
      body.append("</w:tr>")
    }
  }

  private func write(_ cell: Table.Cell, in column: Table.Column, to body: inout WordBody) {
    var (places, target) = ([String](), String?.none)
    switch cell.reference {
    case .places(let names): places = names
    case .link(let name): if column.isRowHeading { target = name }
    case nil: break
    }
    let lines = cell.lines(in: column)
    if lines.isEmpty { body.paragraph([], .cell, places: places) }
    for (number, line) in lines.enumerated() {
      var runs = [
        WordBody.Run(
          text: line.text, isBold: line.style == .heading || column.isRowHeading,
          isItalic: line.style == .quotation)
      ]
      if let note = line.note { runs.append(.init(text: Table.Head.mark(ofNote: note), isRaised: true)) }
      body.paragraph(
        runs, .cell, alignment: Self.alignment(column), places: number == 0 ? places : [], target: target)
    }
  }

  private static func alignment(_ column: Table.Column) -> String? {
    switch column.alignment {
    case .leading: nil
    case .centre: "center"
    case .trailing: "right"
    }
  }
}
