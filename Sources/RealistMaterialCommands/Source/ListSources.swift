import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist source list`.
struct ListSources: Command {
  static let configuration = CommandConfiguration(
    name: "list", abstract: "List the sources: who took part, how long, how much is coded.",
    examples: [
      Example("realist source list"),
      Example(#"realist source list --where "kind = 'interview' and date >= 2026-01-01" --format csv"#),
    ])

  @Option(name: "where", help: "Only those for which a condition holds.", valueName: "CONDITION")
  var condition: String?
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    var (content, counts) = try study.open(context).read { reader in
      (try reader.study([.participants, .sources]), try reader.sourceCounts())
    }
    if let condition {
      let filter = try Filter(condition, attributes: content.attributes)
      content.sources = content.sources.filter { source in
        guard filter.subjects.contains(.participant) else { return filter.matches(source: source) }
        let people = content.participants.filter { source.participants.contains($0.id) }
        return people.contains { filter.matches(participant: $0, source: source) }
      }
    }
    let table = Table.sources(of: content, counts: counts)
    try output.write(output.format == .table ? table.withoutEmptyColumns() : table, context)
  }
}
