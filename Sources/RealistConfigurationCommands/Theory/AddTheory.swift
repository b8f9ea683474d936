import CommandKit
import RealistConsole
import RealistEditing
import RealistFolder
import RealistModel
import RealistStore

/// `realist theory add`.
struct AddTheory: Command {
  static let configuration = CommandConfiguration(
    name: "add", abstract: "Add a programme theory with its first wording.",
    examples: [
      Example(
        #"realist theory add progression --title "A way up" --statement "If the role leads on, then people stay because …""#
      )
    ])

  @Argument(help: "A short name, by which configurations refer to it.", valueName: "KEY") var key: String
  @Option(help: "The statement: if …, then …, because ….", valueName: "WORDS") var statement: String
  @Option(help: "A title.", valueName: "WORDS") var title = ""
  @Option(help: "Where it came from.") var origin = Theory.Origin.analyst
  @Option(help: "What this wording is called.", valueName: "WORD") var version = "initial"
  @Option(help: "The day of the wording; today without it.", valueName: "DATE") var date: CalendarDate?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    try requireKey(key, of: .theory)
    let store = try study.open(context, .readWrite)
    try store.change(study.note(context, "theory add \(key)")) { writer in
      let wording = Theory.Version(
        label: version, step: Theory.Step(label: version, isFirst: true), date: date ?? context.time.date,
        statement: statement.trimmed)
      try writer.put(
        Theory(id: writer.newID(), key: key, title: title, origin: origin, versions: [wording]))
    }
    context.report("added the theory \(key)")
  }
}

/// `realist theory refine`.
struct RefineTheory: Command {
  static let configuration = CommandConfiguration(
    name: "refine", abstract: "Give a programme theory a new wording; the ones before stay on record.",
    examples: [
      Example(
        #"realist theory refine progression --statement "If …, then …" --reason "posts and time turned out to be two things""#
      )
    ])

  @Argument(help: "The theory.", valueName: "KEY", completion: .dynamic("theories")) var key: String
  @Option(help: "The new statement.", valueName: "WORDS") var statement: String
  @Option(help: "Why it replaces the one before.", valueName: "WORDS") var reason: String
  @Option(help: "What this wording is called.", valueName: "WORD") var version = "refined"
  @Option(help: "A new title.", valueName: "WORDS") var title: String?
  @OptionGroup var step: TheoryStepOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let count = try store.change(study.note(context, "theory refine \(key)")) { writer in
      var theory = try writer.reader.theory(key)
      theory.versions.append(
        Theory.Version(
          label: version, step: .refined, date: step.date ?? context.time.date,
          statement: statement.trimmed, reason: reason.trimmed, passages: try step.passages(writer)))
      if let title { theory.title = title }
      try writer.put(theory)
      return theory.versions.count
    }
    context.report("the theory \(key) has \(count) wordings now")
  }
}

/// `realist theory remove`.
struct RemoveTheory: Command {
  static let configuration = CommandConfiguration(
    name: "remove", aliases: ["rm"], abstract: "Remove a programme theory with its history.",
    discussion: "Configurations stay, without a theory; where there are any, --yes is needed.",
    examples: [Example("realist theory remove progression")])

  @Argument(help: "The theory.", valueName: "KEY", completion: .dynamic("theories")) var key: String
  @Flag(short: "y", help: "Also when configurations belong to it.") var yes: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let name = try store.change(study.note(context, "theory remove \(key)")) { writer in
      let theory = try writer.reader.theory(key)
      let dependents = try writer.dependents(ofTheory: theory.id)
      guard yes || dependents.isEmpty else { throw StoreError.inUse(.theory, name: key, by: dependents) }
      try writer.removeTheory(theory.id)
      return theory.key
    }
    context.report("removed the theory \(name)")
  }
}

extension Theory.Origin: ArgumentValue {}
