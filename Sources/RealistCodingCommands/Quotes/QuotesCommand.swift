import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist quotes`.
struct QuotesCommand: Command {
  static let configuration = CommandConfiguration(
    name: "quotes", abstract: "Print the marked passages: the words, who said them, where, and their codes.",
    discussion: """
      Without an option every marked passage is printed, those without a code too. A code brings the codes below it. Quotes come in the \
      order of the sources, each once, however many codes it bears; --by-code prints it below each of them.
      """,
    examples: [
      Example("realist quotes --code outcomes/retention"),
      Example(
        #"realist quotes --code mechanisms --where "profession = 'OT' and band >= 4" --format markdown"#),
      Example("realist quotes --format csv --output quotes.csv", "everything, for a spreadsheet"),
      Example("realist quotes --summary", "how many and from whom, a code a line"),
    ])

  @OptionGroup var selection: QuoteSelection
  @Option(help: "Print that many turns before and after.", valueName: "TURNS") var context = 0
  @Flag(help: "Print them below a heading for each code.") var byCode: Bool
  @Flag(help: "Print how many there are of each code and from whom, instead of the words.") var summary: Bool
  @Option(help: "The columns of a table, such as quote,attribution,codes.", valueName: "NAMES") var columns:
    String?
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    guard self.context >= 0 else { throw Failure.usage("--context counts turns, from 0") }
    guard !summary || !byCode else { throw Failure.usage("--summary and --by-code exclude each other") }
    let options = QuoteOptions(
      isGrouped: byCode, hasContext: self.context > 0, width: output.width(context),
      columns: try columns.map { try QuoteColumn.list($0) })
    try study.open(context).read { reader in
      let material = try Material(reader)
      if summary {
        try output.write(summaryTable(reader, material), context)
      } else if byCode {
        try writeGroups(reader, material, options, context)
      } else {
        try writeEach(reader, material, options, context)
      }
    }
  }

  /// What quotes are made with.
  private struct Material {
    let participants: [Participant]
    let codes: CodeTree
    let attribution: AttributionPattern
    let maker: QuoteMaker

    init(_ reader: StudyReader) throws {
      (participants, codes) = (try reader.participants(), try reader.codeTree())
      attribution = try reader.header().attribution
      maker = QuoteMaker(participants: participants, codes: codes, attribution: attribution)
    }
  }

  /// One after the other, never many at a time.
  private func writeEach(
    _ reader: StudyReader, _ material: Material, _ options: QuoteOptions, _ context: Context
  ) throws {
    var count = 0
    try output.quotes(options, context) { destination in
      try selection.forEachSource(reader, codes: material.codes) { coded in
        count += coded.segments.count
        try coded.forEachQuote(material.maker, context: self.context) { try destination.quote($0) }
      }
    }
    if count == 0 { context.printError("no quote fits") }
  }

  private func writeGroups(
    _ reader: StudyReader, _ material: Material, _ options: QuoteOptions, _ context: Context
  ) throws {
    var quotes: [Quote] = []
    try selection.forEachSource(reader, codes: material.codes) { coded in
      coded.forEachQuote(material.maker, context: self.context) { quotes.append($0) }
    }
    let headings = QuoteHeadings(participants: material.participants, attribution: material.attribution)
    let groups = QuoteGroup.byCode(quotes, codes: material.codes)
    var options = options
    options.isGrouped = true
    try output.quotes(options, context) { destination in
      for group in groups {
        try destination.heading(of: group, headings)
        for quote in group.quotes { try destination.quote(quote) }
      }
    }
    if quotes.isEmpty { context.printError("no quote fits") }
  }

  private func summaryTable(_ reader: StudyReader, _ material: Material) throws -> Table {
    var (tallies, total) = ([String: QuoteTally](), QuoteTally())
    try selection.forEachSource(reader, codes: material.codes) { coded in
      coded.forEachQuote(material.maker) { quote in
        total.add(quote)
        for path in quote.codes.isEmpty ? [""] : quote.codes {
          tallies[path, default: QuoteTally()].add(quote)
        }
      }
    }
    return .quoteSummary(
      tallies, total: total, codes: material.codes, participants: material.participants,
      attribution: material.attribution)
  }
}
