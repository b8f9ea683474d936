import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// `realist source edit`.
struct EditSource: Command {
  static let configuration = CommandConfiguration(
    name: "edit", abstract: "Say something about a source: title, kind, mode, date, minutes, attributes.",
    discussion: "NAME= takes a value away. The text is changed by realist source revise only.",
    examples: [
      Example(#"realist source edit P01 mode=Teams date=2026-03-02 minutes=48 title="Dawn, support worker""#)
    ])

  @Argument(help: "The source.", valueName: "SOURCE", completion: .dynamic("sources")) var source: String
  @Argument(help: "What to say about it.", valueName: "NAME=VALUE", completion: .dynamic("source-attributes"))
  var fields: [Assignment] = []
  @Option(
    help: "Who took part, instead of those who are named now.", valueName: "ID",
    completion: .dynamic("participants"))
  var participant: [String] = []
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    guard !fields.isEmpty || !participant.isEmpty else {
      throw Failure.usage("nothing to change is said", hint: "realist source edit \(source) mode=Teams")
    }
    let (name, columns, isChanged) = try study.open(context, .readWrite).change(
      study.note(context, "edit source")
    ) { writer in
      var columns = try AttributeColumnsInUse(writer.reader)
      let old = try writer.reader.source(source)
      var new = old
      try SourceFields(assignments: fields).apply(to: &new, columns: &columns)
      if !participant.isEmpty {
        new.participants = try participant.map { try writer.reader.linkedParticipant($0) }
      }
      writer.command = "edit source \(old.name)"
      guard new != old else { return (old.name, columns, false) }
      try columns.writeNew(writer)
      try writer.put(new)
      return (old.name, columns, true)
    }
    guard isChanged else { return context.printError("nothing was changed: \(name) is like that") }
    columns.report(context)
    context.report("changed source \(name)")
  }
}

/// `realist source rename`.
struct RenameSource: Command {
  static let configuration = CommandConfiguration(
    name: "rename", abstract: "Give a source another name.",
    examples: [Example("realist source rename interview-01 P01")])

  @Argument(help: "The source.", valueName: "SOURCE", completion: .dynamic("sources")) var source: String
  @Argument(help: "Its new name.", valueName: "NAME") var name: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let old = try study.open(context, .readWrite).change(study.note(context, "rename source")) { writer in
      var found = try writer.reader.source(source)
      let old = found.name
      found.name = name.trimmed
      writer.command = "rename source \(old) to \(found.name)"
      try writer.put(found)
      return old
    }
    guard old != name.trimmed else { return context.printError("nothing was changed: it is called so") }
    context.report("renamed source \(old) to \(name.trimmed)")
  }
}

/// `realist source remove`.
struct RemoveSource: Command {
  static let configuration = CommandConfiguration(
    name: "remove", abstract: "Remove a source with everything that was marked in it.",
    discussion: "The words stay in the file, so that this can be undone.",
    examples: [Example("realist source remove interview-01 --yes")])

  @Argument(help: "The source.", valueName: "SOURCE", completion: .dynamic("sources")) var source: String
  @Flag(short: "y", help: "Also when quotes, codings and evidence go with it.") var yes: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let (name, dependents) = try study.open(context, .readWrite).change(
      study.note(context, "remove source")
    ) { writer in
      let found = try writer.reader.source(source)
      let dependents = try writer.reader.dependents(ofSource: found.id)
      guard yes || dependents.isEmpty else {
        throw StoreError.inUse(.source, name: found.name, by: dependents)
      }
      writer.command = "remove source \(found.name)"
      try writer.removeSource(found.id)
      return (found.name, dependents)
    }
    let gone = dependents.isEmpty ? "" : " with \(counted(dependents))"
    context.report("removed source \(name)\(gone)")
  }
}
