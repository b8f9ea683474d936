import CommandKit
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist log`.
struct LogCommand: Command {
  static let configuration = CommandConfiguration(
    name: "log", abstract: "Print the audit trail: who did what when.",
    discussion: "Entries that were undone and not done again are marked.",
    examples: [
      Example("realist log --last 20"), Example("realist log --format csv --output audit-trail.csv"),
    ])

  @Option(short: "n", help: "Only the newest entries.", valueName: "COUNT") var last: Int?
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let entries = try study.open(context).read { try $0.entries(last: last) }
    try output.write(.journal(entries), context)
  }
}

/// `realist undo`.
struct UndoCommand: Command {
  static let configuration = CommandConfiguration(
    name: "undo", abstract: "Take back the last change.",
    discussion:
      "Every change can be undone, one after the other, back to the empty study; also after the program was closed.",
    examples: [Example("realist undo")])

  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let entry = try study.open(context, .readWrite).undo(study.note(context, "undo"))
    context.printError("undid entry \(entry.number): \(entry.command)")
    context.printError(context.errorStyle.dim("bring it back: realist redo"))
  }
}

/// `realist redo`.
struct RedoCommand: Command {
  static let configuration = CommandConfiguration(
    name: "redo", abstract: "Do again what the last undo took back.",
    discussion: "Not possible once something else was changed.", examples: [Example("realist redo")])

  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let entry = try study.open(context, .readWrite).redo(study.note(context, "redo"))
    context.printError("redid entry \(entry.number): \(entry.command)")
    context.printError(context.errorStyle.dim("take it back: realist undo"))
  }
}
