import CommandKit
import RealistAnalysis
import RealistConsole
import RealistReports
import RealistStore

/// `realist status`.
struct StatusCommand: Command {
  static let configuration = CommandConfiguration(
    name: "status", abstract: "Sum the study up: what there is, what is uncoded, what changed last.",
    examples: [Example("realist status --study workforce.realist")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let store = try study.open(context)
    let summary = try store.read { reader in
      // Everything but segments and codings is small; those are counted where they are.
      let parts: StudyParts = [.participants, .sources, .codes, .configurations, .theoryOfChange, .notes]
      var summary = StudySummary(try reader.study(parts), lastChanges: try reader.entries(last: 5))
      let counts = try reader.codingCounts()
      (summary.segments, summary.highlights, summary.codings) = (
        counts.segments, counts.highlights, counts.codings
      )
      (summary.coders, summary.uncodedSources) = (counts.coders, counts.uncodedSources)
      return summary
    }
    try output.write(.status(summary), context)
  }
}
