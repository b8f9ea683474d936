/// A Markdown pipe table (GitHub Flavored Markdown, section 4.10): `<br>` between lines, a spanned cell left blank below its first row.
///
/// What a user typed is escaped, so that none of it becomes markup.
public struct MarkdownTableWriter: TableWriter {
  private var head = Table.Head(columns: [])

  public init() {}

  public mutating func begin(_ head: Table.Head, into output: inout [UInt8]) {
    self.head = head
    if !head.title.isEmpty {
      output.append("**")
      output.append(markdown: head.title.replacingLineBreaks)
      output.append("**\n\n")
    }
    for column in head.columns {
      output.append("| ")
      output.append(markdown: column.title.replacingLineBreaks)
      Self.appendMark(column.note, to: &output)
      output.append(column.title.isEmpty ? "" : " ")
    }
    output.append("|\n")
    for column in head.columns {
      switch column.alignment {
      case .leading: output.append("| --- ")
      case .centre: output.append("| :---: ")
      case .trailing: output.append("| ---: ")
      }
    }
    output.append("|\n")
  }

  public mutating func group(_ heading: String, into output: inout [UInt8]) {
    output.append("| **")
    output.append(markdown: heading.replacingLineBreaks)
    output.append("** ")
    for _ in head.columns.dropFirst() { output.append("| ") }
    output.append("|\n")
  }

  public mutating func row(_ cells: [Table.Cell], into output: inout [UInt8]) {
    for place in head.columns.indices {
      let cell = cells[column: place]
      output.append("| ")
      if cell.continues || cell.isEmpty { continue }
      for (number, line) in cell.lines(in: head.columns[place]).enumerated() {
        if number > 0 { output.append("<br>") }
        let strong = line.style == .heading && !line.text.isEmpty
        if strong { output.append("**") }
        output.append(markdown: line.text.replacingLineBreaks)
        if strong { output.append("**") }
        Self.appendMark(line.note, to: &output)
      }
      output.append(ascii: " ")
    }
    output.append("|\n")
  }

  public mutating func finish(into output: inout [UInt8]) {
    for (place, note) in head.notes.enumerated() {
      output.append(place == 0 ? "\n" : "  \n")
      output.append("<sup>\(Table.Head.mark(ofNote: place))</sup> ")
      output.append(markdown: note.replacingLineBreaks)
    }
    if !head.notes.isEmpty { output.append("\n") }
  }

  private static func appendMark(_ note: Int?, to output: inout [UInt8]) {
    if let note { output.append("<sup>\(Table.Head.mark(ofNote: note))</sup>") }
  }
}

extension [UInt8] {
  /// Appends a text in which no character is Markdown, within a line; control characters become U+FFFD.
  mutating func append(markdown text: String) {
    append(text) { byte in
      switch byte {
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "`"): "\\`"
      case UInt8(ascii: "*"): "\\*"
      case UInt8(ascii: "_"): "\\_"
      case UInt8(ascii: "["): "\\["
      case UInt8(ascii: "]"): "\\]"
      case UInt8(ascii: "|"): "\\|"
      case UInt8(ascii: "~"): "\\~"
      case UInt8(ascii: "$"): "\\$"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "&"): "&amp;"
      case 0x00...0x08, 0x0b, 0x0c, 0x0e...0x1f, 0x7f: "\u{FFFD}"
      default: nil
      }
    }
  }
}

extension String {
  /// The text in one line: line breaks of any kind become spaces.
  var replacingLineBreaks: String {
    guard utf8.contains(where: { $0 == 0x0a || $0 == 0x0d }) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
  }
}
