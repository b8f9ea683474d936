import CommandKit
import RealistConsole
import RealistDiagrams
import RealistMatrices
import RealistModel
import RealistReports
import RealistStore

/// `realist matrix diagram`.
struct DiagramCommand: Command {
  static let configuration = CommandConfiguration(
    name: "diagram", abstract: "Draw which codes meet: a line for pairs of passages, the more the thicker.",
    examples: [
      Example("realist matrix diagram --level 2 --min-pairs 3 --output cooccurrence.svg"),
      Example("realist matrix diagram --measure near --distance 1 --unit turns --format text"),
    ])

  @Option(help: "Only lines of so many pairs.", valueName: "COUNT") var minPairs = 1
  @Option(help: "The most codes to draw; those that meet others most often.", valueName: "COUNT")
  var codes = 20
  @OptionGroup var meeting: MeetingOptions
  @OptionGroup var zoom: ZoomOptions
  @OptionGroup var passages: PassageOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    guard codes > 1 else { throw Failure.usage("--codes counts from 2") }
    let measure = try meeting.wanted
    let counts = try study.open(context).read { reader in
      let table = try passages.table(reader, CoOccurrence.parts(measure))
      return CoOccurrence(table, rows: try zoom.zoom(of: table), measure: measure)
    }
    let drawing = CoOccurrenceDiagram(counts, minimum: minPairs, limit: codes)
    if drawing.isEmpty { context.printError("note: there is nothing to draw") }
    if drawing.left > 0 {
      context.printError(
        "note: \(counted(drawing.left, "code")) with fewer pairs \(drawing.left == 1 ? "is" : "are") not drawn; put codes together with --level, or --codes \(codes + drawing.left)"
      )
    }
    let width = graph.style.boxWidth
    try graph.write(
      GraphOptions.Diagram(
        title: "Codes whose passages meet", dot: { drawing.dot(boxWidth: width) },
        mermaid: { drawing.mermaid }, words: { drawing.words }), context)
  }
}
