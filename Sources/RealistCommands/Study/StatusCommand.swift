import CommandKit
import RealistConsole
import RealistReading
import RealistReports

/// `realist status`.
struct StatusCommand: Command {
  static let configuration = CommandConfiguration(
    name: "status", abstract: "Sum the study up: what there is, what is uncoded, what changed last.",
    examples: [Example("realist status --study workforce.realist")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    try output.write(.status(try study.open(context).read { try $0.summary() }), context)
  }
}
