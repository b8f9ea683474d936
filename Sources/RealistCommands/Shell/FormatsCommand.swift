import CommandKit
import RealistArchive
import RealistConsole
import RealistDiagrams
import RealistExchange
import RealistFormats
import RealistOffice
import RealistReports
import RealistTranscripts

/// `realist formats`.
struct FormatsCommand: Command {
  static let configuration = CommandConfiguration(
    name: "formats",
    abstract: "List the formats of files that can be read and written, with what each keeps and loses.",
    discussion: """
      Files are recognised by their content, not by the ending of their name. The name in the first column is what --format takes where \
      the content leaves it open.
      """,
    examples: [
      Example("realist formats"), Example("realist formats --format markdown", "the table of the manual"),
    ])

  /// Every module's list.
  static let all: [FormatDescription] =
    TranscriptFormat.descriptions + FormatDescription.tables + ProjectFormats.descriptions
    + TableFormat.descriptions + OfficeFormats.descriptions + GraphFormats.descriptions
    + ArchiveFormats.descriptions

  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let head = Table.Head(
      columns: [
        .init("format", "Format", weight: 2, isRowHeading: true), .init("title", "What it is", weight: 6),
        .init("direction", "Direction", weight: 1), .init("endings", "Endings", weight: 1),
        .init("keeps", "Keeps", weight: 4), .init("loses", "Loses", weight: 5),
      ], grouping: .init("kind", "Kind"))
    var rows: [Table.Row] = []
    for kind in FormatDescription.Kind.allCases {
      let formats = Self.all.filter { $0.kind == kind }
      guard !formats.isEmpty else { continue }
      rows.append(.group(kind.rawValue))
      rows += formats.map { format in
        .cells([
          .init(format.name), .init(format.title), .init(format.direction.rawValue),
          .init(format.endings.joined(separator: ", ")), .init(format.keeps), .init(format.loses),
        ])
      }
    }
    try output.write(Table(head, rows: rows), context)
    if output.format == .table {
      context.printError(
        "charsets of text files (--encoding): \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    }
  }
}

extension TableFormat {
  /// The formats that every table of results can be written in.
  fileprivate static let descriptions: [FormatDescription] = allCases.map { format in
    let (title, ending) = format.details
    return FormatDescription(
      name: format.rawValue, title: title, endings: [ending], direction: .write, kind: .table,
      keeps: "all of a table")
  }

  private var details: (title: String, ending: String) {
    switch self {
    case .table: ("plain text for the terminal", "txt")
    case .csv: ("comma separated values for spreadsheets, R, Python; UTF-8, RFC 4180", "csv")
    case .tsv: ("tab separated values for pasting into spreadsheets; UTF-8", "tsv")
    case .markdown: ("Markdown for notes and repositories", "md")
    case .html: ("a web page for browsers and word processors", "html")
    case .latex: ("LaTeX for papers; booktabs and longtable", "tex")
    case .json: ("JSON for programs; numbers and lists keep their type", "json")
    }
  }
}
