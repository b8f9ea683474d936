import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// `realist tag`.
struct TagCommand: Command {
  static let configuration = CommandConfiguration(
    name: "tag",
    abstract: "Put codes on a passage, on everything a search finds, or on all that somebody said.",
    discussion: """
      A passage is named by its words as you remember them: white space, quotation marks and dashes need not agree, … stands for words left \
      out, [brackets] for words put in. Without --code the passage is marked and waits for one. The same code on the same words by the same \
      coder is one coding.

      With --matching or --speaker every passage that fits is coded, as one change; --dry-run prints them first. The journal keeps the query.
      """,
    examples: [
      Example(
        #"realist tag P05 "the clinics were filled weeks in advance" --code outcomes/demand --code contexts/rural"#
      ),
      Example(#"realist tag P05 --span 1204..1260 --code outcomes/demand --memo "said twice""#),
      Example(#"realist tag --matching "wait* OR queue*" --unit sentence --code contexts/waiting --dry-run"#),
      Example("realist tag --speaker Interviewer --code interviewer --create"),
    ])

  @Argument(help: "The source.", valueName: "SOURCE", completion: .dynamic("sources")) var source: String?
  @Argument(help: "Words of the passage.", valueName: "QUOTE") var quote: String?
  @Option(short: "c", help: "A code to put on it.", valueName: "PATH", completion: .dynamic("codes"))
  var code: [String] = []
  @Flag(help: "Make codes that do not exist.") var create: Bool
  @Option(short: "n", help: "Which of several places with these words, from 1.", valueName: "NUMBER")
  var occurrence: Int?
  @Option(help: "The passage by offsets instead of words.", valueName: "START..END") var span: SpanArgument?
  @Option(short: "m", help: "Why; kept with the coding.", valueName: "WORDS") var memo: String?
  @OptionGroup var bulk: BulkOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    if bulk.isAsked { return try runBulk(context) }
    guard let source else {
      throw Failure.usage("which source is not said", hint: #"realist tag SOURCE "words of it" --code PATH"#)
    }
    try bulk.refuseStrayOptions()
    try TagPassage(
      source: source, quote: quote, span: span, occurrence: occurrence, codes: code, create: create,
      memo: memo?.trimmed ?? ""
    ).run(study.open(context, .readWrite), study.note(context, "tag"), context)
  }

  private func runBulk(_ context: Context) throws {
    guard quote == nil, span == nil, occurrence == nil else {
      throw Failure.usage(
        "--matching and --speaker find passages themselves: no quote, --span or --occurrence")
    }
    guard bulk.matching != nil || bulk.unit == nil else {
      throw Failure.usage("--unit goes with --matching", hint: "--speaker codes whole turns")
    }
    guard !code.isEmpty || bulk.dryRun else {
      throw Failure.usage("which code to put on the passages is not said", hint: "add --code PATH")
    }
    let work = TagMany(
      bulk: bulk, sources: (source.map { [$0] } ?? []) + bulk.source, codes: code, create: create,
      memo: memo?.trimmed ?? "")
    if bulk.dryRun {
      try work.preview(study.open(context), output, context)
    } else {
      try work.run(study.open(context, .readWrite), study.note(context, "tag"), context)
    }
  }
}

/// Coding many passages at once.
struct BulkOptions: ParameterGroup {
  static let title: String? = "Many passages at once"

  @Option(help: "Whatever full text finds; see: realist search --help.", valueName: "QUERY") var matching:
    String?
  @Option(help: "How much around a match is coded; else the sentence.") var unit: MatchUnit?
  @Option(
    help: "Every turn of a speaker or participant.", valueName: "NAME", completion: .dynamic("participants"))
  var speaker: String?
  @Option(help: "Only in this source.", valueName: "SOURCE", completion: .dynamic("sources")) var source:
    [String] = []
  @Option(name: "where", help: "Only where this holds of the speaker and the source.", valueName: "CONDITION")
  var condition: String?
  @Flag(help: "Print the passages and change nothing.") var dryRun: Bool

  var isAsked: Bool { matching != nil || speaker != nil }

  func refuseStrayOptions() throws {
    guard unit == nil, source.isEmpty, condition == nil, !dryRun else {
      throw Failure.usage("--unit, --source, --where and --dry-run go with --matching or --speaker")
    }
  }
}

extension MatchUnit: ArgumentValue {}
