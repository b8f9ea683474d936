import CommandKit
import RealistConsole
import RealistEditing
import RealistFolder
import RealistModel
import RealistNotation
import RealistStore

/// `realist theory export`.
struct ExportTheories: Command {
  static let configuration = CommandConfiguration(
    name: "export", abstract: "Write the programme theories as a file that import reads.",
    examples: [Example("realist theory export theories.md")])

  @Argument(help: "The file; without one, standard output.", valueName: "FILE", completion: .files)
  var file: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let theories = try study.open(context).read { try $0.notatedTheories { _ in true } }
    try context.write(TheoryNotation.text(theories), to: file)
  }
}

/// `realist theory import`.
struct ImportTheories: Command {
  static let configuration = CommandConfiguration(
    name: "import", abstract: "Read programme theories with their wordings from a file.",
    discussion: """
      Each theory is a heading, ## Title {#key}, with a line Origin: stakeholder, document, literature or analyst; each wording is a heading, \
      ### refined (2026-06-10), with the statement below it and, where there is one, Reason: …. ### split, merged, refuted and superseded say \
      what became of it, with Into: and the keys of what it became. Below that stand the passages that did it, - refutes P05 "words", and what \
      people said to the wording, - response confirms P05 "words". A theory whose key the study has is changed, others stay; responses that \
      the file does not list stay too, and so do the passages of a wording for which it lists none.
      """,
    examples: [Example("realist theory import theories.md")])

  @Argument(help: "The file; - is standard input.", valueName: "FILE", completion: .files) var file: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let bytes = try FileAccess.readText(file, context)
    let notated: [NotatedTheory]
    do {
      notated = try TheoryNotation.read(bytes)
    } catch {
      throw Problems(file, error)
    }
    let store = try study.open(context, .readWrite)
    let done = try store.change(study.note(context, "theory import \(file)")) { writer in
      var theories = TheoryImport(writer, file: file)
      try theories.add(notated)
      return theories
    }
    let parts = [("added", done.added), ("changed", done.changed)].filter { !$0.1.isEmpty }
    guard !parts.isEmpty else { return context.printError("nothing to change: the study says the same") }
    context.report(parts.map { "\($0.0) \($0.1.joined(separator: ", "))" }.joined(separator: "; "))
  }
}

extension StudyReader {
  /// Some programme theories in notation.
  func notatedTheories(where isWanted: (Theory) -> Bool) throws -> [NotatedTheory] {
    var study = try configuredStudy()
    (study.configurations, study.evidence) = ([], [])
    let wanted = Set(study.theories.filter(isWanted).map(\.key))
    var notation = try StudyNotation(study, text: texts())
    return notation.theories().filter { wanted.contains($0.key) }
  }
}
