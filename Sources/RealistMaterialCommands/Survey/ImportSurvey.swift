import CommandKit
import RealistConsole
import RealistFormats
import RealistModel
import RealistReports
import RealistStore

/// `realist survey`.
struct SurveyGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "survey", abstract: "Answers to a questionnaire.", subcommands: [ImportSurvey.self])
}

/// `realist survey import`.
struct ImportSurvey: Command {
  static let configuration = CommandConfiguration(
    name: "import",
    abstract: "Read a survey (CSV, TSV, XLSX): a participant and a source from each respondent.",
    discussion: """
      Each row is a respondent. Closed answers become attributes of the participant; open answers become turns of a source, in the order of \
      the questions, which are matched with the guide's and added to it where they are new. What counts as open: columns with five words or \
      more in an answer and hardly any answer twice, and columns that ask for comments; --open and --closed say otherwise, by heading or by \
      number. Columns that name people (names, e-mail, IP addresses) are left out, and the file itself is not kept, for participants are \
      pseudonyms.

      Respondents who are there already are updated, and a source whose answers are the same stays as it is, so a survey that is still \
      running can be imported again. Where somebody has changed an answer since, --revise makes a new revision of the source: quotes whose \
      words are still there go over to it, the others stay with the answers they were marked in and are counted.
      """,
    examples: [
      Example("realist survey import answers.csv --dry-run", "what each column would be"),
      Example(#"realist survey import answers.xlsx --sheet "Form 1" --id "Participant number" --open 7"#),
    ])

  @Argument(help: "The file.", valueName: "FILE", completion: .files) var file: String
  @Option(help: "The column that tells respondents apart; - numbers them.", valueName: "COLUMN") var id:
    String?
  @Option(help: "A column of answers in words.", valueName: "COLUMN") var open: [String] = []
  @Option(help: "A column that is an attribute.", valueName: "COLUMN") var closed: [String] = []
  @Option(help: "A column that is not wanted.", valueName: "COLUMN") var leaveOut: [String] = []
  @Option(help: "The sheet of a workbook; the first one otherwise.", valueName: "NAME") var sheet: String?
  @Option(
    help: "The charset of a text file.", valueName: "NAME",
    completion: .values(TextEncoding.allCases.map(\.rawValue)))
  var encoding: String?
  @Option(help: "What the sources are called; {id} is the respondent.", valueName: "PATTERN") var name =
    "{id}"
  @Flag(help: "Take over answers that have changed since.") var revise: Bool
  @Flag(help: "Only show what each column would be.") var dryRun: Bool
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    guard name.contains("{id}") else {
      throw Failure.usage(
        "--name has no {id}, so all sources would be called the same", hint: "--name survey-{id}")
    }
    let bytes = try FileAccess.read(context.path(file), named: file, limit: 256 << 20)
    let table = try ForeignTable(bytes, file: file, encoding: encoding, sheet: sheet)
    let store = try study.open(context, dryRun ? .readOnly : .readWrite)
    let note = study.note(context, "import survey")
    if dryRun {
      let (survey, plan) = try store.read { reader in
        var ids = note.ids
        return try self.plan(table, reader) { ids.next(Participant.self) }
      }
      try output.write(Self.table(of: survey), context)
      report(survey, plan, table, context)
      return context.printError("nothing was imported")
    }
    let (survey, plan) = try store.change(note) { writer in
      let (survey, plan) = try self.plan(table, writer.reader) { writer.newID() }
      try plan.apply(writer)
      writer.command =
        "import survey \(file.lastPathComponent): \(counted(survey.respondents.count, "respondent"))"
      return (survey, plan)
    }
    report(survey, plan, table, context)
    guard !plan.changesNothing else { return context.printError("nothing was changed") }
    let changed = plan.changed > 0 ? ", \(plan.changed) with changed answers" : ""
    context.report(
      "imported \(counted(survey.respondents.count, "respondent")): \(counted(plan.sources.count, "source")), \(counted(plan.answers, "answer"))\(changed)"
    )
  }

  private func plan(_ table: ForeignTable, _ reader: StudyReader, newID: () -> ID<Participant>) throws -> (
    Survey, SurveyPlan
  ) {
    let survey = try Survey(
      table, file: file,
      choice: SurveyChoice(id: id, open: open, closed: closed, leaveOut: leaveOut),
      definitions: reader.attributes())
    return (survey, try SurveyPlan(survey, file: file, naming: name, revises: revise, reader, newID: newID))
  }

  private func report(_ survey: Survey, _ plan: SurveyPlan, _ table: ForeignTable, _ context: Context) {
    context.printError("\(file): \(table.kind), \(counted(survey.respondents.count, "respondent"))")
    for note in survey.notes + plan.notes { context.printError("note: \(note)") }
    let left = survey.columns.filter { $0.role == .identifying }.map(\.name)
    if !left.isEmpty {
      context.printError(
        "note: left out because they name people: \(listed(left)); to keep one: --closed \"\(left[0])\"")
    }
    context.printError("note: \(SurveyColumn.rule)")
  }

  /// What each column was taken for.
  private static func table(of survey: Survey) -> Table {
    let head = Table.Head(columns: [
      .init("number", "Number", kind: .number, isRowHeading: true), .init("column", "Column", weight: 8),
      .init("role", "Taken as", weight: 3), .init("filled", "Filled", kind: .number),
      .init("different", "Different", kind: .number), .init("words", "Words", kind: .number),
    ])
    return Table(
      head,
      rows: survey.columns.map { column in
        .cells([
          .init(column.index + 1), .init(column.name), .init(column.role.title), .init(column.filled),
          .init(column.distinct), .init(Int(column.words.rounded())),
        ])
      })
  }
}

extension SurveyColumn.Role {
  fileprivate var title: String {
    switch self {
    case .id: "id"
    case .closed(let kind): "attribute (\(kind.title))"
    case .open: "open answers"
    case .identifying: "left out: names people"
    case .leftOut: "left out"
    case .empty: "nothing: nobody answered"
    }
  }
}
