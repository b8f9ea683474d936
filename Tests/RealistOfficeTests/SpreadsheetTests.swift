import Foundation
import RealistAnalysis
import RealistModel
import RealistReports
import TestSupport
import Testing

@testable import RealistOffice

@Suite("Workbooks") struct SpreadsheetTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func table(_ texts: [String]) -> Table {
    Table(
      Table.Head(columns: [Table.Column("n", "N", kind: .number), Table.Column("v", "Value")]),
      rows: texts.enumerated().map { .cells([Table.Cell($0 + 1), Table.Cell($1)]) })
  }

  @Test("no text becomes a formula, a link or a number, whatever it looks like")
  func noFormulas() throws {
    let made = try MadeWorkbook([Exhibit("Values", table(OfficeExamples.hostile))], in: folder)
    let sheet = try made.part("xl/worksheets/sheet1.xml")
    #expect(!sheet.contains("<f"))
    #expect(!sheet.contains("hyperlink"))
    #expect(sheet.contains("=cmd|' /C calc'!A0"))
    #expect(sheet.contains("12345678901234567890</t>"))
    #expect(made.notes.isEmpty)
  }

  @Test("numbers are numbers")
  func numbers() throws {
    let sheet = try MadeWorkbook([Exhibit("Values", table(["x"]))], in: folder).part(
      "xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<v>1</v>"))
  }

  @Test("equal tables give equal bytes, with spans and without", arguments: [true, false])
  func deterministic(spans: Bool) throws {
    let exhibits = spans ? OfficeExamples.exhibits : [Exhibit("Values", table(OfficeExamples.hostile))]
    let first = try MadeWorkbook(exhibits, title: "Study", in: folder)
    let second = try MadeWorkbook(exhibits, title: "Study", in: folder)
    #expect(first.bytes == second.bytes)
    #expect(first.bytes.count > 1000)
  }

  @Test("a text that no cell holds stands in full on a sheet of its own, and that is said")
  func longText() throws {
    let long = String(repeating: "words and ", count: 7_000)
    let made = try MadeWorkbook([Exhibit("Values", table(["short", long]))], in: folder)
    let strings = try made.part("xl/worksheets/sheet2.xml")
    #expect(
      made.notes == [
        "1 text is longer than the 32767 characters of a cell and stands in full on the sheet “Long texts”"
      ])
    #expect(
      try made.part("xl/worksheets/sheet1.xml").contains("[…] in full on the sheet “Long texts”, no. 1"))
    #expect(strings.components(separatedBy: "words and").count - 1 >= 6_998)
    #expect(strings.contains("Values, cell B3"))
  }

  @Test("a table of more rows than a sheet holds goes on in a further sheet, and that is said")
  func manyRows() throws {
    let path = folder.url.appending(path: "rows.xlsx").path()
    let workbook = try Workbook(path: path, named: "rows.xlsx", title: "", isStreaming: true, rowLimit: 6)
    let table = table(["a", "b", "c", "d", "e", "f", "g", "h", "i"])
    #expect(
      try Spreadsheet.write([Exhibit("Rows", table)], into: workbook) == [
        "the sheet “Rows” goes on in 2 further sheets: one holds 6 rows"
      ])
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    #expect(try OfficeFile.part("xl/workbook.xml", of: bytes).contains("name=\"Rows (3)\""))
    for (sheet, values) in [(1, "abcd"), (2, "efgh"), (3, "i")] {
      let xml = try OfficeFile.part("xl/worksheets/sheet\(sheet).xml", of: bytes)
      for value in values { #expect(xml.contains(">\(value)</t>"), "\(value) on sheet \(sheet)") }
      #expect(xml.contains(">Value</t>"))
    }
  }

  @Test("more columns than a sheet has are refused before anything is written")
  func manyColumns() {
    let columns = (0..<16_385).map { Table.Column("c\($0)", "\($0)") }
    let error = #expect(throws: OfficeError.self) {
      try MadeWorkbook([Exhibit("Wide", Table(Table.Head(columns: columns)))], in: folder)
    }
    #expect(error == .tooManyColumns(sheet: "Wide", count: 16_385))
    #expect(
      error?.message == "sheet \"Wide\": the table has 16385 columns; a sheet of XLSX has room for 16384")
  }

  @Test("a folder that is not there is an error with the name the user wrote")
  func noFolder() {
    let error = #expect(throws: OfficeError.self) {
      try Spreadsheet.write(OfficeExamples.exhibits, to: "/nowhere/at/all/x.xlsx", named: "x.xlsx")
    }
    #expect(error == .cannotWrite(file: "x.xlsx"))
  }

  @Test("quotes go into rows one by one, below headings that span all columns")
  func quotes() throws {
    let path = folder.url.appending(path: "quotes.xlsx").path()
    let writer = try SpreadsheetQuoteWriter(path: path, named: "quotes.xlsx")
    try writer.heading("1.2 outcomes: 1 quote")
    let quote = Quote(
      segment: ID(high: 1, low: 2), words: "=now\nI am needed", source: "P02", sourceID: ID(high: 1, low: 3),
      attribution: "(Participant 2)", codes: ["outcomes", "trust"], span: try TextSpan(start: 3, end: 9))
    try writer.quote(quote)
    #expect(try writer.finish() == [])
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let sheet = try OfficeFile.part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(
      sheet.contains("=now\nI am needed</t>") && sheet.contains("outcomes\ntrust</t>")
        && !sheet.contains("<f"))
    #expect(sheet.contains("<mergeCell ref=\"A2:J2\"/>"))
  }

  @Test("a workbook in memory is the one that a file has, with spans and without", arguments: [true, false])
  func inMemory(spans: Bool) throws {
    var one = table(["a", "a", "b"])
    if spans, case .cells(var cells) = one.rows[1] {
      cells[1].continues = true
      one.rows[1] = .cells(cells)
    }
    let made = try Spreadsheet.bytes([Exhibit("Values", one)], named: "values.xlsx")
    let path = NSTemporaryDirectory() + "realist-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try Spreadsheet.write([Exhibit("Values", one)], to: path, named: "values.xlsx")
    #expect(made == Array(try Data(contentsOf: URL(filePath: path))))
    #expect(made.count > 1000)
  }
}
