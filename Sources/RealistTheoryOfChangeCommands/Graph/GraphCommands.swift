import CommandKit
import RealistAnalysis
import RealistConsole
import RealistDiagrams
import RealistModel
import RealistStore

/// `realist graph`.
struct GraphGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "graph", abstract: "Diagrams: the theory of change, configurations, loops.",
    discussion: """
      A diagram is written for Graphviz (dot), drawn by it (svg, png, pdf), for Mermaid, or in words for screen readers and appendices; for other \
      programs as GraphML, GEXF, a Kumu blueprint, a dagitty model (its acyclic part) or a link to Loopy. \
      $REALIST_DOT names the program when it is not dot.
      """,
    subcommands: [
      DrawTheoryOfChange.self, DrawConfigurations.self, DrawConfiguration.self, DrawLoop.self, DrawMap.self,
    ])
}

/// `realist graph toc`.
struct DrawTheoryOfChange: Command {
  static let configuration = CommandConfiguration(
    name: "toc", abstract: "Draw the theory of change, each box and arrow with the quotes behind it.",
    discussion: "Without factors of its own, a study's diagram is made of its configurations.",
    examples: [
      Example("realist graph toc --output theory-of-change.svg"),
      Example("realist graph toc --focus retention --steps 2 --min-sources 2 --format text"),
    ])

  @OptionGroup var cut: GraphCut
  @OptionGroup var options: GraphOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let graph = try study.open(context).read { reader in
      let (study, words) = try reader.drawnStudy()
      return CausalGraph.theoryOfChange(study, try StudyLookup(study), words: words, derive: true)
    }
    try options.write(try cut.cut(graph), context, style: options.style)
  }
}

/// `realist graph configurations`.
struct DrawConfigurations: Command {
  static let configuration = CommandConfiguration(
    name: "configurations", aliases: ["cmos"],
    abstract: "Draw all configurations: contexts, disabling mechanisms, enabling mechanisms, outcomes.",
    examples: [Example("realist graph configurations --output configurations.svg")])

  @Flag(
    inversion: true, help: "Draw arrows; without them the numbers in the boxes say what belongs together.")
  var links = true
  @Flag(help: "Also the configurations that were rejected.") var rejected: Bool
  @OptionGroup var cut: GraphCut
  @OptionGroup var options: GraphOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let graph = try study.open(context).read { reader in
      let study = try reader.configuredStudy()
      return CausalGraph.configurationFigure(
        study, try StudyLookup(study), words: try reader.evidenceWords(of: study), rejected: rejected)
    }
    var style = options.style
    style.showsLinks = links
    try options.write(try cut.cut(graph), context, style: style)
  }
}

/// `realist graph cmo`.
struct DrawConfiguration: Command {
  static let configuration = CommandConfiguration(
    name: "cmo", abstract: "Draw one configuration.",
    examples: [Example("realist graph cmo CMO2 --format mermaid")])

  @Argument(help: "The configuration.", valueName: "CMO", completion: .dynamic("configurations"))
  var name: String
  @OptionGroup var options: GraphOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let graph = try study.open(context).read { reader in
      let id = try reader.configuration(name).id
      let study = try reader.configuredStudy()
      return CausalGraph.configuration(
        id, study, try StudyLookup(study), words: try reader.evidenceWords(of: study))
    }
    guard let graph else { throw StoreError.unknown(.configuration, name: name, nearest: []) }
    try options.write(graph, context, style: options.style)
  }
}

/// `realist graph loop`.
struct DrawLoop: Command {
  static let configuration = CommandConfiguration(
    name: "loop", abstract: "Draw a loop of the theory of change as a ring.",
    discussion:
      "With --beside, or --pair where one loop names the other as what it was before, two rings stand side by side.",
    examples: [
      Example("realist graph loop plughole --output plughole.svg"),
      Example("realist graph loop plughole --beside somebody-to-ask --output before-and-after.svg"),
    ])

  @Argument(help: "The loop.", valueName: "KEY", completion: .dynamic("loops")) var key: String
  @Option(
    help: "Another loop, drawn to its right as what came after.", valueName: "KEY",
    completion: .dynamic("loops"))
  var beside: String?
  @Flag(help: "With the loop that this one was before, or became.") var pair: Bool
  @OptionGroup var options: GraphOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let (graph, loops) = try study.open(context).read { reader in
      let (study, words) = try reader.drawnStudy()
      return (CausalGraph.theoryOfChange(study, try StudyLookup(study), words: words), study.loops)
    }
    let loop = try ring(key, in: graph)
    let style = options.style
    if let pair = try pair(of: loop, in: graph, loops) {
      let diagram = GraphOptions.Diagram(
        title: pair.title, dot: { pair.dot(style: style) }, mermaid: { pair.mermaid(style: style) },
        words: { pair.words })
      return try options.write(diagram, context)
    }
    let diagram = GraphOptions.Diagram(
      title: loop.title, dot: { loop.dot(style: style) }, mermaid: { loop.mermaid(style: style) },
      words: { loop.words },
      graph: CausalGraph(
        title: loop.title, columns: [], nodes: loop.nodes, links: loop.links.compactMap { $0 }))
    try options.write(diagram, context)
  }

  private func ring(_ key: String, in graph: CausalGraph) throws -> LoopGraph {
    if let loop = graph.loops.first(where: { $0.key == key }) { return loop }
    let near = Suggestion.nearest(to: key, in: graph.loops.map(\.key))
    throw StoreError.unknown(.loop, name: key, nearest: near.isEmpty ? graph.loops.map(\.key) : near)
  }

  private func pair(of loop: LoopGraph, in graph: CausalGraph, _ loops: [Loop]) throws -> LoopPair? {
    if let beside { return LoopPair(before: loop, after: try ring(beside, in: graph)) }
    guard pair, let own = loops.first(where: { $0.key == loop.key }) else { return nil }
    if let before = loops.first(where: { $0.id == own.before }) {
      return LoopPair(before: try ring(before.key, in: graph), after: loop)
    }
    if let after = loops.first(where: { $0.before == own.id }) {
      return LoopPair(before: loop, after: try ring(after.key, in: graph))
    }
    throw Failure(
      "the loop '\(loop.key)' was no other before, and became none",
      hint: "say which: realist loop edit \(loop.key.shellWord) --before KEY, or use --beside KEY",
      exitCode: Exit.noInput)
  }
}
