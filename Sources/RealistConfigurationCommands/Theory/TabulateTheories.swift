import CommandKit
import RealistAnalysis
import RealistConsole
import RealistDiagrams
import RealistModel
import RealistReports
import RealistStore

/// `realist theory table`.
struct TabulateTheories: Command {
  static let configuration = CommandConfiguration(
    name: "table", abstract: "Print the initial and the refined programme theories side by side.",
    discussion: """
      Theories that were split or merged stand as what they became, with the first wordings they go back to; refuted and superseded ones say so.
      """,
    examples: [
      Example("realist theory table --format markdown"),
      Example("realist theory table --evidence --format html --output theories.html"),
    ])

  @Flag(inversion: true, help: "Say what changed and why.") var reasons = true
  @Flag(help: "Print the passages that did it.") var evidence: Bool
  @Option(help: "A title above the table.", valueName: "WORDS") var title = ""
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let material = try study.open(context).read { try TheoryMaterial($0) }
    let table = Table.initialAndRefined(
      material.study, passages: material.passages, reasons: reasons, evidence: evidence, title: title)
    try output.write(table, context)
  }
}

/// `realist theory history`.
struct TheoryHistory: Command {
  static let configuration = CommandConfiguration(
    name: "history",
    abstract: "Print every step of the programme theories: when, what, why, and which passages did it.",
    examples: [
      Example("realist theory history permission"), Example("realist theory history --format csv"),
    ])

  @Argument(help: "Only these theories.", valueName: "KEY", completion: .dynamic("theories"))
  var keys: [String] = []
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let table = try study.open(context).read { reader in
      let material = try TheoryMaterial(reader)
      let chosen = try keys.map { try reader.theory($0) }
      return Table.theoryHistory(
        chosen.isEmpty ? material.study.theories : chosen, in: material.study, passages: material.passages)
    }
    try output.write(table.withoutEmptyColumns(), context)
  }
}

/// `realist theory genesis`.
struct DrawGenesis: Command {
  static let configuration = CommandConfiguration(
    name: "genesis",
    abstract: "Draw where the programme theories come from: wordings, splits, mergers, refutations.",
    discussion: """
      Time runs from left to right. What is held now has a double border, a refuted theory ends in an octagon. The reasons and the quotes that \
      did it show when the pointer rests on an arrow, and in --format text.
      """,
    examples: [
      Example("realist theory genesis --output genesis.svg"),
      Example("realist theory genesis permission --format text --quotes 2"),
    ])

  @Argument(
    help: "Only these theories, with what they came from and became.", valueName: "KEY",
    completion: .dynamic("theories"))
  var keys: [String] = []
  @OptionGroup var options: GraphOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let (material, genesis) = try study.open(context).read { reader in
      let material = try TheoryMaterial(reader)
      let chosen = try keys.map { try reader.theory($0).id }
      return (material, TheoryGenesis(material.study.theories, only: Set(chosen)))
    }
    if genesis.nodes.isEmpty { context.printError("note: there is nothing to draw") }
    let (style, quotes) = (options.style, options.quotes ?? 8)
    let title = "\(material.study.title): the genesis of its programme theories"
    let diagram = GraphOptions.Diagram(
      title: title,
      dot: { genesis.dot(style: style, passages: material.passages, title: title) },
      mermaid: { genesis.mermaid(style: style) },
      words: { genesis.words(passages: material.passages, quotes: quotes) })
    try options.write(diagram, context)
  }
}
