/// One self-contained HTML file (well-formed XML as well): caption, column and row headings with a scope, real row spans.
///
/// Each group of rows is a `tbody` with a heading of its own, which screen readers announce.
public struct HTMLTableWriter: TableWriter {
  private let isDocument: Bool
  private var head = Table.Head(columns: [])
  private var block = SpanBlock()
  private var isInBody = false

  /// - Parameter isDocument: a whole file; otherwise only the `table` element and its notes, to be put into a page.
  public init(isDocument: Bool = true) { self.isDocument = isDocument }

  public mutating func begin(_ head: Table.Head, into output: inout [UInt8]) {
    self.head = head
    if isDocument { Self.appendDocumentStart(title: head.title, to: &output) }
    output.append("<table>\n")
    if !head.title.isEmpty {
      output.append("<caption>")
      output.append(html: head.title)
      output.append("</caption>\n")
    }
    output.append("<thead>\n<tr>")
    for column in head.columns {
      output.append("<th scope=\"col\"\(Self.alignment(column))>")
      output.append(html: column.title)
      Self.appendMark(column.note, to: &output)
      output.append("</th>")
    }
    output.append("</tr>\n</thead>\n")
  }

  public mutating func group(_ heading: String, into output: inout [UInt8]) {
    write(block.take(), into: &output)
    if isInBody { output.append("</tbody>\n") }
    isInBody = true
    output.append("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(head.columns.count)\">")
    output.append(html: heading)
    output.append("</th></tr>\n")
  }

  public mutating func row(_ cells: [Table.Cell], into output: inout [UInt8]) {
    if let complete = block.add(cells) { write(complete, into: &output) }
  }

  public mutating func finish(into output: inout [UInt8]) {
    write(block.take(), into: &output)
    output.append(isInBody ? "</tbody>\n</table>\n" : "<tbody></tbody>\n</table>\n")
    if !head.notes.isEmpty {
      output.append("<ol class=\"notes\" type=\"a\">\n")
      for note in head.notes {
        output.append("<li>")
        output.append(html: note)
        output.append("</li>\n")
      }
      output.append("</ol>\n")
    }
    if isDocument { output.append("</body>\n</html>\n") }
  }

  private mutating func write(_ block: SpanBlock, into output: inout [UInt8]) {
    guard !block.rows.isEmpty else { return }
    if !isInBody { output.append("<tbody>\n") }
    isInBody = true
    for (number, cells) in block.rows.enumerated() {
      output.append("<tr>")
      for (place, column) in head.columns.enumerated() {
        let span = block.span(row: number, column: place)
        if span > 0 { Self.append(cells[column: place], in: column, span: span, to: &output) }
      }
      output.append("</tr>\n")
    }
  }

  private static func append(
    _ cell: Table.Cell, in column: Table.Column, span: Int, to output: inout [UInt8]
  ) {
    let element = column.isRowHeading ? "th" : "td"
    let scope = column.isRowHeading ? " scope=\"\(span > 1 ? "rowgroup" : "row")\"" : ""
    output.append("<\(element)\(scope)\(span > 1 ? " rowspan=\"\(span)\"" : "")\(alignment(column))>")
    for (number, line) in cell.lines(in: column).enumerated() {
      if number > 0 { output.append("<br/>") }
      switch line.style {
      case .plain: output.append(html: line.text)
      case .heading:
        output.append("<strong>")
        output.append(html: line.text)
        output.append("</strong>")
      case .quotation:
        output.append("<span class=\"quote\">")
        output.append(html: line.text)
        output.append("</span>")
      }
      appendMark(line.note, to: &output)
    }
    output.append("</\(element)>")
  }

  private static func alignment(_ column: Table.Column) -> String {
    switch column.alignment {
    case .leading: ""
    case .centre: " class=\"centre\""
    case .trailing: " class=\"trailing\""
    }
  }

  private static func appendMark(_ note: Int?, to output: inout [UInt8]) {
    if let note { output.append("<sup>\(Table.Head.mark(ofNote: note))</sup>") }
  }

  static func appendDocumentStart(title: String, to output: inout [UInt8]) {
    output.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>")
    output.append(html: title.isEmpty ? "Table" : title)
    output.append("</title>\n<style>\(style)</style>\n</head>\n<body>\n")
  }

  private static let style = """

    body { font-family: system-ui, sans-serif; line-height: 1.4; margin: 2rem; color: #1a1a1a; background: #fff; }
    table { border-collapse: collapse; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5rem; }
    th, td { border: 1px solid #767676; padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }
    thead th, tr.group th { background: #ececec; }
    .trailing { text-align: right; }
    .centre { text-align: center; }
    .quote, blockquote { font-style: italic; }
    blockquote { margin: 0.5rem 0 0 1rem; white-space: pre-line; }
    figure { margin: 0 0 1rem; }
    figcaption { margin-left: 1rem; }

    """
}

extension [UInt8] {
  /// Appends a text as HTML text or as the value of a quoted attribute. Control characters, which HTML forbids, become U+FFFD.
  mutating func append(html text: String) {
    append(text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      case 0x00...0x08, 0x0b, 0x0c, 0x0e...0x1f, 0x7f: "\u{FFFD}"
      default: nil
      }
    }
  }
}
