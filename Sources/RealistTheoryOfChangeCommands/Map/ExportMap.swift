import CommandKit
import RealistCausalMap
import RealistConsole
import RealistModel
import RealistReports

/// `realist map export`.
struct ExportMap: Command {
  static let configuration = CommandConfiguration(
    name: "export", abstract: "Write the causal map as the five sheets that the Causal Map app uploads.",
    discussion: """
      The sheets are factors, links, statements, sources and questions; a link is one claim with its quote. A link that decreases is written as a \
      link to the opposite of its effect (~effect), contexts as hashtags. For other programs: realist graph map --format graphml.
      """,
    examples: [Example("realist map export map.xlsx --min-sources 2")])

  @Argument(help: "The workbook to write.", valueName: "FILE", completion: .files) var file: String
  @OptionGroup var filters: MapOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let material = try MapMaterial(filters, study, context)
    try Office.write(
      material.map.exhibits(material.study, quotes: material.quotes), to: file, context)
    let left = material.map.conditionClaims
    if left > 0 {
      context.printError(
        "note: \(counted(left, "claim")) about contexts left out: there a context qualifies a link and is none"
      )
    }
  }
}
