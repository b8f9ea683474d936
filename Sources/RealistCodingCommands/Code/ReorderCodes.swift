import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// `realist code rename`.
struct RenameCode: Command {
  static let configuration = CommandConfiguration(
    name: "rename", abstract: "Give a code another name.",
    discussion: "It stays where it is, with its codings and the codes below it.",
    examples: [Example("realist code rename outcomes/service/retention staying")])

  @Argument(help: "The code.", valueName: "PATH", completion: .dynamic("codes")) var code: String
  @Argument(help: "Its new name, without the path.", valueName: "NAME") var name: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    guard !name.contains("/") else {
      throw Failure.usage(
        "'\(name)' is a path, and a new name has no '/'",
        hint: "to put it elsewhere: realist code move \(code) --to PATH")
    }
    let (old, new) = try study.open(context, .readWrite).change(study.note(context, "code rename")) {
      writer in
      let node = try writer.reader.code(code)
      try writer.renameCode(node.code.id, to: name)
      let new = try writer.reader.codeTree()[node.code.id]?.path ?? name
      writer.command = "code rename \(node.path) \(name)"
      return (node.path, new)
    }
    context.report("\(old) is now \(new)")
  }
}

/// `realist code move`.
struct MoveCode: Command {
  static let configuration = CommandConfiguration(
    name: "move", abstract: "Put a code, with everything below it, somewhere else.",
    examples: [
      Example("realist code move outcomes/care --to outcomes/patients"),
      Example("realist code move outcomes/care --top --position 1", "to the very top"),
      Example("realist code move outcomes/care --position 2", "among its siblings"),
    ])

  @Argument(help: "The code.", valueName: "PATH", completion: .dynamic("codes")) var code: String
  @Option(help: "The code it is to stand below.", valueName: "PATH", completion: .dynamic("codes")) var to:
    String?
  @Flag(help: "It is to stand below no other.") var top: Bool
  @Option(short: "n", help: "Its place among the codes there, from 1; else the last.", valueName: "NUMBER")
  var position: Int?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    guard to == nil || !top else { throw Failure.usage("--to and --top exclude each other") }
    guard to != nil || top || position != nil else {
      throw Failure.usage("where to is not said", hint: "realist code move \(code) --to PATH, or --top")
    }
    if let position, position < 1 { throw Failure.usage("--position counts from 1") }
    let (old, new) = try study.open(context, .readWrite).change(study.note(context, "code move")) { writer in
      let tree = try writer.reader.codeTree()
      let node = try tree.code(named: code)
      let parent = try to.map { try tree.code(named: $0).code.id } ?? (top ? nil : node.code.parent)
      try writer.moveCode(node.code.id, to: parent, position: position.map { $0 - 1 })
      let moved = try writer.reader.codeTree()[node.code.id] ?? node
      writer.command = "code move \(node.path) to \(moved.number) \(moved.path)"
      return (node, moved)
    }
    context.report("\(old.number) \(old.path) is now \(new.number) \(new.path)")
  }
}

/// `realist code merge`.
struct MergeCode: Command {
  static let configuration = CommandConfiguration(
    name: "merge", abstract: "Make one code of two.",
    discussion: """
      The codings, uses and codes below the first go to the second, whose name and definition stay. Where one coder has put both on the \
      same words, one coding stays.
      """,
    examples: [Example("realist code merge outcomes/care outcomes/patients/being-looked-after")])

  @Argument(help: "The code that goes.", valueName: "PATH", completion: .dynamic("codes")) var code: String
  @Argument(help: "The code that stays.", valueName: "INTO", completion: .dynamic("codes")) var target: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let sentence = try study.open(context, .readWrite).change(study.note(context, "code merge")) { writer in
      let tree = try writer.reader.codeTree()
      let (node, into) = (try tree.code(named: code), try tree.code(named: target))
      guard node.code.id != into.code.id else {
        throw Failure("'\(into.path)' cannot be merged into itself", exitCode: Exit.badData)
      }
      let branch = Set(
        tree.subtree(of: node.code.id).map(\.code.id) + tree.subtree(of: into.code.id).map(\.code.id))
      let before = try writer.reader.codingCount(of: branch)
      try writer.mergeCode(node.code.id, into: into.code.id)
      let doubled = before - (try writer.reader.codingCount(of: branch))
      writer.command = "code merge \(node.path) into \(into.path)"
      return "merged \(node.path) into \(into.path)"
        + (doubled == 0
          ? ""
          : "; \(counted(doubled, "coding")) that both had \(doubled == 1 ? "is" : "are") there once")
    }
    context.report(sentence)
  }
}

/// `realist code delete`.
struct DeleteCode: Command {
  static let configuration = CommandConfiguration(
    name: "delete", aliases: ["remove"], abstract: "Delete a code and the codes below it.",
    discussion: """
      Their codings go with them, which needs --yes; the marked passages stay, without the code. Elements of configurations and factors \
      stay as well.
      """,
    examples: [Example("realist code delete outcomes/care --yes")])

  @Argument(help: "The code.", valueName: "PATH", completion: .dynamic("codes")) var code: String
  @Flag(short: "y", help: "Delete it although it is in use.") var yes: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let (node, used) = try study.open(context, .readWrite).change(study.note(context, "code delete")) {
      writer in
      let node = try writer.reader.code(code)
      let used = try writer.dependents(ofCode: node.code.id)
      guard used.isEmpty || yes else { throw StoreError.inUse(.code, name: node.path, by: used) }
      try writer.removeCode(node.code.id)
      writer.command = "code delete \(node.path)"
      return (node, used)
    }
    let below = node.subtree.count - 1
    var parts = below == 0 ? [] : [counted(below, "code") + " below it"]
    parts += used.filter { $0.kind == .coding }.map { counted($0.count, "coding") }
    let kept = used.filter { $0.kind != .coding && $0.kind != .linkedCoding }.map {
      counted($0.count, $0.kind.singular, $0.kind.plural)
    }
    let linked = used.first { $0.kind == .linkedCoding }.map { counted($0.count, "linked coding") }
    context.report(
      "deleted \(node.path)" + (parts.isEmpty ? "" : " with \(series(parts))")
        + (kept.isEmpty ? "" : "; \(series(kept)) stay without a code")
        + (linked.map { "; \($0) lost the role, and those with one left went" } ?? ""))
  }
}
