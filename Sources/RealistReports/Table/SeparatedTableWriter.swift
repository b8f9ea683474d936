/// CSV and TSV: one header line, one line a row, spans repeated, no title and no notes.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return, and is no number)
/// gets an apostrophe in front (OWASP, "CSV Injection").
public struct SeparatedTableWriter: TableWriter {
  /// How values are kept apart.
  public enum Style: Sendable {
    /// RFC 4180 quoting, lines ended by LF.
    case csv
    /// Tabs; a tab, line break or backslash within a value is written `\t`, `\n`, `\r`, `\\`, so that a row is always one line.
    case tsv
  }

  private let field: SeparatedField
  private var columns: [Table.Column] = []
  private var hasGroups = false
  private var group = ""

  public init(_ style: Style, guardsFormulas: Bool = true) {
    field = SeparatedField(style: style, guardsFormulas: guardsFormulas)
  }

  public mutating func begin(_ head: Table.Head, into output: inout [UInt8]) {
    (columns, hasGroups) = (head.columns, head.grouping != nil)
    let titles = (head.grouping.map { [$0.title] } ?? []) + columns.map(\.title)
    for (place, title) in titles.enumerated() {
      if place > 0 { output.append(field.separator) }
      field.append(title, to: &output)
    }
    output.append(ascii: "\n")
  }

  public mutating func group(_ heading: String, into output: inout [UInt8]) { group = heading }

  public mutating func row(_ cells: [Table.Cell], into output: inout [UInt8]) {
    if hasGroups { field.append(group, to: &output) }
    for place in columns.indices {
      if place > 0 || hasGroups { output.append(field.separator) }
      let isList = columns[place].kind == .list || columns[place].kind == .inlineList
      field.append(cells[column: place].text(separator: isList ? "; " : "\n"), to: &output)
    }
    output.append(ascii: "\n")
  }

  public mutating func finish(into output: inout [UInt8]) {}
}
