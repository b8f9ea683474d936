import CommandKit
import RealistConsole
import RealistFormats
import RealistModel
import RealistReports
import RealistStore

/// `realist coding`.
struct CodingGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "coding", aliases: ["codings"], abstract: "Coded passages from other programs.",
    subcommands: [ImportCodings.self])
}

/// `realist coding import`.
struct ImportCodings: Command {
  static let configuration = CommandConfiguration(
    name: "import",
    abstract: "Read a table of coded segments (CSV, TSV, XLSX) and find their words in the sources.",
    discussion: """
      Each row has a document, a code and the words; a memo, perhaps. Columns are known by their usual headings (Document, Code, Segment or \
      Content or Quote, Memo), or by the names given. A document is a source of that name, with or without the ending of a file. The words \
      are looked for as people quote them: white space, quotation marks and elisions do not matter. Where they stand more than once, \
      a column of beginnings decides; else the row is listed.

      What cannot be placed is listed, with its line, and nothing is put in its stead.
      """,
    examples: [
      Example("realist coding import segments.csv --dry-run"),
      Example("realist coding import segments.xlsx --create", "make codes that are not there"),
      Example(
        "realist coding import highlights.csv --code tag --separator . --create", "as Taguette writes them"),
    ])

  @Argument(help: "The file.", valueName: "FILE", completion: .files) var file: String
  @Option(help: "The column of documents.", valueName: "COLUMN") var document: String?
  @Option(help: "The column of codes.", valueName: "COLUMN") var code: String?
  @Option(help: "The column of words.", valueName: "COLUMN") var segment: String?
  @Option(help: "The column of memos.", valueName: "COLUMN") var memo: String?
  @Option(help: "What joins the parts of a code's path; else /, \\ and >.", valueName: "TEXT") var separator:
    String?
  @Option(help: "The sheet of a workbook; the first one otherwise.", valueName: "NAME") var sheet: String?
  @Option(
    help: "The charset of a text file.", valueName: "NAME",
    completion: .values(TextEncoding.allCases.map(\.rawValue)))
  var encoding: String?
  @Flag(help: "Make codes that are not there.") var create: Bool
  @Flag(help: "Only say what would be found.") var dryRun: Bool
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let bytes = try FileAccess.read(context.path(file), named: file, limit: 256 << 20)
    let table = try CodedSegmentTable(
      ForeignTable(bytes, file: file, encoding: encoding, sheet: sheet), file: file,
      columns: .init(document: document, code: code, segment: segment, memo: memo), separator: separator)
    for note in table.notes { context.printError("note: \(note)") }
    if dryRun {
      let placed = try study.open(context).read { try PlacedSegments(table, $0) }
      try list(placed, context)
      return context.printError("\(placed.sentence); nothing was changed")
    }
    let (placed, tally) = try study.open(context, .readWrite).change(study.note(context, "import codings")) {
      writer in
      let placed = try PlacedSegments(table, writer.reader)
      let tally = try placed.apply(writer, creating: create)
      writer.command =
        "import codings from \(file.split(separator: "/").last ?? "a table"): \(counted(tally.tagged, "coding"))"
      return (placed, tally)
    }
    try list(placed, context)
    let made = tally.made.isEmpty ? "" : "; made \(listed(tally.made))"
    let known = tally.known == 0 ? "" : "; \(tally.known) were there already"
    guard tally.tagged > 0 else {
      return context.printError("\(placed.sentence)\(known); nothing was changed")
    }
    context.report("\(placed.sentence): \(counted(tally.tagged, "coding"))\(known)\(made)")
  }

  /// Prints the rows that were not placed, if there are any.
  private func list(_ placed: PlacedSegments, _ context: Context) throws {
    guard !placed.unplaced.isEmpty else { return }
    let head = Table.Head(columns: [
      .init("line", "Line", kind: .number, isRowHeading: true), .init("document", "Document", weight: 3),
      .init("code", "Code", weight: 3), .init("reason", "Not placed because", weight: 5),
      .init("words", "Words", weight: 8),
    ])
    let rows = placed.unplaced.map { row, reason -> Table.Row in
      .cells([
        .init(row.line), .init(row.document), .init(row.codes.joined(separator: "; ")), .init(reason),
        .init(row.words),
      ])
    }
    try output.write(Table(head, rows: rows), context)
  }
}
