import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// `realist init`.
struct InitCommand: Command {
  static let configuration = CommandConfiguration(
    name: "init", abstract: "Make a new, empty study.",
    examples: [Example(#"realist init workforce.realist --title "Support roles in allied health""#)])

  @Argument(help: "The file to make.", valueName: "FILE", completion: .files) var file: String
  @Option(help: "What the study is called.", valueName: "WORDS") var title: String
  @Option(help: "What works for whom, in what circumstances and why?", valueName: "WORDS") var question = ""
  @Option(help: "The elements that configurations are made of.") var template = TemplateName.cmo
  @Option(help: "How quotes name who said them.", valueName: "PATTERN") var attribution =
    AttributionPattern.usual.pattern
  @Option(help: "Who codes; else $REALIST_CODER, else the login name.", valueName: "NAME") var coder: String?

  func run(_ context: Context) throws {
    let name = file.hasSuffix(".realist") ? file : file + ".realist"
    var note = context.note(coder: context.coder(named: coder), "init '\(title)'")
    let study = Study(
      id: note.ids.next(Study.self), title: title, question: question, created: context.time,
      template: template.template, attribution: AttributionPattern(attribution))
    _ = try StudyStore.create(
      context.path(name), contents: StudyContents(study: study, revisions: []), entry: note)
    context.printError("made \(name)")
    context.printError("next: realist source import interview-01.txt --study \(name)")
  }
}

/// The templates that a study can start with.
enum TemplateName: String, CaseIterable, ArgumentValue {
  case cmo, icamo, scmo, cimo
  case resourceReasoning = "resource-reasoning"

  var template: Template { Template.known.first { $0.key == rawValue } ?? .cmo }
}
