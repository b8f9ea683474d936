/// A table in plain text for the terminal: columns two spaces apart, cells wrapped to the width, spanned cells blank below their first row.
///
/// The widths come from the first rows, so that a long table can be streamed; later rows wrap into them. A blank line separates rows as
/// soon as one of those first rows takes more than one line.
public struct TextTableWriter: TableWriter {
  private let width: Int?
  private let sample: Int
  private var head = Table.Head(columns: [])
  private var held: [Table.Row] = []
  /// `nil` as long as rows are held back.
  private var widths: [Int]?
  private var isSpaced = false
  private var isFirst = true

  private static let gap = 2
  private static let indent = 2

  /// - Parameters:
  ///   - width: columns of the terminal; `nil` never wraps.
  ///   - sample: how many rows are held back to find the widths.
  public init(width: Int? = nil, sample: Int = 200) { (self.width, self.sample) = (width, sample) }

  public mutating func begin(_ head: Table.Head, into output: inout [UInt8]) { self.head = head }

  public mutating func group(_ heading: String, into output: inout [UInt8]) {
    take(.group(heading), into: &output)
  }

  public mutating func row(_ cells: [Table.Cell], into output: inout [UInt8]) {
    take(.cells(cells), into: &output)
  }

  public mutating func finish(into output: inout [UInt8]) {
    release(into: &output)
    for (place, note) in head.notes.enumerated() {
      if place == 0 { output.append("\n") }
      let text = "\(Table.Head.mark(ofNote: place)). \(note.replacingLineBreaks)"
      Self.appendLines(TextWrapping.lines(of: text, width: width, indent: 3), to: &output)
    }
  }

  private mutating func take(_ row: Table.Row, into output: inout [UInt8]) {
    if let widths {
      write(row, widths: widths, limits: widths, into: &output)
    } else {
      held.append(row)
      if held.count >= sample { release(into: &output) }
    }
  }

  /// Decides on the widths and writes what was held back.
  private mutating func release(into output: inout [UInt8]) {
    guard widths == nil else { return }
    let gaps = Self.gap * max(0, head.columns.count - 1)
    let widths = ColumnWidths.fitted(wishes, available: width.map { max(1, $0 - gaps) })
    // Without a width, columns are as wide as what is held back: nothing of that has to be wrapped.
    let limits = width == nil ? Array(repeating: nil, count: widths.count) : widths.map(Optional.some)
    isSpaced = held.contains { row in
      guard case .cells(let cells) = row else { return false }
      return head.columns.enumerated().contains { place, column in
        Self.lines(cells[column: place], in: column, width: limits[place]).count > 1
      }
    }
    writeHead(widths: widths, into: &output)
    for row in held { write(row, widths: widths, limits: limits, into: &output) }
    (self.widths, held) = (widths, [])
  }

  private var wishes: [ColumnWidths.Wish] {
    var wishes = head.columns.map { ColumnWidths.Wish(weight: $0.weight) }
    for (place, column) in head.columns.enumerated() { wishes[place].add(Self.title(column)) }
    for case .cells(let cells) in held {
      for (place, column) in head.columns.enumerated() {
        let lines = Self.lines(cells[column: place], in: column, width: nil)
        for line in lines { wishes[place].add(line, indent: lines.count > 1 ? Self.indent : 0) }
      }
    }
    return wishes
  }

  private func writeHead(widths: [Int], into output: inout [UInt8]) {
    if !head.title.isEmpty {
      Self.appendLines(TextWrapping.lines(of: head.title, width: width), to: &output)
      output.append("\n")
    }
    let titles = head.columns.enumerated().map { place, column in
      TextWrapping.lines(of: Self.title(column), width: widths[place])
    }
    append(titles, widths: widths, to: &output)
    append(widths.map { [String(repeating: "─", count: $0)] }, widths: widths, to: &output)
  }

  /// - Parameter limits: where the cells of each column wrap; `nil` for not at all.
  private mutating func write(
    _ row: Table.Row, widths: [Int], limits: [Int?], into output: inout [UInt8]
  ) {
    switch row {
    case .group(let heading):
      if !isFirst { output.append("\n") }
      Self.appendLines(
        TextWrapping.lines(of: "── \(heading.replacingLineBreaks) ──", width: width), to: &output)
      isFirst = true
    case .cells(let cells):
      if isSpaced && !isFirst { output.append("\n") }
      isFirst = false
      let lines = head.columns.enumerated().map { place, column in
        Self.lines(cells[column: place], in: column, width: limits[place])
      }
      append(lines, widths: widths, to: &output)
    }
  }

  /// The lines of a cell. Where it holds several, a wrapped one goes on with an indent, so that one sees where the next begins.
  private static func lines(_ cell: Table.Cell, in column: Table.Column, width: Int?) -> [String] {
    if cell.continues { return [] }
    let lines = cell.lines(in: column)
    return lines.flatMap { line in
      let mark = line.note.map { " [\(Table.Head.mark(ofNote: $0))]" } ?? ""
      return TextWrapping.lines(of: line.text + mark, width: width, indent: lines.count > 1 ? indent : 0)
    }
  }

  private static func title(_ column: Table.Column) -> String {
    column.title + (column.note.map { " [\(Table.Head.mark(ofNote: $0))]" } ?? "")
  }

  /// Writes cells side by side, without spaces at the end of a line.
  private func append(_ cells: [[String]], widths: [Int], to output: inout [UInt8]) {
    for number in 0..<max(1, cells.map(\.count).max() ?? 1) {
      var spaces = 0
      for (place, lines) in cells.enumerated() {
        if place > 0 { spaces += Self.gap }
        let text = number < lines.count ? lines[number] : ""
        let rest = max(0, widths[place] - DisplayWidth.of(text))
        let before =
          switch head.columns[place].alignment {
          case .leading: 0
          case .centre: rest / 2
          case .trailing: rest
          }
        if text.isEmpty {
          spaces += widths[place]
          continue
        }
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: spaces + before))
        output.append(text)
        spaces = rest - before
      }
      output.append("\n")
    }
  }

  private static func appendLines(_ lines: [String], to output: inout [UInt8]) {
    for line in lines {
      output.append(line)
      output.append("\n")
    }
  }
}
