import CommandKit
import RealistAnalysis
import RealistConsole
import RealistManuscript
import RealistModel
import RealistReports
import RealistStore

/// `realist proofread`.
struct ProofreadCommand: Command {
  static let configuration = CommandConfiguration(
    name: "proofread",
    abstract: "Compare a report with its study: quotations, attributions, references, numbers.",
    discussion: """
      Reads a report in Markdown or plain text. Errors: a quotation attributed to a participant that is in no transcript, differs from it, or was \
      said by somebody else; an attribution that is cut off, or names nobody of the study; a reference to a section or table that is not there. \
      Warnings: the rest that a careful reader would query, such as two numbers for one thing or a total that is no sum. Nothing is changed. Ends with \
      1 when anything is found.
      """,
    examples: [
      Example("realist proofread report.md"), Example("realist proofread report.md --errors --format csv"),
    ])

  @Argument(help: "The report; - is standard input.", valueName: "FILE", completion: .files) var file: String
  @Flag(help: "Only errors, no warnings.") var errors: Bool
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let manuscript = Manuscript(
      markdown: String(decoding: try FileAccess.readText(file, context), as: UTF8.self))
    let (search, others) = try study.open(context).read { reader in
      let study = try reader.study()
      var search = QuotationSearch(manuscript, study: study)
      try eachText(reader) { search.find(in: $0, text: $1, turns: $2) }
      if !search.isComplete { try eachText(reader) { search.compare(with: $0, text: $1, turns: $2) } }
      return (
        search, ProofCheck.all.flatMap { check in check.findings(manuscript, study).map { (check.key, $0) } }
      )
    }
    try report(search.findings.map { ("quotations", $0) } + others, search, context)
  }

  private func eachText(
    _ reader: StudyReader, _ body: (Source, SourceText, [Turn]) -> Void
  ) throws {
    for source in try reader.sources() {
      body(
        source, try reader.text(of: source.id, revision: source.revision),
        try reader.turns(of: source.id, revision: source.revision))
    }
  }

  private func report(_ findings: [(String, Finding)], _ search: QuotationSearch, _ context: Context) throws {
    let counts = search.counts
    context.printError("\(counts.found) of \(counted(counts.all, "quotation")) found in the transcripts")
    let shown = findings.filter { !errors || $0.1.severity == .error }
    let sorted = shown.filter { $0.1.severity == .error } + shown.filter { $0.1.severity != .error }
    guard !sorted.isEmpty else { return context.printError(errors ? "no errors found" : "nothing found") }
    try output.write(Table.findings(sorted), context)
    let count = sorted.count { $0.1.severity == .error }
    context.printError("\(counted(count, "error")), \(counted(sorted.count - count, "warning"))")
    throw ExitStatus(Exit.findings)
  }
}
