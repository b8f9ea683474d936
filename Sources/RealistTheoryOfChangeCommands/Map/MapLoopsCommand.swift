import CommandKit
import RealistCausalMap
import RealistConsole
import RealistModel
import RealistReports

/// `realist map loops`.
struct MapLoopsCommand: Command {
  static let configuration = CommandConfiguration(
    name: "loops",
    abstract: "Find the loops: reinforcing with an even number of minus links, balancing with an odd one.",
    discussion: "Whether a loop is vicious or virtuous is the evaluator's judgement: realist loop add.",
    examples: [
      Example("realist map loops --max-length 6"), Example("realist map loops --min-sources 2 --explain"),
    ])

  @Option(help: "The most steps of a loop.", valueName: "COUNT") var maxLength = 12
  @Option(help: "The most loops.", valueName: "COUNT") var limit = 200
  @Flag(help: "The quotes behind each step instead.") var explain: Bool
  @OptionGroup var options: MapOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    guard maxLength > 0, limit > 0 else { throw Failure.usage("--max-length and --limit count from 1") }
    let material = try MapMaterial(options, study, context)
    let loops = material.map.loops(within: SearchBound(length: maxLength, count: limit))
    if loops.loops.isEmpty, loops.end == .complete {
      context.printError("note: the map has no loop: nothing leads back to where it began")
    }
    if let bound = MapWords.bound(loops.end, "loops") { context.printError("note: \(bound)") }
    let named = zip(loops.loops, loops.labels).enumerated().map { place, found in
      (
        name: found.1.isEmpty ? "loop \(place + 1)" : found.1,
        path: MapPath(factors: found.0.factors + found.0.factors.prefix(1), steps: found.0.steps)
      )
    }
    try output.write(
      explain
        ? Table.mapClaims(named, quotes: material.quotes)
        : Table.mapLoops(loops, known: material.knownLoops, filters: material.map.filters), context)
  }
}

extension MapMaterial {
  /// The study's loops by the keys of their factors.
  var knownLoops: [Set<String>: String] { study.knownLoops(lookup) }
}
