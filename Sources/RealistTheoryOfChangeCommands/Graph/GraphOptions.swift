import CommandKit
import RealistAnalysis
import RealistConsole
import RealistDiagrams

extension GraphOptions {
  /// Writes a graph as it was asked for.
  func write(_ graph: CausalGraph, _ context: Context, style: GraphStyle) throws {
    if graph.nodes.isEmpty { context.printError("note: there is nothing to draw") }
    let diagram = Diagram(
      title: graph.title, dot: { graph.dot(style: style) }, mermaid: { graph.mermaid(style: style) },
      words: { graph.words(quotes: quotes ?? 0) }, graph: graph)
    try write(diagram, context)
  }
}

/// Which part of a diagram is drawn.
struct GraphCut: ParameterGroup {
  static let title: String? = "What is drawn"

  @Option(help: "Only what is near this factor.", valueName: "KEY", completion: .dynamic("factors"))
  var focus: String?
  @Option(help: "How near: steps along or against the arrows.", valueName: "COUNT") var steps = 2
  @Option(help: "Only links that at least so many sources support.", valueName: "COUNT") var minSources = 0

  /// The part of a graph that was asked for.
  func cut(_ graph: CausalGraph) throws -> CausalGraph {
    guard steps >= 0, minSources >= 0 else { throw Failure.usage("--steps and --min-sources count from 0") }
    let graph = minSources > 0 ? graph.keepingLinks(minimumSources: minSources) : graph
    guard let focus else { return graph }
    let found = graph.nodes(matching: focus)
    guard found.count == 1, let focused = graph.focused(on: found[0].key, steps: steps) else {
      let keys = graph.nodes.map(\.key)
      let near = found.isEmpty ? nearest(to: focus, among: keys).map { [$0] } ?? [] : found.map(\.key)
      throw Failure(
        found.isEmpty ? "nothing in the diagram is called '\(focus)'" : "'\(focus)' is ambiguous",
        hint: near.isEmpty
          ? "list the names: realist toc list" : "did you mean \(near.joined(separator: " or "))?",
        exitCode: Exit.noInput)
    }
    return focused
  }
}
