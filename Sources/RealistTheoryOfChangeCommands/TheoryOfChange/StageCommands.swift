import CommandKit
import RealistConsole
import RealistEditing
import RealistFolder
import RealistModel
import RealistReports
import RealistStore

/// `realist stage`.
struct StageGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "stage", abstract: "The columns of the theory of change.",
    discussion:
      "A new study has the usual ones, from contextual factors to impacts; the list is the study's own.",
    subcommands: [ListStages.self, AddStage.self, EditStage.self, RemoveStage.self])
}

/// `realist stage list`.
struct ListStages: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"], abstract: "List the stages with the number of factors in each.",
    examples: [Example("realist stage list")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let (stages, factors) = try study.open(context).read { (try $0.header().stages, try $0.factors()) }
    let head = Table.Head(columns: [
      .init("key", "Stage", isRowHeading: true), .init("name", "Name"), .init("kind", "Kind"),
      .init("factors", "Factors", kind: .number),
    ])
    let rows = stages.map { stage in
      Table.Row.cells([
        .init(stage.key), .init(stage.name), .init(stage.kind.rawValue),
        .init(factors.count { $0.stage == stage.key }),
      ])
    }
    try output.write(Table(head, rows: rows), context)
  }
}

/// `realist stage add`.
struct AddStage: Command {
  static let configuration = CommandConfiguration(
    name: "add", abstract: "Add a stage.",
    examples: [
      Example(#"realist stage add mechanisms "Responses" --kind activities --place 5"#, "after four others")
    ])

  @Argument(help: "A short name, by which factors refer to it.", valueName: "KEY") var key: String
  @Argument(help: "The heading of its column.", valueName: "NAME") var name: String
  @Option(help: "What kind of thing stands in it.") var kind: Stage.Kind
  @Option(help: "Its place from 1; the last without it.", valueName: "NUMBER") var place: Int?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    try requireKey(key, of: .stage)
    let store = try study.open(context, .readWrite)
    try store.change(study.note(context, "stage add \(key)")) { writer in
      var stages = try writer.reader.header().stages
      if stages.contains(where: { $0.key == key }) { throw StoreError.taken(.stage, name: key) }
      try stages.insert(Stage(key: key, name: name.trimmed, kind: kind), atPlace: place ?? stages.count + 1)
      try writer.put(stages: stages)
    }
    context.report("added the stage \(key)")
  }
}

/// `realist stage edit`.
struct EditStage: Command {
  static let configuration = CommandConfiguration(
    name: "edit", abstract: "Change a stage's heading, kind or place.",
    examples: [Example(#"realist stage edit outputs --name "What is delivered" --place 4"#)])

  @Argument(help: "The stage, by key or name.", valueName: "STAGE", completion: .dynamic("stages"))
  var stage: String
  @Option(help: "The heading of its column.", valueName: "NAME") var name: String?
  @Option(help: "What kind of thing stands in it.") var kind: Stage.Kind?
  @Option(help: "Its place from 1.", valueName: "NUMBER") var place: Int?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let key = try store.change(study.note(context, "stage edit \(stage)")) { writer -> String? in
      let old = try writer.reader.header().stages
      var (stages, changed) = (old, try writer.reader.stage(stage))
      let known = stages.firstIndex { $0.key == changed.key } ?? 0
      stages.remove(at: known)
      if let name { changed.name = name.trimmed }
      if let kind { changed.kind = kind }
      try stages.insert(changed, atPlace: place ?? known + 1)
      guard stages != old else { return nil }
      try writer.put(stages: stages)
      return changed.key
    }
    guard let key else { return context.printError("nothing to change") }
    context.report("changed the stage \(key)")
  }
}

/// `realist stage remove`.
struct RemoveStage: Command {
  static let configuration = CommandConfiguration(
    name: "remove", aliases: ["rm"], abstract: "Remove a stage that has no factors.",
    examples: [Example("realist stage remove impacts")])

  @Argument(help: "The stage, by key or name.", valueName: "STAGE", completion: .dynamic("stages"))
  var stage: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let key = try store.change(study.note(context, "stage remove \(stage)")) { writer in
      let stage = try writer.reader.stage(self.stage)
      let used = try writer.reader.factors().count { $0.stage == stage.key }
      guard used == 0 else {
        throw Failure(
          "the stage '\(stage.key)' has \(counted(used, "factor"))",
          hint: "put them elsewhere first: realist factor edit KEY --stage STAGE", exitCode: Exit.badData)
      }
      try writer.put(stages: writer.reader.header().stages.filter { $0.key != stage.key })
      return stage.key
    }
    context.report("removed the stage \(key)")
  }
}

extension [Stage] {
  /// Puts a stage at a place counted from 1.
  fileprivate mutating func insert(_ stage: Stage, atPlace place: Int) throws {
    guard (1...count + 1).contains(place) else {
      throw Failure.usage("--place \(place): the places are 1 to \(count + 1)")
    }
    insert(stage, at: place - 1)
  }
}

extension Stage.Kind: ArgumentValue {}
