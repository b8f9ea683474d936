import CommandKit
import RealistAnalysis
import RealistDiagrams

/// What a diagram is written as.
package enum GraphFormat: String, CaseIterable, ArgumentValue {
  case dot, svg, png, pdf, mermaid, text, graphml, gexf, kumu, dagitty, loopy

  /// From the end of a file's name.
  package init?(file: String) {
    switch file.split(separator: ".").last?.lowercased() {
    case "dot", "gv": self = .dot
    case "svg": self = .svg
    case "png": self = .png
    case "pdf": self = .pdf
    case "mmd", "mermaid": self = .mermaid
    case "txt": self = .text
    case "graphml": self = .graphml
    case "gexf": self = .gexf
    case "json": self = .kumu
    case "dag", "dagitty": self = .dagitty
    case "loopy": self = .loopy
    default: return nil
    }
  }

  /// What Graphviz draws; `nil` for what is written without it.
  package var drawing: GraphvizRunner.Format? {
    switch self {
    case .svg: .svg
    case .png: .png
    case .pdf: .pdf
    case .dot, .mermaid, .text, .graphml, .gexf, .kumu, .dagitty, .loopy: nil
    }
  }
}

/// How and where a command writes a diagram.
package struct GraphOptions: ParameterGroup {
  package static let title: String? = "Diagram options"

  @Option(
    short: "f",
    help:
      "What to write; else what the end of the file's name says, else dot. svg, png and pdf need Graphviz.")
  package var format: GraphFormat?
  @Option(short: "o", help: "Write it to a file instead.", valueName: "FILE", completion: .files) package
    var output: String?
  @Option(help: "Columns of text in a box.", valueName: "COLUMNS")
  package var boxWidth = 28
  @Option(short: "q", help: "Quotes in a tooltip, and below each line of the text.", valueName: "COUNT")
  package var quotes: Int?

  package var style: GraphStyle { GraphStyle(boxWidth: max(8, boxWidth), quotes: quotes ?? 8) }

  /// A diagram in the ways it can be written.
  package struct Diagram {
    package var title: String
    package var dot: () -> String
    package var mermaid: () -> String
    package var words: () -> String
    /// For programs that calculate with graphs; `nil` where the diagram is a drawing only.
    package var graph: CausalGraph?

    package init(
      title: String, dot: @escaping () -> String, mermaid: @escaping () -> String,
      words: @escaping () -> String, graph: CausalGraph? = nil
    ) {
      (self.title, self.dot, self.mermaid, self.words, self.graph) = (title, dot, mermaid, words, graph)
    }
  }

  package init() {}

  package func write(_ diagram: Diagram, _ context: Context) throws {
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
    case .graphml, .gexf, .kumu, .dagitty, .loopy: return try exchange(diagram, as: format, context)
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

  /// For another program; what it has no way to hold is said.
  private func exchange(_ diagram: Diagram, as format: GraphFormat, _ context: Context) throws -> [UInt8] {
    guard let graph = diagram.graph else {
      throw Failure.usage(
        "this diagram is a drawing and is not written as \(format.rawValue)",
        hint: "write it as dot, svg, png, pdf, mermaid or text")
    }
    switch format {
    case .graphml: return Array(graph.graphML(style: style).utf8)
    case .gexf: return Array(graph.gexf(style: style).utf8)
    case .kumu: return Array(graph.kumu(style: style).utf8)
    case .dagitty:
      let (text, cuts) = graph.dagitty()
      for cut in cuts { context.printError("note: \(cut)") }
      return Array(text.utf8)
    default:
      for omission in graph.loopyOmissions { context.printError("note: \(omission)") }
      return Array(graph.loopy().utf8)
    }
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
