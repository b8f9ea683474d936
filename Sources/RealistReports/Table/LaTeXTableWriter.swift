/// A LaTeX `longtable`, to be put into a document; cells that span rows use `\multirow`, and only they need that package.
public struct LaTeXTableWriter: TableWriter {
  private var head = Table.Head(columns: [])
  private var block = SpanBlock()
  /// Whether nothing stands above the next row but a heading.
  private var isFirst = true

  public init() {}

  public mutating func begin(_ head: Table.Head, into output: inout [UInt8]) {
    self.head = head
    output.append(
      "% needs \\usepackage{array,booktabs,longtable}, and \\usepackage{multirow} where \\multirow is used\n")
    output.append("\\begin{longtable}{\(head.columns.map(format).joined())}\n")
    if !head.title.isEmpty {
      output.append("\\caption{")
      output.append(latex: head.title.replacingLineBreaks)
      output.append("}\\\\\n")
    }
    appendHeading(to: &output)
    output.append("\\endfirsthead\n")
    appendHeading(to: &output)
    output.append("\\endhead\n\\bottomrule\n\\endfoot\n")
    isFirst = true
  }

  /// The titles between rules; longtable repeats them on every page.
  private func appendHeading(to output: inout [UInt8]) {
    output.append("\\toprule\n")
    for (place, column) in head.columns.enumerated() {
      if place > 0 { output.append(" & ") }
      output.append("\\textbf{")
      output.append(latex: column.title.replacingLineBreaks)
      output.append("}")
      Self.appendMark(column.note, to: &output)
    }
    output.append(" \\\\\n\\midrule\n")
  }

  public mutating func group(_ heading: String, into output: inout [UInt8]) {
    write(block.take(), into: &output)
    if !isFirst { output.append("\\midrule\n") }
    isFirst = true
    output.append("\\multicolumn{\(max(1, head.columns.count))}{l}{\\textbf{")
    output.append(latex: heading.replacingLineBreaks)
    output.append("}} \\\\\n\\midrule\n")
  }

  public mutating func row(_ cells: [Table.Cell], into output: inout [UInt8]) {
    if let complete = block.add(cells) { write(complete, into: &output) }
  }

  public mutating func finish(into output: inout [UInt8]) {
    write(block.take(), into: &output)
    output.append("\\end{longtable}\n")
    for (place, note) in head.notes.enumerated() {
      output.append("\\noindent\\textsuperscript{\(Table.Head.mark(ofNote: place))} ")
      output.append(latex: note.replacingLineBreaks)
      output.append("\\par\n")
    }
  }

  /// Numbers take the room they need; the other columns share the line by weight.
  private func format(_ column: Table.Column) -> String {
    if column.kind == .number { return column.alignment == .leading ? "l" : "r" }
    let text = head.columns.filter { $0.kind != .number }
    let room = 92 - 6 * (head.columns.count - text.count) - 2 * text.count
    let share = max(4, room * column.weight / max(1, text.map(\.weight).reduce(0, +)))
    let width = share < 10 ? "0.0\(share)" : "0.\(min(share, 99))"
    let alignment =
      switch column.alignment {
      case .leading: "\\raggedright"
      case .centre: "\\centering"
      case .trailing: "\\raggedleft"
      }
    return ">{\(alignment)\\arraybackslash}p{\(width)\\linewidth}"
  }

  private mutating func write(_ block: SpanBlock, into output: inout [UInt8]) {
    if !block.rows.isEmpty {
      if !isFirst { output.append("\\addlinespace\n") }
      isFirst = false
    }
    for (number, cells) in block.rows.enumerated() {
      for (place, column) in head.columns.enumerated() {
        if place > 0 { output.append(" & ") }
        let span = block.span(row: number, column: place)
        if span > 1 { output.append("\\multirow[t]{\(span)}{=}{") }
        if span > 0 { Self.append(cells[column: place], in: column, to: &output) }
        if span > 1 { output.append("}") }
      }
      output.append(" \\\\\n")
      appendRule(below: number, in: block, to: &output)
    }
  }

  /// A line between the rows of a block, left out below cells that go on.
  private func appendRule(below row: Int, in block: SpanBlock, to output: inout [UInt8]) {
    guard row + 1 < block.rows.count else { return }
    for place in head.columns.indices where !block.rows[row + 1][column: place].continues {
      output.append("\\cmidrule{\(place + 1)-\(place + 1)}")
    }
    output.append("\n")
  }

  private static func append(_ cell: Table.Cell, in column: Table.Column, to output: inout [UInt8]) {
    for (number, line) in cell.lines(in: column).enumerated() {
      if number > 0 { output.append("\\newline ") }
      switch line.style {
      case .plain: output.append(latex: line.text)
      case .heading:
        output.append("\\textbf{")
        output.append(latex: line.text)
        output.append("}")
      case .quotation:
        output.append("\\textit{")
        output.append(latex: line.text)
        output.append("}")
      }
      appendMark(line.note, to: &output)
    }
  }

  private static func appendMark(_ note: Int?, to output: inout [UInt8]) {
    if let note { output.append("\\textsuperscript{\(Table.Head.mark(ofNote: note))}") }
  }
}

extension [UInt8] {
  /// Appends a text in which no character is a command, a ligature, or (after `\\`) an argument; line breaks become spaces.
  mutating func append(latex text: String) {
    var previous: UInt8 = 0
    append(text) { byte in
      defer { previous = byte }
      switch byte {
      case UInt8(ascii: "\\"): return "\\textbackslash{}"
      case UInt8(ascii: "{"): return "\\{"
      case UInt8(ascii: "}"): return "\\}"
      case UInt8(ascii: "#"): return "\\#"
      case UInt8(ascii: "$"): return "\\$"
      case UInt8(ascii: "%"): return "\\%"
      case UInt8(ascii: "&"): return "\\&"
      case UInt8(ascii: "_"): return "\\_"
      case UInt8(ascii: "^"): return "\\textasciicircum{}"
      case UInt8(ascii: "~"): return "\\textasciitilde{}"
      case UInt8(ascii: "<"): return "\\textless{}"
      case UInt8(ascii: ">"): return "\\textgreater{}"
      case UInt8(ascii: "|"): return "\\textbar{}"
      case UInt8(ascii: "`"): return "\\textasciigrave{}"
      case UInt8(ascii: "\""): return "\\char34{}"
      case UInt8(ascii: "["): return "{[}"
      case UInt8(ascii: "]"): return "{]}"
      case UInt8(ascii: "*"): return "{*}"
      case UInt8(ascii: "-"): return previous == byte ? "{}-" : nil
      case UInt8(ascii: "'"): return previous == byte ? "{}'" : nil
      case 0x00...0x1f, 0x7f: return " "
      default: return nil
      }
    }
  }
}
