import CommandKit
import RealistCausalMap
import RealistConsole

/// `realist graph map`.
struct DrawMap: Command {
  static let configuration = CommandConfiguration(
    name: "map",
    abstract: "Draw the causal map after its filters, each link with its sources, citations and quotes.",
    discussion: """
      The more sources, the thicker a link. A crowded map becomes readable by --top 20, --zoom 2, --focus, --from and --to, or --min-sources 2.
      """,
    examples: [
      Example("realist graph map --min-sources 2 --output map.svg"),
      Example("realist graph map --from leaving --to burnout --format text"),
    ])

  @OptionGroup var filters: MapOptions
  @OptionGroup var options: GraphOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let material = try MapMaterial(filters, study, context)
    let graph = material.map.graph(title: material.study.title, quotes: material.quotes)
    try options.write(graph, context, style: options.style)
  }
}
