import CommandKit
import RealistAnalysis
import RealistConsole
import RealistReports

/// What a diagram is written as.
enum GraphFormat: String, CaseIterable, ArgumentValue {
  case dot, svg, png, pdf, mermaid, text

  /// From the end of a file's name.
  init?(file: String) {
    switch file.split(separator: ".").last?.lowercased() {
    case "dot", "gv": self = .dot
    case "svg": self = .svg
    case "png": self = .png
    case "pdf": self = .pdf
    case "mmd", "mermaid": self = .mermaid
    case "txt": self = .text
    default: return nil
    }
  }

  /// What Graphviz draws; `nil` for what is written without it.
  var drawing: GraphvizRunner.Format? {
    switch self {
    case .svg: .svg
    case .png: .png
    case .pdf: .pdf
    case .dot, .mermaid, .text: nil
    }
  }
}

/// How and where a command writes a diagram.
struct GraphOptions: ParameterGroup {
  static let title: String? = "Diagram options"

  @Option(
    short: "f",
    help:
      "What to write; else what the end of the file's name says, else dot. svg, png and pdf need Graphviz.")
  var format: GraphFormat?
  @Option(short: "o", help: "Write it to a file instead.", valueName: "FILE", completion: .files) var output:
    String?
  @Option(help: "Columns of text in a box.", valueName: "COLUMNS") var boxWidth = 28
  @Option(short: "q", help: "Quotes in a tooltip, and below each line of the text.", valueName: "COUNT")
  var quotes: Int?

  var style: GraphStyle { GraphStyle(boxWidth: max(8, boxWidth), quotes: quotes ?? 8) }

  /// A diagram in the ways it can be written.
  struct Diagram {
    var title: String
    var dot: () -> String
    var mermaid: () -> String
    var words: () -> String
  }

  func write(_ graph: CausalGraph, _ context: Context, style: GraphStyle) throws {
    if graph.nodes.isEmpty { context.printError("note: there is nothing to draw") }
    let diagram = Diagram(
      title: graph.title, dot: { graph.dot(style: style) }, mermaid: { graph.mermaid(style: style) },
      words: { graph.words(quotes: quotes ?? 0) })
    try write(diagram, context)
  }

  func write(_ diagram: Diagram, _ context: Context) throws {
    let format = try chosenFormat
    let bytes = try bytes(of: diagram, as: format, context)
    if let output {
      try FileAccess.write(bytes, to: context.path(output), named: output)
      context.printError("wrote \(output)")
    } else {
      try context.output.write(bytes)
    }
  }

  private var chosenFormat: GraphFormat {
    get throws {
      if let format { return format }
      guard let output else { return .dot }
      guard let format = GraphFormat(file: output) else {
        throw Failure.usage(
          "\(output): its name does not say what to write",
          hint: "say it with --format, or end the name in .svg")
      }
      return format
    }
  }

  private func bytes(of diagram: Diagram, as format: GraphFormat, _ context: Context) throws -> [UInt8] {
    switch format {
    case .dot: return Array(diagram.dot().utf8)
    case .mermaid: return Array(diagram.mermaid().utf8)
    case .text: return Array(diagram.words().utf8)
    case .svg, .png, .pdf: break
    }
    if output == nil, format != .svg, context.isOutputTerminal {
      throw Failure.usage(
        "\(format.rawValue) cannot be shown here",
        hint: "write it to a file: --output figure.\(format.rawValue)")
    }
    let drawn = try draw(diagram.dot(), as: format, context)
    return format == .svg
      ? accessibleSVG(drawn, title: diagram.title, description: diagram.words()) : drawn
  }

  private func draw(_ dot: String, as format: GraphFormat, _ context: Context) throws -> [UInt8] {
    let runner = GraphvizRunner(program: context.environment["REALIST_DOT"] ?? "dot")
    do throws(GraphvizError) {
      let (drawing, said) = try runner.run(dot, format: format.drawing ?? .svg)
      if !said.isEmpty { context.printError(said.trimmed) }
      return drawing
    } catch {
      throw Failure(error.message, hint: error.hint, exitCode: Exit.status(of: error))
    }
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
