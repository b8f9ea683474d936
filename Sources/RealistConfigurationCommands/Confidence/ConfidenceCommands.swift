import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist confidence`.
struct ConfidenceGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "confidence",
    abstract: "How far each configuration can be relied on, as the evaluators judge it.",
    discussion: """
      Four judgements, as in GRADE-CERQual, adapted to one study's own configurations: how the material was come by (methods), how well the \
      configuration fits all of it (coherence), how much there is (adequacy), how far it is about these people and questions (relevance). The \
      level is yours: nothing computes it.
      """,
    subcommands: [SetConfidence.self, ListConfidence.self, ClearConfidence.self])
}

/// `realist confidence set`.
struct SetConfidence: Command {
  static let configuration = CommandConfiguration(
    name: "set", abstract: "Record judgements on a configuration.",
    discussion:
      "What is not given stays as it was. --note belongs to the one judgement that is given with it, or to the level.",
    examples: [
      Example(#"realist confidence set CMO2 --coherence minor --note "two people saw it otherwise""#),
      Example(
        #"realist confidence set CMO2 --level moderate --note "one of three services is in its first year""#),
    ])

  @Argument(help: "The configuration.", valueName: "CMO", completion: .dynamic("configurations"))
  var name: String
  @Option(help: "Concerns about how the material was come by and coded.") var methods: Confidence.Concern?
  @Option(help: "Concerns about how well it fits all of the material.") var coherence: Confidence.Concern?
  @Option(help: "Concerns about how much material there is, and how rich.") var adequacy: Confidence.Concern?
  @Option(help: "Concerns about how far the material is about this.") var relevance: Confidence.Concern?
  @Option(help: "How much confidence there is, all in all.") var level: Confidence.Level?
  @Option(help: "Why.", valueName: "WORDS") var note: String?
  @OptionGroup var study: StudyOptions

  private var given: [(Confidence.Component, Confidence.Concern)] {
    let all: [(Confidence.Component, Confidence.Concern?)] = [
      (.methods, methods), (.coherence, coherence), (.adequacy, adequacy), (.relevance, relevance),
    ]
    return all.compactMap { component, concern in concern.map { (component, $0) } }
  }

  func run(_ context: Context) throws {
    let count = given.count + (level == nil ? 0 : 1)
    guard count > 0 else {
      throw Failure.usage(
        "what is judged is not said", hint: "realist confidence set \(name) --coherence minor --note \"…\"")
    }
    guard note == nil || count == 1 else {
      throw Failure.usage(
        "--note belongs to one judgement, and \(count) are given", hint: "give them one after the other")
    }
    let store = try study.open(context, .readWrite)
    let place = try store.change(study.note(context, "confidence set")) { writer -> String? in
      var configuration = try writer.reader.configuration(name)
      let old = configuration.confidence
      judge(&configuration.confidence)
      writer.command = "confidence set \(configuration.key)"
      guard configuration.confidence != old else { return nil }
      try writer.put(configuration)
      return configuration.key
    }
    guard let place else { return context.printError("nothing to change") }
    context.report("judged the confidence in \(place)")
  }

  private func judge(_ confidence: inout Confidence) {
    let words = note.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed }
    for (component, concern) in given {
      confidence.judgements[component] = Confidence.Judgement(
        concern, note: words ?? confidence.judgements[component]?.note ?? "")
    }
    if let level {
      confidence.level = level
      if let words { confidence.note = words }
    }
  }
}

/// `realist confidence list`.
struct ListConfidence: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"],
    abstract: "Print the judgements on every configuration, beside what there is to judge from.",
    examples: [Example("realist confidence list --format markdown")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let (study, content) = try study.open(context).read { try $0.balanceMaterial() }
    let balance = EvidenceBalance(study, content, by: .configuration)
    try output.write(Table.confidence(content, balance), context)
  }
}

/// `realist confidence clear`.
struct ClearConfidence: Command {
  static let configuration = CommandConfiguration(
    name: "clear", abstract: "Take the judgements on a configuration back.",
    examples: [Example("realist confidence clear CMO2")])

  @Argument(help: "The configuration.", valueName: "CMO", completion: .dynamic("configurations"))
  var name: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let key = try store.change(study.note(context, "confidence clear")) { writer -> String? in
      var configuration = try writer.reader.configuration(name)
      guard !configuration.confidence.isEmpty else { return nil }
      writer.command = "confidence clear \(configuration.key)"
      configuration.confidence = Confidence()
      try writer.put(configuration)
      return configuration.key
    }
    guard let key else { return context.printError("nothing to change: nothing was judged") }
    context.report("cleared the judgements on \(key)")
  }
}

extension Confidence.Concern: ArgumentValue {}
extension Confidence.Level: ArgumentValue {}
