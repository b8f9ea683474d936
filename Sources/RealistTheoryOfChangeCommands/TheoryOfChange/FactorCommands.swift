import CommandKit
import RealistConsole
import RealistEditing
import RealistFolder
import RealistModel
import RealistStore

/// `realist factor add`.
struct AddFactor: Command {
  static let configuration = CommandConfiguration(
    name: "add", abstract: "Add a factor to the theory of change.",
    examples: [
      Example(
        #"realist factor add training "Mentors are trained" --stage inputs --indicator "trained mentors""#)
    ])

  @Argument(help: "A short name, by which links refer to it.", valueName: "KEY") var key: String
  @Argument(help: "What it is.", valueName: "WORDS") var text: String
  @Option(
    help: "The stage it belongs to, by key or name.", valueName: "STAGE", completion: .dynamic("stages"))
  var stage: String
  @OptionGroup var facts: FactorOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    try requireKey(key, of: .factor)
    let store = try study.open(context, .readWrite)
    try store.change(study.note(context, "factor add \(key)")) { writer in
      let stage = try writer.reader.stage(self.stage)
      var factor = Factor(id: writer.newID(), key: key, stage: stage.key, text: text.trimmed)
      try facts.apply(to: &factor, writer.reader)
      try writer.put(factor)
    }
    context.report("added the factor \(key)")
  }
}

/// `realist factor edit`.
struct EditFactor: Command {
  static let configuration = CommandConfiguration(
    name: "edit", abstract: "Change a factor of the theory of change.",
    discussion:
      "Details, assumptions and indicators that are given replace those it had; an empty one takes them away.",
    examples: [Example(#"realist factor edit training --assumption "mentors have time""#)])

  @Argument(help: "The factor.", valueName: "KEY", completion: .dynamic("factors")) var key: String
  @Option(help: "What it is.", valueName: "WORDS") var text: String?
  @Option(
    help: "The stage it belongs to, by key or name.", valueName: "STAGE", completion: .dynamic("stages"))
  var stage: String?
  @Option(help: "Its new key.", valueName: "KEY") var newKey: String?
  @OptionGroup var facts: FactorOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let isChanged = try store.change(study.note(context, "factor edit \(key)")) { writer in
      let old = try writer.reader.factor(key)
      var new = old
      if let text { new.text = text.trimmed }
      if let stage { new.stage = try writer.reader.stage(stage).key }
      if let newKey {
        try requireKey(newKey, of: .factor)
        new.key = newKey
      }
      try facts.apply(to: &new, writer.reader)
      if new != old { try writer.put(new) }
      return new != old
    }
    guard isChanged else { return context.printError("nothing to change") }
    context.report("changed the factor \(newKey ?? key)")
  }
}

/// `realist factor remove`.
struct RemoveFactor: Command {
  static let configuration = CommandConfiguration(
    name: "remove", aliases: ["rm"], abstract: "Remove a factor with its links.",
    discussion: "A factor with links or loops goes only with --yes; they go along.",
    examples: [Example("realist factor remove training --yes")])

  @Argument(help: "The factor.", valueName: "KEY", completion: .dynamic("factors")) var key: String
  @Flag(short: "y", help: "Also when links or loops go with it.") var yes: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let name = try store.change(study.note(context, "factor remove \(key)")) { writer in
      let factor = try writer.reader.factor(key)
      let dependents = try writer.dependents(ofFactor: factor.id)
      guard yes || dependents.isEmpty else { throw StoreError.inUse(.factor, name: key, by: dependents) }
      try writer.removeFactor(factor.id)
      return factor.key
    }
    context.report("removed the factor \(name)")
  }
}

/// What is known about a factor besides its words.
struct FactorOptions: ParameterGroup {
  @Option(
    help: "The code it stands for; none takes it away.", valueName: "PATH", completion: .dynamic("codes"))
  var code: String?
  @Option(help: "A heading it belongs to.", valueName: "WORDS") var group: String?
  @Option(
    help: "The factor it is the opposite of; none takes it away.", valueName: "KEY",
    completion: .dynamic("factors"))
  var opposite: String?
  @Option(help: "A line of detail.", valueName: "WORDS") var detail: [String] = []
  @Option(help: "A condition that must hold for it.", valueName: "WORDS") var assumption: [String] = []
  @Option(help: "How one would see it.", valueName: "WORDS") var indicator: [String] = []

  func apply(to factor: inout Factor, _ reader: StudyReader) throws {
    if let code { factor.code = code == "none" ? nil : try reader.code(code).code.id }
    if let group { factor.group = group.trimmed }
    if let opposite { factor.opposite = opposite == "none" ? nil : try reader.factor(opposite).id }
    if !detail.isEmpty { factor.details = Self.filled(detail) }
    if !assumption.isEmpty { factor.assumptions = Self.filled(assumption) }
    if !indicator.isEmpty { factor.indicators = Self.filled(indicator) }
  }

  private static func filled(_ lines: [String]) -> [String] { lines.map(\.trimmed).filter { !$0.isEmpty } }
}

extension StudyReader {
  /// A stage of the theory of change by key or name.
  ///
  /// - Throws: ``StoreError/unknown(_:name:nearest:)`` with the stages there are.
  func stage(_ name: String) throws -> Stage {
    let stages = try header().stages
    let folded = name.trimmed.lowercased()
    if let stage = stages.first(where: { $0.key == name })
      ?? stages.first(where: { [$0.key.lowercased(), $0.name.lowercased()].contains(folded) })
    {
      return stage
    }
    let near = Suggestion.nearest(to: name, in: stages.map(\.key))
    throw StoreError.unknown(.stage, name: name, nearest: near.isEmpty ? stages.map(\.key) : near)
  }
}
