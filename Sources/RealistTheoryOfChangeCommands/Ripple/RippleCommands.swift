import CommandKit
import RealistAnalysis
import RealistCausalMap
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist ripple`.
struct RippleGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "ripple",
    abstract: "Outcomes of one configuration that the evaluator says are contexts of another.",
    discussion: "What seems to be one is found by realist map ripples.",
    subcommands: [ListRipples.self, ConfirmRipple.self, RemoveRipple.self])
}

/// `realist ripple list`.
struct ListRipples: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"], abstract: "List the confirmed ripples.",
    examples: [Example("realist ripple list")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let study = try study.open(context).read { try $0.study([.codes, .configurations, .theoryOfChange]) }
    let matches = study.rippleMatches(codes: try CodeTree(study.codes), confirmed: study.ripplesConfirmed)
    try output.write(
      Table.ripples(matches.filter(\.isConfirmed), study, notes: study.confirmedRipples), context)
  }
}

/// `realist ripple confirm`.
struct ConfirmRipple: Command {
  static let configuration = CommandConfiguration(
    name: "confirm", abstract: "Say that the outcome of one configuration is a context of another.",
    discussion: "For a ripple that was confirmed before, --note changes the note.",
    examples: [Example(#"realist ripple confirm CMO1.O1 CMO3.C1 --note "two people told it as one story""#)])

  @Argument(help: "The outcome, such as CMO1.O1.", valueName: "OUTCOME", completion: .dynamic("elements"))
  var outcome: String
  @Argument(help: "The context, such as CMO3.C1.", valueName: "CONTEXT", completion: .dynamic("elements"))
  var condition: String
  @Option(help: "Why it is so.", valueName: "WORDS") var note: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let isNew = try store.change(study.note(context, "ripple confirm \(outcome) \(condition)")) { writer in
      let (from, to) = try RippleName.ends(outcome, condition, writer.reader)
      let known = try writer.reader.confirmedRipples().first { $0.outcome == from && $0.context == to }
      var ripple = known ?? ConfirmedRipple(id: writer.newID(), outcome: from, context: to)
      if let note { ripple.note = note.trimmed }
      guard ripple != known else { return Bool?.none }
      try writer.put(ripple)
      return known == nil
    }
    switch isNew {
    case true?: context.report("confirmed that \(outcome) is \(condition)")
    case false?: context.report("changed the note on \(outcome) and \(condition)")
    case nil: context.printError("nothing to change: it was confirmed before")
    }
  }
}

/// `realist ripple remove`.
struct RemoveRipple: Command {
  static let configuration = CommandConfiguration(
    name: "remove", aliases: ["rm"],
    abstract: "Take back that an outcome is a context of another configuration.",
    examples: [Example("realist ripple remove CMO1.O1 CMO3.C1")])

  @Argument(help: "The outcome, such as CMO1.O1.", valueName: "OUTCOME", completion: .dynamic("elements"))
  var outcome: String
  @Argument(help: "The context, such as CMO3.C1.", valueName: "CONTEXT", completion: .dynamic("elements"))
  var condition: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    try store.change(study.note(context, "ripple remove \(outcome) \(condition)")) { writer in
      let (from, to) = try RippleName.ends(outcome, condition, writer.reader)
      guard
        let known = try writer.reader.confirmedRipples().first(where: {
          $0.outcome == from && $0.context == to
        })
      else {
        throw Failure(
          "nobody confirmed that \(outcome) is \(condition)",
          hint: "list what was confirmed: realist ripple list",
          exitCode: Exit.noInput)
      }
      try writer.removeRipple(known.id)
    }
    context.report("took back that \(outcome) is \(condition)")
  }
}

/// The ends of a ripple as they are typed.
private enum RippleName {
  /// - Throws: ``StoreError/unknown(_:name:nearest:)``, and a failure where one is no outcome, or the other no context of another configuration.
  static func ends(
    _ outcome: String, _ context: String, _ reader: StudyReader
  ) throws -> (outcome: ID<Element>, context: ID<Element>) {
    let template = try reader.header().template
    let (from, to) = (try end(outcome, reader), try end(context, reader))
    try require(.outcome, from.element, outcome, "an outcome", template)
    try require(.context, to.element, context, "a context", template)
    guard from.configuration != to.configuration else {
      throw Failure("\(outcome) and \(context) are of one configuration", exitCode: Exit.badData)
    }
    return (from.element.id, to.element.id)
  }

  private static func require(
    _ role: Template.Role, _ element: Element, _ name: String, _ words: String, _ template: Template
  ) throws {
    guard template.slot(letter: element.letter)?.role == role else {
      throw Failure("\(name) is not \(words)", hint: "list them: realist map ripples", exitCode: Exit.badData)
    }
  }

  private static func end(
    _ name: String, _ reader: StudyReader
  ) throws -> (element: Element, configuration: ID<Configuration>) {
    guard let dot = name.lastIndex(of: ".") else {
      throw Failure.usage(
        "'\(name)' names no element", hint: "write CMO1.O1: the configuration, a dot, the element")
    }
    let configuration = try reader.configuration(String(name[..<dot]))
    let label = name[name.index(after: dot)...].uppercased()
    guard let element = configuration.element(label: label) else {
      throw StoreError.unknown(.element, name: label, nearest: configuration.labelled.map(\.label))
    }
    return (element, configuration.id)
  }
}
