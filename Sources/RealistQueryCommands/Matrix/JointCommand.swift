import CommandKit
import RealistAnalysis
import RealistConsole
import RealistMatrices
import RealistModel
import RealistReports
import RealistStore

/// `realist matrix joint`.
struct JointCommand: Command {
  static let configuration = CommandConfiguration(
    name: "joint", abstract: "A joint display: numbers from elsewhere beside what people say.",
    discussion: """
      --by ATTRIBUTE matches the first column of the context table with the attribute's values, and --code names the themes. --by code takes the \
      first column as codes. Each cell counts passages and people, and prints one quote: the first of 40 to 240 characters by somebody who has \
      not withdrawn.
      """,
    examples: [
      Example("realist matrix joint vacancies --by region --code outcomes/service --format markdown"),
      Example("realist matrix joint survey --by code"),
      Example("realist matrix joint survey --by code --explain outcomes/care,all"),
    ])

  @Argument(help: "The table of context.", valueName: "KEY", completion: .dynamic("context-tables"))
  var key: String
  @Option(help: "What a row is: an attribute, source, participant, or code.", valueName: "WHAT") var by:
    String
  @Option(short: "c", help: "A theme.", valueName: "PATH", completion: .dynamic("codes")) var code: [String] =
    []
  @Option(help: "Print the passages behind a cell instead; all stands for any.", valueName: "ROW,CODE")
  var explain: String?
  @OptionGroup var passages: PassageOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    try study.open(context).read { reader in
      let numbers = try reader.contextTable(key)
      let table = try passages.table(reader, .turns)
      let display = try display(numbers, table, reader)
      if let explain {
        let cell = try CellArgument(explain).place(
          row: { try $0.place(among: display.rows.map(\.label), called: "row") },
          column: { try $0.place(among: display.themes, called: "column") })
        return try PassageListing(reader).write(
          display.passages(row: cell.row, column: cell.column), of: table, output, context)
      }
      try output.write(
        .jointDisplay(display, in: table, quotes: quotes(display.quoted(in: table), reader, table)), context)
    }
  }

  private func display(_ numbers: ContextTable, _ table: CodingTable, _ reader: StudyReader) throws
    -> JointDisplay
  {
    if by == "code" {
      guard code.isEmpty else { throw Failure.usage("with --by code, the context table names the codes") }
      return JointDisplay(table, context: numbers)
    }
    guard !code.isEmpty else { throw Failure.usage("say which themes: --code outcomes/service") }
    let kind = try MatrixColumns.Kind(named: by, words: ["source", "participant"], in: reader)
    return JointDisplay(
      table, context: numbers, groups: MatrixColumns(kind, of: table),
      themes: try code.map { try table.codes.code(named: $0).code.id })
  }

  private func quotes(
    _ wanted: Set<ID<Segment>>, _ reader: StudyReader, _ table: CodingTable
  ) throws -> [ID<Segment>: (words: String, attribution: String)] {
    let segments = try reader.segments(wanted)
    let maker = QuoteMaker(
      participants: table.participants, codes: table.codes, attribution: try reader.header().attribution)
    return maker.printed(
      segments.values, words: try reader.words(of: segments.values), sources: table.sources)
  }
}
