import CommandKit
import RealistConsole
import RealistFormats
import RealistModel
import RealistReading
import RealistReports
import RealistRigour
import RealistStore

/// `realist agree`.
struct AgreeCommand: Command {
  static let configuration = CommandConfiguration(
    name: "agree", abstract: "Print how far coders agree, and where they do not.",
    discussion: """
      Only sources that every compared coder has coded count; those left out are named. By default each character of the text is a unit that a \
      code is on or not, as other programs count it; --unit takes sentences, turns or coded passages as wholes, which a code is on when a coding \
      touches them. Several codes are pooled. Percent agreement never stands alone, and what has no value (0/0) is said to be undefined, with \
      the reason.

      Coefficients: percent, kappa, kappa-linear, kappa-quadratic, pi, fleiss, ac1, ac2, ac2-linear, s, alpha, alpha-ordinal, alpha-interval, \
      alpha-ratio, and of where passages begin and end alpha-u, u-alpha, u-binary. With --by overall these take the codes for values of one \
      variable, and cu-alpha and ku-alpha compare the values. Without --coefficient: percent, kappa (fleiss for three coders or more), alpha and ac1.

      --ratings reads a table instead of a study: a unit a row, its name first, then a column for each coder, an empty cell where one is missing.
      """,
    examples: [
      Example("realist agree", "every code, the coders of the study"),
      Example(
        #"realist agree --code mechanisms --coder "Iris Okafor" --coder "Tom Lindqvist" --disagreements"#),
      Example(
        "realist agree --coefficient alpha --bootstrap 1000 --seed 7 --fail-under 0.667", "for a protocol"),
      Example("realist agree --by overall --coefficient u-alpha --coefficient ku-alpha --code outcomes"),
      Example("realist agree --ratings ratings.csv --coefficient alpha-ordinal"),
    ])

  @OptionGroup var selection: ComparisonOptions
  @Option(help: "Which coefficients.", valueName: "NAME") var coefficient: [Coefficient] = []
  @Option(help: "What is a row: a code, a source, or all together.") var by = AgreementGrouping.code
  @Option(help: "Work out 95 % intervals by drawing the sources that many times.", valueName: "TIMES")
  var bootstrap: Int?
  @Option(help: "Where the drawing of random numbers begins.", valueName: "NUMBER") var seed = 1
  @Flag(help: "Print the places where coders differ, side by side, instead of the numbers.")
  var disagreements: Bool
  @Flag(help: "Print every place that the numbers are made of, with the arithmetic.") var explain: Bool
  @Option(
    help: "End with 1 when the first coefficient, alpha when none is named, is below this in any row.",
    valueName: "NUMBER")
  var failUnder: Double?
  @Option(
    help: "Compare the judgements in a CSV file instead of a study.", valueName: "FILE", completion: .files)
  var ratings: String?
  @OptionGroup var study: StudyFileOption
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    try checkOptions()
    if let ratings {
      return try RatingsTable(file: ratings, command: self).run(context)
    }
    let selection = try selection.request()
    try study.open(context).read { reader in
      let material = try ComparisonMaterial(reader, selection)
      for note in material.notes { context.printError(note) }
      if disagreements || explain {
        try output.write(places(reader, material, context), context)
      } else {
        let report = try material.report(request, isForPeople: isForPeople)
        try output.write(report.table(), context)
        if !isForPeople { context.printError(report.summary) }
        try judge(report, context)
      }
    }
  }

  var isForPeople: Bool { output.format.isForPeople }

  private func checkOptions() throws {
    if let failUnder, !(-1...1).contains(failUnder) {
      throw Failure.usage(
        "--fail-under: \(failUnder) is no agreement",
        hint: "coefficients lie between -1 and 1: --fail-under 0.8")
    }
    if let bootstrap, !(1...1_000_000).contains(bootstrap) {
      throw Failure.usage(
        "--bootstrap: the number of resamples is at least 1 and at most 1000000", hint: "--bootstrap 1000")
    }
    guard seed >= 0 else { throw Failure.usage("--seed is 0 or more") }
    guard !disagreements || !explain else {
      throw Failure.usage(
        "--disagreements and --explain exclude each other", hint: "--explain prints the disagreements too")
    }
    if disagreements || explain, failUnder != nil {
      throw Failure.usage("--fail-under judges numbers: leave out --\(explain ? "explain" : "disagreements")")
    }
    try request.check(unit: selection.unit)
  }

  var request: AgreementRequest {
    var request = AgreementRequest()
    (request.coefficients, request.by) = (coefficient, by)
    request.bootstrap = bootstrap.map { Bootstrap(resamples: $0, seed: UInt64(seed)) }
    return request
  }

  private func places(
    _ reader: StudyReader, _ material: ComparisonMaterial, _ context: Context
  ) throws -> Table {
    let report = try material.places(
      reader, onlyDiffering: disagreements,
      explained: explain ? request.coefficients(coders: material.comparison.coders.count) : nil,
      isForPeople: isForPeople)
    if report.passages.isEmpty { context.printError("the coders agree on every passage") }
    return report.table()
  }

  /// The exit status for a protocol: an undefined coefficient is told, and judges nothing.
  private func judge(_ report: AgreementReport, _ context: Context) throws {
    guard let failUnder else { return }
    let first =
      report.coefficients[0] == .percent && coefficient.isEmpty ? Coefficient.alpha : report.coefficients[0]
    let estimates = report.rows.compactMap { $0.estimates[first] }
    let (numbers, below) = (estimates.compactMap(\.number), estimates.count { ($0.number ?? 1) < failUnder })
    context.printError(
      "\(first.symbol): \(below) of \(counted(estimates.count, "row")) below \(failUnder)"
        + (numbers.count < estimates.count ? ", \(estimates.count - numbers.count) undefined" : ""))
    if below > 0 || numbers.isEmpty { throw ExitStatus(Exit.findings) }
  }
}

extension Coefficient: ArgumentValue {}
extension AgreementGrouping: ArgumentValue {}
