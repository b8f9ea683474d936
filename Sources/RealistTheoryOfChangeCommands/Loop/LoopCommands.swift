import CommandKit
import RealistConsole
import RealistEditing
import RealistFolder
import RealistModel
import RealistReports
import RealistStore

/// `realist loop`.
struct LoopGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "loop", aliases: ["loops"],
    abstract:
      "Rings of the theory of change that feed themselves: vicious, virtuous, and where they can be broken.",
    discussion: """
      Whether a ring reinforces or balances follows from the signs of its links; whether that is vicious or virtuous is the evaluator's judgement. \
      A ring may name the one that it was before; realist graph loop draws the two side by side.
      """,
    subcommands: [ListLoops.self, FindLoops.self, AddLoop.self, EditLoop.self, RemoveLoop.self])
}

/// `realist loop list`.
struct ListLoops: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"], abstract: "List the loops that were marked.",
    examples: [Example("realist loop list")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let study = try study.open(context).read { try $0.study([.theoryOfChange, .notes]) }
    try output.write(Table.loops(study), context)
  }
}

/// `realist loop add`.
struct AddLoop: Command {
  static let configuration = CommandConfiguration(
    name: "add", abstract: "Mark a ring of factors as a loop.",
    discussion: "The factors stand in order; the last leads back to the first.",
    examples: [
      Example(
        #"realist loop add churn "People leave" leaving alone burnout --valence vicious --break "leaving -> alone (two-names)""#
      )
    ])

  @Argument(help: "A short name.", valueName: "KEY") var key: String
  @Argument(help: "What it is called.", valueName: "TITLE") var title: String
  @Argument(help: "The factors in order.", valueName: "FACTOR", completion: .dynamic("factors")) var factors:
    [String]
  @OptionGroup var facts: LoopOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    try requireKey(key, of: .loop)
    let store = try study.open(context, .readWrite)
    let gaps = try store.change(study.note(context, "loop add \(key)")) { writer in
      var loop = Loop(id: writer.newID(), key: key, title: title.trimmed)
      loop.factors = try factors.map { try writer.reader.factor($0).id }
      if loop.factors.count > 1, loop.factors.first == loop.factors.last { loop.factors.removeLast() }
      try facts.apply(to: &loop, writer.reader)
      try writer.put(loop)
      return try writer.reader.gaps(in: loop)
    }
    for gap in gaps {
      context.printError(
        "note: no link leads from \(gap.from) to \(gap.to): realist link add \(gap.from) \(gap.to)")
    }
    context.report("added the loop \(key)")
  }
}

/// `realist loop edit`.
struct EditLoop: Command {
  static let configuration = CommandConfiguration(
    name: "edit",
    abstract: "Change a loop: its judgement, its title, where it can be broken, what it was before.",
    discussion: "Breaks that are given replace those it had; an empty one takes them away.",
    examples: [Example(#"realist loop edit somebody-to-ask --before plughole"#)])

  @Argument(help: "The loop.", valueName: "KEY", completion: .dynamic("loops")) var key: String
  @Option(help: "What it is called.", valueName: "TITLE") var title: String?
  @OptionGroup var facts: LoopOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let isChanged = try store.change(study.note(context, "loop edit \(key)")) { writer in
      let old = try writer.reader.loop(key)
      var new = old
      if let title { new.title = title.trimmed }
      try facts.apply(to: &new, writer.reader)
      if new != old { try writer.put(new) }
      return new != old
    }
    guard isChanged else { return context.printError("nothing to change") }
    context.report("changed the loop \(key)")
  }
}

/// `realist loop remove`.
struct RemoveLoop: Command {
  static let configuration = CommandConfiguration(
    name: "remove", aliases: ["rm"], abstract: "Remove a loop; its factors and links stay.",
    examples: [Example("realist loop remove churn")])

  @Argument(help: "The loop.", valueName: "KEY", completion: .dynamic("loops")) var key: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let name = try store.change(study.note(context, "loop remove \(key)")) { writer in
      let loop = try writer.reader.loop(key)
      try writer.removeLoop(loop.id)
      return loop.key
    }
    context.report("removed the loop \(name)")
  }
}
