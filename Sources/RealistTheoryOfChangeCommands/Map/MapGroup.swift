import CommandKit

/// `realist map`.
struct MapGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "map", abstract: "The causal map: what leads to what, according to whom.",
    discussion: """
      One graph of the links that were drawn, with their quotes, and of what configurations argue, with their evidence. A link is a bundle of claims: \
      so many sources say so, so many times. Counts are the volume of evidence and never the size of an effect.

      Filters work in the order in which they are given: --zoom 1 --min-sources 2 merges first and then drops what is rare.
      """,
    subcommands: [
      MapLinks.self, MapFactors.self, MapPathsCommand.self, MapThreadsCommand.self, MapRobustness.self,
      MapMetricsCommand.self, MapLoopsCommand.self, MapRipples.self, ExportMap.self,
    ])
}
