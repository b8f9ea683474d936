import Foundation
import RealistReports
import TestSupport
import Testing

@testable import RealistOffice

/// Tests/Peers/office.py, LibreOffice and pandoc on files made here.
@Suite("Workbooks and documents, opened by other people's programs", .serialized) struct OfficePeerTests {
  private static let python = PeerProgram.python(with: "openpyxl, docx")
  private static let libreOffice = PeerProgram.path(of: "soffice")
  private static let pandoc = PeerProgram.path(of: "pandoc")
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private struct Workbook: Decodable {
    struct Sheet: Decodable {
      var name: String
      var rows: [[Value?]]
      var types: [String]
      var merged: [String]
      var filter: String?
      var frozen: String?
      var links: [String: String]
    }
    var sheets: [Sheet]
  }

  private enum Value: Decodable, Equatable {
    case text(String)
    case number(Double)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      self =
        if let number = try? container.decode(Double.self) { .number(number) } else {
          .text(try container.decode(String.self))
        }
    }
  }

  private struct Document: Decodable {
    var paragraphs: [[String]]
    var tables: [[[String]]]
    var landscape: [Bool]
  }

  private func read<Contents: Decodable>(_ path: String) throws -> Contents {
    let result = try PeerProgram.run(try #require(Self.python), [PeerProgram.script("office.py"), path])
    #expect(result.status == 0, "\(String(decoding: result.output, as: UTF8.self))")
    return try JSONDecoder().decode(Contents.self, from: result.output)
  }

  private func document() throws -> String {
    let path = folder.url.appending(path: "report.docx").path()
    try Data(try TextDocument.bytes(OfficeExamples.exhibits, title: "The spoon", named: path))
      .write(to: URL(filePath: path))
    return path
  }

  private static let noPython: Comment =
    "no Python with openpyxl and python-docx: pip install them, or name one that has them in REALIST_PYTHON"

  @Test(
    "openpyxl reads the tables, spans, links, filter and frozen row", .enabled(if: python != nil, noPython))
  func openpyxl() throws {
    let made = try MadeWorkbook(OfficeExamples.exhibits, in: folder)
    let book: Workbook = try read(made.path)
    #expect(book.sheets.map(\.name) == ["CMO table", "Quotes"])
    let (table, quotes) = (book.sheets[0], book.sheets[1])
    #expect(table.rows[0][0] == .text("Who holds the spoon"))
    #expect(
      table.rows[2].compactMap { $0 }
        == ["No.", "Context", "Mechanism", "Outcomes [a]", "Sources"].map(Value.text))
    #expect(table.rows[4][4] == .number(3))
    #expect(
      table.rows[4][2] == .text("being handed the knife\n“now I am the one who is needed” (Participant 2)"))
    #expect(table.merged == ["A10:E10", "A4:E4", "A5:A6", "A7:E7", "B5:B6"])
    #expect(table.links == ["A5": "'Quotes'!A3"] || table.links == ["A5": "Quotes!A3"])
    #expect(table.frozen == "A4" && table.filter == nil)
    #expect(quotes.filter == "A1:C3" && quotes.frozen == "A2" && quotes.merged == ["A2:C2"])
    #expect(book.sheets.allSatisfy { !$0.types.contains("f") })
  }

  @Test("openpyxl reads hostile texts as the words they are", .enabled(if: python != nil, noPython))
  func hostile() throws {
    let table = Table(
      Table.Head(columns: [Table.Column("v", "Value")]),
      rows: OfficeExamples.hostile.map { .cells([Table.Cell($0)]) })
    let book: Workbook = try read(try MadeWorkbook([Exhibit("H", table)], in: folder).path)
    let found = book.sheets[0].rows.dropFirst().map { $0[0] ?? .text("") }
    #expect(found == OfficeExamples.hostile.map { .text(CellText.safe($0)) })
    #expect(book.sheets[0].types == ["s"])
  }

  @Test(
    "python-docx reads headings, captions, tables with merged cells and quotations",
    .enabled(if: python != nil, noPython))
  func pythonDocx() throws {
    let found: Document = try read(try document())
    #expect(
      found.paragraphs.map { $0[0] }.filter { $0 != "Normal" } == [
        "Title", "Heading 1", "Caption", "Table Note", "Heading 1", "Heading 2", "Quote", "Attribution",
      ])
    #expect(found.paragraphs.contains(["Quote", "now I am the one\nwho is needed"]))
    let table = try #require(found.tables.first)
    #expect(table[0] == ["No.", "Context", "Mechanism", "Outcomesa", "Sources"])
    #expect(table[1] == Array(repeating: "Handing over", count: 5))
    #expect(table[2][1] == "days of queues" && table[3][1] == "days of queues")
  }

  @Test(
    "LibreOffice converts both to PDF",
    .enabled(
      if: libreOffice != nil,
      "LibreOffice is not installed: apt-get install libreoffice-writer libreoffice-calc"))
  func libreOfficeConverts() throws {
    let book = try MadeWorkbook(OfficeExamples.exhibits, in: folder)
    for path in [book.path, try document()] {
      let result = try PeerProgram.run(
        try #require(Self.libreOffice),
        [
          "-env:UserInstallation=file://\(folder.url.path())/profile", "--headless", "--convert-to", "pdf",
          "--outdir",
          folder.url.path(), path,
        ])
      #expect(result.status == 0, "\(String(decoding: result.output, as: UTF8.self))")
      let pdf = URL(filePath: path).deletingPathExtension().appendingPathExtension("pdf")
      #expect(try Data(contentsOf: pdf).starts(with: Data("%PDF".utf8)))
    }
  }

  @Test(
    "pandoc finds the headings, the table and the block quotation",
    .enabled(if: pandoc != nil, "pandoc is not installed"))
  func pandocReads() throws {
    let result = try PeerProgram.run(try #require(Self.pandoc), [try document(), "-t", "html"])
    let html = String(decoding: result.output, as: UTF8.self)
    #expect(result.status == 0)
    #expect(html.contains(">CMO table</h1>") && html.contains(">CMO 1: The spoon</h2>"))
    #expect(html.contains("<table") && html.contains("<blockquote>"))
    #expect(html.contains("rowspan=\"2\"") && html.contains("colspan=\"5\""))
  }
}
