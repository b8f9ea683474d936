import CommandKit
import RealistAnalysis
import RealistConsole
import RealistMatrices
import RealistModel
import RealistReports
import RealistStore

/// `realist framework`.
struct FrameworkGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "framework",
    abstract: "Framework matrices: cases against themes, with a written summary in each cell.",
    discussion: """
      Cases are sources, participants, or the values of any attribute, such as stakeholder. A theme is a code with all below it. Under each \
      summary stands how many passages are behind it, and where.
      """,
    subcommands: [ShowFramework.self, WriteSummary.self, RemoveSummary.self])
}

/// What the rows of a framework matrix are.
struct CaseOptions: ParameterGroup {
  static let title: String? = "What cases are"

  @Option(help: "What a row is: source, participant, or an attribute.", valueName: "WHAT") var by = "source"

  func columns(_ table: CodingTable, _ reader: StudyReader) throws -> MatrixColumns {
    MatrixColumns(try kind(reader), of: table)
  }

  func kind(_ reader: StudyReader) throws -> MatrixColumns.Kind {
    try MatrixColumns.Kind(named: by, words: ["source", "participant"], in: reader)
  }

  /// The case of a name.
  func subject(_ name: String, _ reader: StudyReader) throws -> FrameworkSummary.Case {
    switch try kind(reader) {
    case .source: return .source(try reader.source(name).id)
    case .participant: return .participant(try reader.participant(name).id)
    case .field(let field, _):
      let table = CodingTable(
        codes: try CodeTree([]), sources: try reader.sources(), participants: try reader.participants(),
        coders: [], passages: [], marks: [])
      let labels = MatrixColumns(.field(field, limits: []), of: table).labels
      guard let label = labels.first(where: { $0.lowercased() == name.lowercased() }) else {
        throw Failure(
          "nobody has '\(name)' as \(field.name)", hint: "it is one of \(listed(labels, limit: 12))",
          exitCode: Exit.noInput)
      }
      return .group(attribute: field.name, value: label)
    case .coder, .question: throw Failure.usage("--by takes source, participant or an attribute")
    }
  }
}

/// `realist framework show`.
struct ShowFramework: Command {
  static let configuration = CommandConfiguration(
    name: "show", abstract: "Print a framework matrix.",
    examples: [
      Example("realist framework show --by stakeholder --format markdown"),
      Example(
        "realist framework show --by participant --code outcomes --level 2 --output framework.csv -f csv"),
      Example("realist framework show --by stakeholder --explain educator,mechanisms"),
    ])

  @OptionGroup var cases: CaseOptions
  @Option(
    short: "c", help: "Only themes that are this code or lie below it.", valueName: "PATH",
    completion: .dynamic("codes"))
  var code: [String] = []
  @Option(help: "The level that themes are at; 1 is the top.", valueName: "N") var level = 1
  @Option(help: "How many places are named in a cell.", valueName: "COUNT") var places = 3
  @Option(help: "Print the passages behind a cell instead; all stands for any.", valueName: "ROW,CODE")
  var explain: String?
  @OptionGroup var passages: PassageOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    guard level >= 1, places >= 0 else { throw Failure.usage("--level counts from 1, --places from 0") }
    try study.open(context).read { reader in
      let table = try passages.table(reader, MatrixColumns.parts(try cases.kind(reader)))
      let matrix = FrameworkMatrix(
        table, summaries: try reader.frameworkSummaries(), cases: try cases.columns(table, reader),
        themes: FrameworkMatrix.themes(
          of: table.codes, level: level, within: try ZoomOptions.within(code, table.codes)))
      guard let explain else {
        return try output.write(.framework(matrix, in: table, places: places), context)
      }
      let cell = try CellArgument(explain).place(
        row: { try $0.place(among: matrix.rows.map(\.label), called: "row") },
        column: { try $0.theme(among: matrix.columns.map(\.code), table.codes) })
      try PassageListing(reader).write(
        matrix.passages(row: cell.row, column: cell.column), of: table, output, context)
    }
  }
}

/// `realist framework write`.
struct WriteSummary: Command {
  static let configuration = CommandConfiguration(
    name: "write", abstract: "Write what a case says about a theme, or write over it.",
    examples: [
      Example(#"realist framework write P02 outcomes/service "Turnover fell once the posts were there.""#),
      Example(
        #"realist framework write educator mechanisms "Fear of blame, named by all." --by stakeholder"#),
    ])

  @Argument(help: "The case.", valueName: "ROW") var row: String
  @Argument(help: "The theme.", valueName: "CODE", completion: .dynamic("codes")) var code: String
  @Argument(help: "The summary.", valueName: "SUMMARY") var summary: String
  @OptionGroup var cases: CaseOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    guard !summary.trimmed.isEmpty else {
      throw Failure.usage(
        "the summary is empty", hint: "realist framework remove \(row.shellWord) \(code.shellWord)")
    }
    let store = try study.open(context, .readWrite)
    let (path, isNew) = try store.change(study.note(context, "framework write")) { writer in
      let subject = try cases.subject(row, writer.reader)
      let node = try writer.reader.code(code)
      writer.command = "framework write \(row) \(node.path)"
      let old = try writer.reader.frameworkSummaries().filter { $0.row == subject && $0.code == node.code.id }
      for one in old.dropFirst() { try writer.removeFrameworkSummary(one.id) }
      try writer.put(
        FrameworkSummary(
          id: old.first?.id ?? writer.newID(), row: subject, code: node.code.id, summary: summary.trimmed,
          coder: writer.coder, written: writer.time))
      return (node.path, old.isEmpty)
    }
    context.report("\(isNew ? "wrote" : "changed") the summary of \(row) on \(path)")
  }
}

/// `realist framework remove`.
struct RemoveSummary: Command {
  static let configuration = CommandConfiguration(
    name: "remove", aliases: ["rm"], abstract: "Empty a cell.",
    examples: [Example("realist framework remove P02 outcomes/service")])

  @Argument(help: "The case.", valueName: "ROW") var row: String
  @Argument(help: "The theme.", valueName: "CODE", completion: .dynamic("codes")) var code: String
  @OptionGroup var cases: CaseOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let path = try store.change(study.note(context, "framework remove")) { writer in
      let subject = try cases.subject(row, writer.reader)
      let node = try writer.reader.code(code)
      writer.command = "framework remove \(row) \(node.path)"
      let old = try writer.reader.frameworkSummaries().filter { $0.row == subject && $0.code == node.code.id }
      guard !old.isEmpty else {
        throw Failure(
          "\(row) has no summary on \(node.path)", hint: "see them: realist framework show --by \(cases.by)",
          exitCode: Exit.noInput)
      }
      for one in old { try writer.removeFrameworkSummary(one.id) }
      return node.path
    }
    context.report("emptied the cell of \(row) and \(path)")
  }
}
