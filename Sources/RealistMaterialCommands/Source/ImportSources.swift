import CommandKit
import RealistConsole
import RealistEditing
import RealistFormats
import RealistModel
import RealistStore
import RealistTranscripts

/// `realist source import`.
struct ImportSources: Command {
  static let configuration = CommandConfiguration(
    name: "import", abstract: "Read transcripts of any format that realist formats lists.",
    discussion: """
      The format is seen from the content. Each file becomes a source named like the file without its ending; all of them are imported or \
      none. Names that recur in front of what is said are speakers; a speaker who is named like a participant is linked to that \
      participant, and --speaker links the others. A name that was not taken for a speaker's is taken when --speaker gives it.

      Words such as mode=Teams after the files, or --set, say something about every source: title, kind, mode, date, minutes, \
      else an attribute of the study.
      """,
    examples: [
      Example("realist source import interview-01.vtt --dry-run", "only show the turns"),
      Example(
        #"realist source import interview-01.vtt --speaker "Dawn P.=P01" --speaker "Iris=interviewer" mode=Teams date=2026-03-02"#
      ),
      Example(
        #"realist source import P01.docx P02.docx --speaker "Participant={source}""#,
        "each file is named like its participant"),
    ])

  @Argument(
    help: "The files, and what is said about all of them as NAME=VALUE.", valueName: "FILE",
    completion: .files)
  var files: [String]
  @Option(help: "What they are.") var kind = Source.Kind.interview
  @Option(help: "What the source is called, when there is one file.", valueName: "NAME") var name: String?
  @Option(help: "Who a speaker is: a participant, or interviewer for nobody.", valueName: "SPEAKER=ID")
  var speaker: [SpeakerAssignment] = []
  @Option(
    help: "Who took part; a single one also said everything when nobody is named.", valueName: "ID",
    completion: .dynamic("participants"))
  var participant: [String] = []
  @Option(
    help: "Something about the sources.", valueName: "NAME=VALUE", completion: .dynamic("source-attributes"))
  var set: [Assignment] = []
  @Option(
    help: "The charset of text files.", valueName: "NAME",
    completion: .values(TextEncoding.allCases.map(\.rawValue)))
  var encoding: String?
  @Option(help: "The format, when the content leaves it open.") var format: TranscriptFormat?
  @Flag(help: "Only show what would be imported: speakers and turns.") var dryRun: Bool
  @Flag(help: "Also import files that the study has already.") var again: Bool
  @Flag(help: "Leave out files that the study has already.") var skipKnown: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    var (paths, fields) = ([String](), set)
    for word in files {
      if let assignment = Assignment(argument: word), !FileAccess.exists(context.path(word)) {
        fields.append(assignment)
      } else {
        paths.append(word)
      }
    }
    guard !paths.isEmpty else {
      throw Failure.usage("no file is named", hint: "realist source import interview-01.vtt")
    }
    guard name == nil || paths.count == 1 else {
      throw Failure.usage(
        "--name is for one file; there are \(paths.count)",
        hint: "leave it out, and use realist source rename")
    }
    let arguments = TranscriptArguments(
      kind: kind, speakers: speaker, participants: participant, fields: fields, encoding: encoding,
      format: format, again: again)
    let job = ImportJob(
      files: paths, names: names(paths), arguments: arguments, skipsKnown: skipKnown, context: context)
    if dryRun { return try show(job, context) }
    try write(job, context)
  }

  /// The names of the sources: the files' without ending; with it where two files differ in nothing else.
  private func names(_ paths: [String]) -> [String] {
    if let name { return [name.trimmed] }
    let stems = paths.map(\.fileStem)
    let counts = Dictionary(stems.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(paths, stems).map { path, stem in counts[stem, default: 0] > 1 ? path.lastPathComponent : stem
    }
  }

  private func show(_ job: ImportJob, _ context: Context) throws {
    let store = try study.open(context)
    let columns = try store.read { reader in
      let people = Dictionary(try reader.participants().map { ($0.id, $0.key) }) { first, _ in first }
      return try job.run(reader) { draft, _ in try TranscriptPreview(draft, people: people).print(context) }
    }
    columns.report(context)
    context.printError("nothing was imported")
  }

  private func write(_ job: ImportJob, _ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let (columns, report) = try Interruption.watched {
      try store.change(study.note(context, "import sources")) { writer in
        var report = ImportReport(people: try writer.reader.participants())
        let columns = try job.run(writer.reader) { draft, columns in
          try columns.writeNew(writer)
          try writer.add(draft)
          report.add(draft)
        }
        writer.command = report.command
        return (columns, report)
      }
    }
    columns.report(context)
    report.print(context)
  }
}

extension String {
  /// The name of a file without its folders and its ending.
  var fileStem: String {
    let name = lastPathComponent
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return name }
    return name[..<point].trimmed
  }
}
