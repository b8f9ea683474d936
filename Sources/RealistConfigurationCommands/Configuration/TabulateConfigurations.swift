import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist cmo table`.
struct TabulateConfigurations: Command {
  static let configuration = CommandConfiguration(
    name: "table", abstract: "Print the CMO table as realist evaluations do.",
    discussion: """
      A layout is one of the conventions in print, by name or as T1 to T11 in the order of the list below; the other options change it. \
      Columns are the elements by their letters (c, m, o), enabling, disabling, number, key, title, theory, theory-statement, group, level, for-whom, \
      sentence, titled-sentence, plain-sentence, evidence, quotes, refuting, standing, status, confidence, ripple, assumptions, comments, references. A study's template may say which ones \
      the rows have: template set --columns.
      """,
    examples: [
      Example("realist cmo table"),
      Example("realist cmo table --layout four-columns --format html --output cmo.html"),
      Example("realist cmo table --columns number,c,m,o,refuting --order c-o-m --quotes 2 --format markdown"),
    ])

  @Option(short: "l", help: "The convention to start from.") var layout = LayoutName(.rows)
  @Option(help: "Columns by name, with commas between.", valueName: "NAMES") var columns: String?
  @Option(help: "The order of the elements, such as c-o-m.", valueName: "LETTERS") var order: String?
  @Option(help: "Put the configurations under headings.") var groupBy: ConfigurationTable.Grouping?
  @Flag(inversion: true, help: "Print all under one heading where the layout has headings.") var groups = true
  @Flag(help: "Let cells span rows that share them.") var spans: Bool
  @Flag(name: "repeat", help: "Repeat what cells share in every row.") var repeats: Bool
  @Option(short: "q", help: "Print quotes for each element.", valueName: "COUNT") var quotes: Int?
  @Option(help: "How elements in a cell are numbered.") var numbering: NumberingName?
  @Option(help: "Where the letters of the elements are printed.") var letters: LettersName?
  @Flag(help: "Say behind each element how many sources and participants support it.") var counts: Bool?
  @Flag(help: "Say which outcome is the context of which configuration.") var ripples: Bool?
  @Option(help: "Only these configurations.", valueName: "CMO", completion: .dynamic("configurations"))
  var only: [String] = []
  @Flag(help: "Also those that were rejected.") var rejected: Bool
  @Option(help: "A title above the table.", valueName: "WORDS") var title: String?
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    if spans && repeats { throw Failure.usage("--spans and --repeat exclude each other") }
    if let quotes, quotes < 0 { throw Failure.usage("--quotes \(quotes): a number from 0") }
    let content = try study.open(context).read { reader in
      let wanted = try only.map { try reader.configuration($0).id }
      let study = try reader.configuredStudy([.theoryOfChange, .notes])
      var content = ConfigurationTable(
        study, try StudyLookup(study), words: try reader.evidenceWords(of: study))
      content.records.removeAll { record in
        wanted.isEmpty
          ? record.configuration.status == .rejected && !rejected : !wanted.contains(record.configuration.id)
      }
      return content
    }
    let report = ConfigurationReport(content, options: try options(content.template))
    try output.write(report.table, named: "CMO table", with: { Self.passages(report) }, context)
  }

  /// The quotes that the table's cells lead to; none where there is no evidence.
  private static func passages(_ report: ConfigurationReport) -> [Exhibit] {
    let table = report.passages
    let below = ["attribution", "source", "elements", "bearing", "standing", "note"]
    return table.rows.isEmpty
      ? [] : [Exhibit("Quotes", table, presentation: .quotations(words: "quote", attribution: below))]
  }

  private func options(_ template: Template) throws -> ConfigurationTableOptions {
    var options = layout.layout.options(template: template)
    if layout.layout == .rows, !template.columns.isEmpty {
      options.columns = try template.columns.map { try ConfigurationColumn($0, template: template) }
    }
    if let columns {
      options.columns = try ConfigurationColumn.list(columns, template: template)
    } else if output.format == .xlsx, options.arrangement == .spanning {
      // The number is what leads to the quotes.
      options.columns.insert(.number, at: 0)
    }
    if let order { options.order = try ConfigurationTableOptions.order(order, template: template) }
    if let groupBy { options.grouping = groupBy }
    if !groups { options.grouping = nil }
    if spans || repeats { options.isSpanning = spans }
    if let quotes { options.quotes = quotes }
    if let numbering { options.numbering = numbering.numbering }
    if let letters { options.letters = letters.letters }
    if let counts { options.showsCounts = counts }
    if let ripples { options.showsRipples = ripples }
    if let title { options.title = title }
    return options
  }
}
