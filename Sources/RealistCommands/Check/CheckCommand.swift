import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
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
    let store = try study.open(context)
    var findings = try store.problems().map { problem in
      (problem.check.rawValue, Finding(.error, problem.place, problem.message, hint: problem.hint))
    }
    if !findings.contains(where: { $0.0 == StoreProblem.Check.file.rawValue }) {
      findings += try store.read { reader in try Self.findings(in: reader) }
    }
    if errors { findings.removeAll { $0.1.severity != .error } }
    findings = findings.filter { $0.1.severity == .error } + findings.filter { $0.1.severity != .error }
    guard !findings.isEmpty else {
      return context.printError(errors ? "no errors found" : "nothing found: the study is sound")
    }
    try output.write(Table.findings(findings), context)
    let count = findings.count { $0.1.severity == .error }
    context.printError(
      "\(counted(count, "error")), \(counted(findings.count - count, "warning"))")
    throw ExitStatus(Exit.findings)
  }

  /// What the checks of values find. Spans and check values were compared with the texts themselves already.
  private static func findings(in reader: StudyReader) throws -> [(String, Finding)] {
    let study = try reader.study()
    let hasWithdrawn = study.participants.contains { $0.withdrawn != nil }
    let words = try? hasWithdrawn ? reader.words(of: study.segments) : reader.evidenceWords(of: study)
    let material = CheckMaterial(study, words: words ?? [:])
    let compared = [StudyCheck.spansInBounds.key, StudyCheck.quoteChecks.key]
    return StudyCheck.findings(in: material).filter { !compared.contains($0.check.key) }
      .map { ($0.check.key, $0.finding) }
  }
}
