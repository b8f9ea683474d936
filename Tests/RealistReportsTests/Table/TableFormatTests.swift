import Foundation
import FoundationXML
import RealistReports
import TestSupport
import Testing

/// Every format against golden files, and against readers that are not ours.
struct TableFormatTests {
  static let endings: [TableFormat: String] = [
    .table: "txt", .csv: "csv", .tsv: "tsv", .markdown: "md", .html: "html", .latex: "tex", .json: "json",
  ]

  @Test(
    "a table with groups, spans, items and notes is written as the golden file",
    arguments: TableFormat.allCases)
  func golden(format: TableFormat) throws {
    let ending = try #require(Self.endings[format])
    try expectGolden(TableExamples.kitchen.bytes(as: format, width: 80), "Table/kitchen.\(ending)")
  }

  @Test("hostile cells are written as the golden file", arguments: TableFormat.allCases)
  func goldenEscapes(format: TableFormat) throws {
    let ending = try #require(Self.endings[format])
    try expectGolden(TableExamples.escapes.bytes(as: format, width: 60), "Table/escapes.\(ending)")
  }

  @Test("spans taken apart are repeated in every cell")
  func repeated() {
    let text = TableExamples.kitchen.repeatingSpans().text(as: .markdown)
    #expect(text.components(separatedBy: "days of queues").count == 3)
    #expect(TableExamples.kitchen.text(as: .markdown).components(separatedBy: "days of queues").count == 2)
  }

  @Test("JSON holds every value exactly, under machine keys")
  func json() throws {
    let data = Data(TableExamples.escapes.bytes(as: .json))
    let rows = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(rows.count == TableExamples.hostile.count)
    for (number, (row, value)) in zip(rows, TableExamples.hostile).enumerated() {
      #expect((row["v"] as? String).map { Array($0.utf8) } == Array(value.utf8))
      #expect(row["n"] as? Int == number + 1)
      #expect(row["group"] as? String == "*group* <g> & | %")
    }
  }

  @Test("CSV read back holds every value, formulas behind an apostrophe")
  func csv() throws {
    let rows = parseCSV(TableExamples.escapes.text(as: .csv))
    #expect(rows.first == ["'=Group", "N°", "Value | <b>"])
    let values = rows.dropFirst().map { $0[2] }
    let expected = TableExamples.hostile.map { value in
      ["=1+1", "+44 20", "@SUM", "- a dash", "\tTab", "--- ''"].contains(value) ? "'" + value : value
    }
    #expect(values.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test("a TSV row is one line with as many tabs as there are columns less one")
  func tsv() {
    let lines = TableExamples.escapes.text(as: .tsv).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == TableExamples.hostile.count + 2)
    for line in lines.dropLast() { #expect(line.utf8.filter { $0 == 0x09 }.count == 2) }
  }

  @Test("HTML is well-formed and holds the values as text, not as markup")
  func html() throws {
    let reader = CellReader()
    let parser = XMLParser(data: Data(TableExamples.escapes.bytes(as: .html)))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(!reader.elements.contains("script"))
    let expected = TableExamples.hostile.map {
      $0.replacingOccurrences(of: "\u{1B}", with: "\u{FFFD}").replacingOccurrences(of: "\n", with: "⏎")
    }
    #expect(reader.values.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test("every Markdown row has the columns of the header, whatever was typed")
  func markdown() {
    let lines = TableExamples.escapes.text(as: .markdown).split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(lines.count == TableExamples.hostile.count + 3)
    for line in lines { #expect(unescapedPipes(line) == 3, "\(line)") }
  }

  @Test("no control character reaches the terminal")
  func terminal() {
    let bytes = TableExamples.escapes.bytes(as: .table)
    #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0a })
  }

  @Test("an empty table has its header in every format, and is valid JSON", arguments: TableFormat.allCases)
  func empty(format: TableFormat) throws {
    let table = Table(Table.Head(columns: [Table.Column("a", "Alpha")]))
    let text = table.text(as: format)
    if format == .json { #expect(text == "[]\n") } else { #expect(text.contains("Alpha")) }
  }

  @Test("a row that is too short has empty cells", arguments: TableFormat.allCases)
  func short(format: TableFormat) {
    let head = Table.Head(columns: [Table.Column("a", "A"), Table.Column("b", "B")])
    let (short, full) = (
      Table(head, rows: [.cells([Table.Cell("x")])]), Table(head, rows: [.cells([Table.Cell("x"), .empty])])
    )
    #expect(short.bytes(as: format) == full.bytes(as: format))
  }

  private func unescapedPipes(_ line: Substring) -> Int {
    var (count, escaped) = (0, false)
    for byte in line.utf8 {
      if escaped {
        escaped = false
      } else if byte == UInt8(ascii: "\\") {
        escaped = true
      } else if byte == UInt8(ascii: "|") {
        count += 1
      }
    }
    return count
  }
}

/// Reads RFC 4180.
func parseCSV(_ text: String) -> [[String]] {
  var (rows, row, field, quoted) = ([[String]](), [String](), String.UnicodeScalarView(), false)
  var scalars = Array(text.unicodeScalars)[...]
  while let scalar = scalars.popFirst() {
    switch scalar {
    case "\"" where quoted && scalars.first == "\"":
      field.append("\"")
      scalars.removeFirst()
    case "\"": quoted.toggle()
    case "," where !quoted:
      row.append(String(field))
      field = .init()
    case "\n" where !quoted:
      rows.append(row + [String(field)])
      (row, field) = ([], .init())
    default: field.append(scalar)
    }
  }
  return rows
}

/// The text of each second data cell, `br` as ⏎.
private final class CellReader: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var values: [String] = []
  private var cells = 0
  private var isInside = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.insert(name)
    switch name {
    case "tr": cells = 0
    case "td":
      cells += 1
      isInside = cells == 2
      if isInside { values.append("") }
    case "br" where isInside: values[values.count - 1] += "⏎"
    default: break
    }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    if name == "td" { isInside = false }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isInside { values[values.count - 1] += text }
  }
}
