import CommandKit
import RealistCausalMap
import RealistConsole
import RealistReports

/// `realist loop find`.
struct FindLoops: Command {
  static let configuration = CommandConfiguration(
    name: "find",
    abstract: "Find the loops of the map that nobody marked yet, with the command that would mark each.",
    discussion:
      "Only factors of the theory of change can be marked; realist map loops finds rings of codes, too.",
    examples: [Example("realist loop find --max-length 8")])

  @Option(help: "The most steps of a loop.", valueName: "COUNT") var maxLength = 12
  @Option(help: "The most loops.", valueName: "COUNT") var limit = 200
  @OptionGroup var options: MapOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    guard maxLength > 0, limit > 0 else { throw Failure.usage("--max-length and --limit count from 1") }
    let material = try MapMaterial(options, study, context)
    let loops = material.map.loops(within: SearchBound(length: maxLength, count: limit))
    let known = material.knownLoops
    let factors = Set(material.study.factors.map(\.key))
    let found = zip(loops.loops, loops.labels).filter { loop, _ in
      known[Set(loop.factors)] == nil && loop.factors.allSatisfy(factors.contains)
    }
    if found.isEmpty { context.printError("note: every loop that was found is marked, or there is none") }
    if let bound = MapWords.bound(loops.end, "loops") { context.printError("note: \(bound)") }
    let head = Table.Head(columns: [
      .init("label", "Loop", weight: 1, isRowHeading: true), .init("kind", "Kind", weight: 3),
      .init("ring", "Ring", weight: 10), .init("command", "Mark it", weight: 10),
    ])
    let rows = found.map { loop, label in
      let words = loop.factors.map(\.shellWord).joined(separator: " ")
      return Table.Row.cells([
        .init(label), .init(loop.polarity.rawValue),
        .init(MapWords.chain(loop.factors + loop.factors.prefix(1))),
        .init("realist loop add \(label.isEmpty ? "KEY" : label.lowercased()) TITLE \(words)"),
      ])
    }
    try output.write(Table(head, rows: rows), context)
  }
}
