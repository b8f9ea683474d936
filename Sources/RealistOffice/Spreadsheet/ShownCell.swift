import RealistReports

/// What decides on the look of the cells of a column, without the words of its heading.
struct SheetColumn {
  let isNumber: Bool
  let isInline: Bool
  let isRowHeading: Bool
  let alignment: Table.Column.Alignment

  init(_ column: Table.Column) {
    (isNumber, isInline) = (column.kind == .number, column.kind == .inlineList)
    (isRowHeading, alignment) = (column.isRowHeading, column.alignment)
  }

  func style(_ look: ShownCell.Look, _ all: SheetStyles) -> SheetStyles.Style {
    if isRowHeading || look == .heading { return all.rowHeading }
    if look == .quotation { return all.quotation }
    if isNumber { return all.number }
    return switch alignment {
    case .leading: all.text
    case .centre: all.centred
    case .trailing: all.trailing
    }
  }
}

/// A cell as a sheet shows it.
struct ShownCell {
  /// What the lines of a cell look like together.
  enum Look { case plain, heading, quotation, mixed }

  let text: String
  let look: Look
  let reference: Table.Reference?
  /// Only where they do not look the same.
  private var lines: [Table.Line] = []

  init(_ cell: Table.Cell, in column: SheetColumn) {
    reference = cell.reference
    switch cell.content {
    // Most cells: one text of one look.
    case .text(let plain) where !column.isInline || !plain.utf8.contains(0x0a): (text, look) = (plain, .plain)
    default:
      let all = cell.lines
      if column.isInline, all.count > 1 {
        (text, look) = (all.map(\.text).joined(separator: ", "), .plain)
      } else {
        text = all.map { $0.text + Self.mark($0.note) }.joined(separator: "\n")
        look = Self.look(all)
        if look == .mixed { lines = all }
      }
    }
  }

  /// ` [a]`.
  static func mark(_ note: Int?) -> String { note.map { " [\(Table.Head.mark(ofNote: $0))]" } ?? "" }

  func lines(width: Int) -> Int { LineCount.of(text, width: width) }

  /// The value of what is written as a plain number; `nil` for words, and for numbers that a spreadsheet would not keep as they are.
  var number: Double? {
    let bytes = text.utf8
    guard bytes.count <= 16 else { return nil }
    if bytes.count <= 15, bytes.first != UInt8(ascii: "0"), bytes.allSatisfy({ $0 &- 0x30 < 10 }) {
      return Double(bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    return text.isPlainNumber ? Double(text) : nil
  }

  /// Neighbouring lines of one style are one piece, as a piece must not be empty.
  func pieces(_ styles: SheetStyles) -> [(style: SheetStyles.Style?, text: String)] {
    var pieces: [(style: SheetStyles.Style?, text: String)] = []
    for (number, line) in lines.enumerated() {
      let style: SheetStyles.Style? =
        switch line.style {
        case .plain: nil
        case .heading: styles.bold
        case .quotation: styles.italic
        }
      let text = CellText.safe(line.text + Self.mark(line.note)) + (number < lines.count - 1 ? "\n" : "")
      if let last = pieces.indices.last, pieces[last].style == style {
        pieces[last].text += text
      } else if !text.isEmpty {
        pieces.append((style, text))
      }
    }
    return pieces
  }

  private static func look(_ lines: [Table.Line]) -> Look {
    guard let first = lines.first?.style else { return .plain }
    guard lines.allSatisfy({ $0.style == first }) else { return .mixed }
    return switch first {
    case .plain: .plain
    case .heading: .heading
    case .quotation: .quotation
    }
  }
}
