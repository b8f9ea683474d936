import CommandKit
import RealistConsole
import RealistEditing
import RealistFolder
import RealistModel
import RealistNotation
import RealistReports
import RealistStore

/// `realist toc list`.
struct ListTheoryOfChange: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"], abstract: "List the factors by stage with what they lead to.",
    examples: [Example("realist toc list --format html --output factors.html")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let study = try study.open(context).read { try $0.study([.codes, .configurations, .theoryOfChange]) }
    try output.write(Table.theoryOfChange(study, codes: try CodeTree(study.codes)), context)
  }
}

/// `realist toc export`.
struct ExportTheoryOfChange: Command {
  static let configuration = CommandConfiguration(
    name: "export", abstract: "Write the theory of change as a file that import reads.",
    examples: [Example("realist toc export theory-of-change.md")])

  @Argument(help: "The file; without one, standard output.", valueName: "FILE", completion: .files)
  var file: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let text = try study.open(context).read { reader in
      let study = try reader.configuredStudy([.theoryOfChange, .notes])
      var notation = try StudyNotation(study, text: reader.texts())
      return TheoryOfChangeNotation.text(notation.theoryOfChange(), stages: study.stages)
    }
    try context.write(text, to: file)
  }
}

/// `realist toc import`.
struct ImportTheoryOfChange: Command {
  static let configuration = CommandConfiguration(
    name: "import", abstract: "Replace the theory of change by what a file says.",
    discussion: """
      A heading for each stage, ## Inputs {#inputs}; a bullet for each factor, - Bank staff {#bank-staff}; below it, indented: - code: PATH, \
      - assumption: …, - indicator: …, - detail: …, - group: …, and links: - -> retention, - -| leaving for one that hinders, with \
      "a label", via CMO2, from P02 "quote". Under ## Loops: - Title {#key} vicious: a -> b -> a. With any problem nothing is changed.
      """,
    examples: [Example("realist toc import theory-of-change.md")])

  @Argument(help: "The file; - is standard input.", valueName: "FILE", completion: .files) var file: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let bytes = try FileAccess.readText(file, context)
    let store = try study.open(context, .readWrite)
    let (differences, segments) = try store.change(study.note(context, "toc import \(file)")) { writer in
      let notated = try read(bytes, stages: writer.reader.header().stages)
      return try TheoryOfChangeImport(writer, file: file).replace(with: notated)
    }
    guard !differences.isEmpty else {
      return context.printError("nothing to change: the study says the same")
    }
    for line in differences { context.printError(line) }
    if segments > 0 { context.printError("made \(counted(segments, "segment"))") }
    context.report("replaced the theory of change")
  }

  private func read(_ bytes: [UInt8], stages: [Stage]) throws -> NotatedTheoryOfChange {
    do {
      return try TheoryOfChangeNotation.read(bytes, stages: stages)
    } catch {
      throw Problems(file, error)
    }
  }
}
