import CommandKit
import RealistConsole
import RealistModel
import RealistReading
import RealistReports
import RealistStore

/// `realist check`.
struct CheckCommand: Command {
  static let configuration = CommandConfiguration(
    name: "check", abstract: "Prove that the study is sound, and say where an evaluator should look.",
    discussion: """
      Errors: the study contradicts itself, or the file is not as it was written: the words of every quote are compared with their check value, \
      every text with its hash, and every entry of the journal is read. Warnings: codes in no configuration, configurations without a quote or \
      from one source only, disabling mechanisms that nothing uses, evidence of people who withdrew. Ends with 1 when anything is found.
      """,
    examples: [Example("realist check"), Example("realist check --errors --format json")])

  @Flag(help: "Only errors, no warnings.") var errors: Bool
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let findings = try study.open(context).findings(onlyErrors: errors)
    guard !findings.isEmpty else {
      return context.printError(errors ? "no errors found" : "nothing found: the study is sound")
    }
    try output.write(Table.findings(findings), context)
    let count = findings.count { $0.finding.severity == .error }
    context.printError(
      "\(counted(count, "error")), \(counted(findings.count - count, "warning"))")
    throw ExitStatus(Exit.findings)
  }
}
