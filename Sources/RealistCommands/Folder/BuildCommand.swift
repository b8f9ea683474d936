import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// `realist build`.
struct BuildCommand: Command {
  static let configuration = CommandConfiguration(
    name: "build", abstract: "Turn a study folder of plain files into a study.",
    discussion: """
      The folder may be written by hand: quotes are found in the texts, missing texts are read from the original transcripts. Everything that is \
      wrong is listed with file and line, and then no study is made.
      """,
    examples: [Example("realist build Projects/first-study --output first.realist")])

  @Argument(help: "The folder.", valueName: "FOLDER", completion: .files) var folder: String
  @Option(
    short: "o", help: "The study to make; else the folder's name.", valueName: "FILE", completion: .files)
  var output: String?
  @Option(help: "Who builds; else $REALIST_CODER, else the login name.", valueName: "NAME") var coder: String?

  func run(_ context: Context) throws {
    let contents = try FolderFiles.read(folder, context)
    let name = output ?? (folder.split(separator: "/").last.map(String.init) ?? "study") + ".realist"
    let note = context.note(coder: context.coder(named: coder), "build from a study folder")
    _ = try StudyStore.create(context.path(name), contents: contents, entry: note)
    let study = contents.study
    context.printError(
      """
      made \(name): \(study.sources.count) sources, \(study.participants.count) participants, \(study.codes.count) codes, \
      \(study.codings.count) codings, \(study.configurations.count) configurations
      """)
  }
}
