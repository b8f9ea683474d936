import CommandKit
import RealistConsole
import RealistFolder
import RealistModel
import RealistReports
import RealistStore

/// `realist theory list`.
struct ListTheories: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"], abstract: "List the programme theories with their newest wording.",
    examples: [Example("realist theory list --format markdown")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let study = try study.open(context).read { try $0.study(.configurations) }
    try output.write(Table.theories(study), context)
  }
}

/// `realist theory show`.
struct ShowTheory: Command {
  static let configuration = CommandConfiguration(
    name: "show", abstract: "Print a programme theory with all its wordings and reasons.",
    examples: [Example("realist theory show progression")])

  @Argument(help: "The theory.", valueName: "KEY", completion: .dynamic("theories")) var key: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let (theory, all) = try study.open(context).read { reader in
      (try reader.theory(key), try reader.configurations())
    }
    try context.output.write(TheoryNotation.text([theory]).utf8)
    let own = all.enumerated().filter { $0.element.theory == theory.id }
    let names = own.map { "CMO\($0.offset + 1)" }
    try context.print("\nConfigurations: " + (names.isEmpty ? "none" : names.joined(separator: ", ")))
  }
}

/// `realist theory export`.
struct ExportTheories: Command {
  static let configuration = CommandConfiguration(
    name: "export", abstract: "Write the programme theories as a file that import reads.",
    examples: [Example("realist theory export theories.md")])

  @Argument(help: "The file; without one, standard output.", valueName: "FILE", completion: .files)
  var file: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let theories = try study.open(context).read { try $0.theories() }
    try context.write(TheoryNotation.text(theories), to: file)
  }
}

/// `realist theory import`.
struct ImportTheories: Command {
  static let configuration = CommandConfiguration(
    name: "import", abstract: "Read programme theories with their wordings from a file.",
    discussion: """
      Each theory is a heading, ## Title {#key}, with a line Origin: stakeholder, document, literature or analyst; each wording is a heading, \
      ### refined (2026-06-10), with the statement below it and, where there is one, Reason: …. A theory whose key the study has is changed; \
      others stay.
      """,
    examples: [Example("realist theory import theories.md")])

  @Argument(help: "The file; - is standard input.", valueName: "FILE", completion: .files) var file: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let bytes = try FileAccess.readText(file, context)
    let store = try study.open(context, .readWrite)
    let (added, changed) = try store.change(study.note(context, "theory import \(file)")) { writer in
      let known = try writer.reader.theories()
      let theories = try read(bytes) { key in known.first { $0.key == key }?.id ?? writer.newID() }
      for theory in theories where !known.contains(theory) { try writer.put(theory) }
      let all = try writer.reader.theories()
      if all.count == theories.count { try writer.orderTheories(theories.map(\.id)) }
      let new = theories.filter { theory in !known.contains { $0.id == theory.id } }
      let changed = theories.filter { theory in known.contains { $0.id == theory.id && $0 != theory } }
      return (new.map(\.key), changed.map(\.key))
    }
    let parts = [("added", added), ("changed", changed)].filter { !$0.1.isEmpty }
    guard !parts.isEmpty else { return context.printError("nothing to change: the study says the same") }
    context.report(parts.map { "\($0.0) \($0.1.joined(separator: ", "))" }.joined(separator: "; "))
  }

  private func read(_ bytes: [UInt8], id: (String) -> ID<Theory>) throws -> [Theory] {
    do {
      return try TheoryNotation.read(bytes, id: id)
    } catch {
      throw Problems(file, error)
    }
  }
}
