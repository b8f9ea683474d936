import CommandKit
import RealistCausalMap
import RealistConsole
import RealistReports

/// `realist map links`.
struct MapLinks: Command {
  static let configuration = CommandConfiguration(
    name: "links", abstract: "List the links with their sources and citations.",
    examples: [
      Example("realist map links --min-sources 2"),
      Example("realist map links --zoom 2 --top 10 --explain", "with the quotes behind each"),
    ])

  @Flag(help: "The quotes behind each link instead.") var explain: Bool
  @OptionGroup var options: MapOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let material = try MapMaterial(options, study, context)
    try output.write(
      explain
        ? Table.mapClaims(material.map.bundles, quotes: material.quotes) : Table.mapLinks(material.map),
      context)
  }
}

/// `realist map factors`.
struct MapFactors: Command {
  static let configuration = CommandConfiguration(
    name: "factors", abstract: "List the factors with what leads to them and from them.",
    examples: [Example("realist map factors --focus retention --steps 1")])

  @Flag(help: "The quotes on the links at each factor instead.") var explain: Bool
  @OptionGroup var options: MapOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let material = try MapMaterial(options, study, context)
    guard explain else { return try output.write(Table.mapFactors(material.map), context) }
    let groups = material.map.factors.map { factor in
      let own = material.map.bundles.filter { $0.cause == factor.key || $0.effect == factor.key }
      return (
        heading: "\(factor.key): \(factor.label)", supporting: own.flatMap(\.claims),
        against: own.flatMap(\.against)
      )
    }
    try output.write(Table.mapClaims(groups, quotes: material.quotes), context)
  }
}

/// `realist map metrics`.
struct MapMetricsCommand: Command {
  static let configuration = CommandConfiguration(
    name: "metrics", abstract: "Count factors, links, parts, ways and distances.",
    examples: [Example("realist map metrics --min-sources 2")])

  @Flag(help: "The quotes that were counted instead, link by link.") var explain: Bool
  @OptionGroup var options: MapOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let material = try MapMaterial(options, study, context)
    try output.write(
      explain
        ? Table.mapClaims(material.map.bundles, quotes: material.quotes)
        : Table.mapMetrics(material.map.metrics, filters: material.map.filters), context)
  }
}
