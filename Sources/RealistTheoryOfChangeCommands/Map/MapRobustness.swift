import CommandKit
import RealistCausalMap
import RealistConsole
import RealistReports

/// `realist map robustness`.
struct MapRobustness: Command {
  static let configuration = CommandConfiguration(
    name: "robustness",
    abstract: "How well the evidence holds two factors, or all pairs of factors, together.",
    discussion: """
      By citations: how many would have to go until no path is left. By sources: how many have a complete path of their own. Compare pairs of one \
      map; the numbers say nothing about the size of an effect.
      """,
    examples: [
      Example("realist map robustness"), Example("realist map robustness leaving burnout --explain"),
      Example("realist map robustness --zoom 2 --matrix --format html --output robustness.html"),
    ])

  @Argument(help: "The factor it begins at.", valueName: "FROM", completion: .dynamic("factors")) var start:
    String?
  @Argument(help: "The factor it leads to.", valueName: "TO", completion: .dynamic("factors")) var end:
    String?
  @Flag(help: "All pairs as a matrix: citations / sources.") var matrix: Bool
  @Flag(help: "The quotes of the weakest place, or of every link where no pair is named, instead.")
  var explain: Bool
  @OptionGroup var options: MapOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let isPair = start != nil || !options.from.isEmpty
    let from = start.map { [$0] } ?? options.from
    let to = end.map { [$0] } ?? options.to
    if isPair, to.isEmpty { throw Failure.usage("say to which factor: realist map robustness FROM TO") }
    if isPair, matrix { throw Failure.usage("--matrix is about all pairs") }
    let material = try MapMaterial(options, study, context)
    guard isPair else {
      return try output.write(explain ? explanation(material) : all(material), context)
    }
    let one = try material.map.robustness(from: from, to: to)
    if one.citations == 0 {
      let names = "\(one.from.joined(separator: ", ")) to \(one.to.joined(separator: ", "))"
      context.printError("note: no claims lead from \(names)")
    }
    try output.write(
      explain
        ? Table.mapClaims(one.cut, quotes: material.quotes)
        : Table.mapRobustness(one, filters: material.map.filters), context)
  }

  private func all(_ material: MapMaterial) -> Table {
    let table = material.map.robustnessTable()
    return matrix
      ? Table.mapRobustnessMatrix(table, filters: material.map.filters)
      : Table.mapRobustness(table, filters: material.map.filters)
  }

  private func explanation(_ material: MapMaterial) -> Table {
    Table.mapClaims(material.map.bundles, quotes: material.quotes)
  }
}
