import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist search`.
struct SearchCommand: Command {
  static let configuration = CommandConfiguration(
    name: "search", abstract: "Find words in all sources.",
    discussion: """
      Words are found in any case and with or without accents; all of them must be in one turn. "A phrase" stands in quotation marks, \
      nurs* is every word that begins so, and AND, OR, NOT, NEAR(trust nurse, 5) and parentheses combine them.
      """,
    examples: [
      Example("realist search trust"),
      Example(#"realist search '"care plan" OR (handover NOT ward)' --format csv"#),
    ])

  @Argument(help: "What to look for.", valueName: "QUERY") var query: [String]
  @Option(short: "n", help: "The most passages to print.", valueName: "COUNT") var limit = 50
  @Option(help: "How many words to show around what was found.", valueName: "COUNT") var context = 12
  @Flag(help: "Show passages as a whole.") var whole: Bool
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let query = query.joined(separator: " ")
    guard !query.trimmed.isEmpty else {
      throw Failure.usage("nothing to look for is said", hint: "realist search trust")
    }
    guard limit > 0, self.context >= 0 else {
      throw Failure.usage("--limit and --context are counts", hint: "realist search \(query) --limit 50")
    }
    let (hits, count, people) = try study.open(context).read { reader in
      let page = try reader.searchPage(query, limit: limit)
      return (page.hits, page.count, try reader.participantKeys())
    }
    if !hits.isEmpty || output.format != .table { try output.write(table(hits, people), context) }
    let found = hits.reduce(0) { $0 + $1.matches.count }
    if count == 0 {
      context.printError("nothing was found")
    } else if count > hits.count {
      context.printError("\(hits.count) of \(counted(count, "passage")); all of them: --limit \(count)")
    } else {
      context.printError("\(counted(found, "match", "matches")) in \(counted(count, "passage"))")
    }
  }

  private func table(_ hits: [SearchHit], _ people: [ID<Participant>: String]) -> Table {
    let head = Table.Head(columns: [
      .init("source", "Source", weight: 2, isRowHeading: true), .init("turn", "Turn", kind: .number),
      .init("speaker", "Who", weight: 2), .init("start", "Start", kind: .number),
      .init("end", "End", kind: .number), .init("passage", "Passage", weight: 12),
    ])
    let rows = hits.map { hit -> Table.Row in
      let matches = hit.matches.map { ($0.start - hit.passage.start)..<($0.end - hit.passage.start) }
      let snippet = Snippet.text(hit.quote.words, matches: matches, context: whole ? nil : context)
      let who = hit.quote.participant.flatMap { people[$0] } ?? hit.quote.speaker ?? ""
      return .cells([
        .init(hit.source), .init(hit.turn.map { "\($0)" } ?? ""), .init(who), .init(hit.passage.start),
        .init(hit.passage.end), .init(snippet),
      ])
    }
    return Table(head, rows: rows)
  }
}
