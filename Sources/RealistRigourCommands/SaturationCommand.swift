import CommandKit
import RealistConsole
import RealistModel
import RealistReading
import RealistReports
import RealistRigour
import RealistStore

/// `realist saturation`.
struct SaturationCommand: Command {
  static let configuration = CommandConfiguration(
    name: "saturation", abstract: "Print what each interview brought that is new, and when that ended.",
    discussion: """
      Interviews and focus groups in order of date, then of import; those without a coding are not coded yet and left out. The unique codes of the \
      first interviews are the base; the codes that a run of later ones brings for the first time are divided by it, and saturation is reached \
      with the first run at or below the threshold (Guest, Namey and Chen 2020). Realist work is saturated when its theory is, not its themes: \
      --by configurations asks when configurations got their first evidence, --by theories when theories changed.
      """,
    examples: [
      Example("realist saturation"),
      Example("realist saturation --base 4 --run 2 --threshold 0% --bootstrap 1000 --plot saturation.svg"),
      Example("realist saturation --by configurations --explain", "which, and in which words"),
    ])

  @Option(help: "What is counted.") var by = SaturationRequest.Things.codes
  @Option(help: "How many interviews are the base.", valueName: "COUNT") var base = 4
  @Option(help: "How many interviews are a run.", valueName: "COUNT") var run = 2
  @Option(help: "The most that may be new in a run.", valueName: "SHARE") var threshold = Share(0.05)
  @Option(help: "Try that many random orders of the interviews.", valueName: "TIMES") var bootstrap: Int?
  @Option(help: "Where the drawing of random numbers begins.", valueName: "NUMBER") var seed = 1
  @Option(
    short: "c", help: "Only this code and those below it.", valueName: "PATH", completion: .dynamic("codes"))
  var code: [String] = []
  @Option(help: "Sources of this kind, instead of interviews and focus groups.", valueName: "KIND")
  var kind: [Source.Kind] = []
  @Option(help: "Only this source.", valueName: "NAME", completion: .dynamic("sources")) var source:
    [String] = []
  @Option(help: "Draw it, too.", valueName: "FILE.svg", completion: .files) var plot: String?
  @Flag(help: "Print what is new in each interview, with the words that brought it.") var explain: Bool
  @OptionGroup var study: StudyFileOption
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    guard base >= 1 else { throw Failure.usage("--base is at least one interview") }
    guard run >= 1 else { throw Failure.usage("--run is at least one interview") }
    guard seed >= 0 else { throw Failure.usage("--seed is 0 or more") }
    if let bootstrap, !(1...1_000_000).contains(bootstrap) {
      throw Failure.usage(
        "--bootstrap: the number of orders is at least 1 and at most 1000000", hint: "--bootstrap 1000")
    }
    guard code.isEmpty || by == .codes else { throw Failure.usage("--code goes with --by codes") }
    try study.open(context).read { reader in
      let material = try SaturationMaterial(reader, request)
      for note in material.notes { context.printError(note) }
      let report = try material.report(
        Saturation.Rule(base: base, run: run, threshold: threshold.value),
        bootstrap: bootstrap.map { Bootstrap(resamples: $0, seed: UInt64(seed)) })
      let isForPeople = output.format.isForPeople
      let table =
        explain
        ? try material.explanation(report.saturation, reader, isForPeople: isForPeople)
        : report.table(isForPeople: isForPeople)
      try output.write(table, context)
      if !isForPeople || explain {
        context.printError(report.verdict)
        if let orders = report.ordersInWords { context.printError(orders) }
      }
      if let plot {
        try FileAccess.write(Array(report.plot.utf8), to: context.path(plot), named: plot)
        context.printError("wrote \(plot)")
      }
    }
  }

  private var request: SaturationRequest {
    var request = SaturationRequest()
    (request.by, request.codes, request.kinds, request.sources) = (by, code, kind, source)
    return request
  }
}

extension SaturationRequest.Things: ArgumentValue {}

/// A share between 0 and 1, written `5%` or `0.05`.
struct Share: ArgumentValue {
  var value: Double

  init(_ value: Double) { self.value = value }

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    guard let number = Double(isPercent ? String(argument.dropLast()) : argument), number.isFinite else {
      return nil
    }
    value = isPercent ? number / 100 : number
    guard (0...1).contains(value) else { return nil }
  }

  var argument: String { value * 100 == (value * 100).rounded() ? "\(Int(value * 100))%" : "\(value)" }
  static var expectation: String { "a share such as 5% or 0.05" }
}
