import Foundation
import RealistFormats
import RealistOffice
import RealistReports
import TestSupport

/// A folder that goes away with the test.
final class ScratchFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "realist-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// A workbook made of tables, and what is in it.
struct MadeWorkbook {
  let bytes: [UInt8]
  let notes: [String]
  let path: String

  init(_ exhibits: [Exhibit], title: String = "", in folder: ScratchFolder) throws {
    path = folder.url.appending(path: "\(UUID().uuidString).xlsx").path()
    notes = try Spreadsheet.write(exhibits, title: title, to: path, named: "table.xlsx")
    bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  /// The text of a part of the archive.
  func part(_ name: String) throws -> String { try OfficeFile.part(name, of: bytes) }
}

enum OfficeFile {
  static func part(_ name: String, of bytes: [UInt8]) throws -> String {
    var part: [UInt8] = []
    try ZipArchive(bytes, file: "made").read(name) { part += $0 }
    return String(decoding: part, as: UTF8.self)
  }

  static func names(of bytes: [UInt8]) throws -> [String] {
    try ZipArchive(bytes, file: "made").entries.keys.sorted()
  }
}

/// Tables with everything a table can have. People and words are invented.
enum OfficeExamples {
  static let kitchen = Table(
    Table.Head(
      title: "Who holds the spoon",
      columns: [
        Table.Column("no", "No.", isRowHeading: true), Table.Column("context", "Context"),
        Table.Column("mechanism", "Mechanism", weight: 6),
        Table.Column("outcomes", "Outcomes", kind: .list, note: 0),
        Table.Column("sources", "Sources", kind: .number),
      ],
      notes: ["observed unless said otherwise"]),
    rows: [
      .group("Handing over"),
      .cells([
        Table.Cell(.text("CMO 1"), reference: .link("one")), Table.Cell("days of queues"),
        Table.Cell([
          Table.Line("being handed the knife"),
          Table.Line("“now I am the one who is needed” (Participant 2)", style: .quotation),
        ]),
        Table.Cell(items: ["a neighbour to ask", "a reason to come back"]), Table.Cell(3),
      ]),
      .cells([
        Table.Cell(.text("CMO 1"), continues: true), Table.Cell(.text("days of queues"), continues: true),
        Table.Cell([Table.Line("Disabling", style: .heading), Table.Line("put on the spot", note: 0)]),
        Table.Cell(items: ["staying away"]), Table.Cell(1),
      ]),
      .group("The hall"),
      .cells([
        Table.Cell("CMO 2"), Table.Cell("a hall that closes at seven"), .empty, Table.Cell(items: []), .empty,
      ]),
    ])

  static let quotes = Table(
    Table.Head(columns: [
      Table.Column("cmo", "CMO", isRowHeading: true), Table.Column("quote", "Quote"),
      Table.Column("attribution", "Attribution"),
    ]),
    rows: [
      .group("CMO 1: The spoon"),
      .cells([
        Table.Cell(.text("CMO 1"), reference: .places(["one", "one M1"])),
        Table.Cell([Table.Line("now I am the one\nwho is needed", style: .quotation)]),
        Table.Cell("(Participant 2)"),
      ]),
    ])

  static let exhibits = [
    Exhibit("CMO table", kitchen),
    Exhibit(
      "Quotes", quotes, presentation: .quotations(words: "quote", attribution: ["attribution", "cmo"])),
  ]

  /// What a spreadsheet would evaluate, what XML forbids, what its own escapes look like.
  static let hostile = [
    "=1+1", "=cmd|' /C calc'!A0", "+44 20", "-5", "@SUM(A1)", "- a dash", "\tTab", "two\nlines",
    "_x0041_ stays",
    "_xnot_", "<b>&\"'</b>", "]]>", "\u{1}\u{1B}[31mred", "nul\0nul", "e\u{301}👩‍👩‍👧", "日本語", "\u{FFFE}\u{FFFF}",
    "",
    "http://example.org/", "internal:Sheet1!A1", "12345678901234567890", "1e5", "007",
    " leading and trailing ",
  ]
}
