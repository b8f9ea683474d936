import CommandKit
import RealistConsole
import RealistEditing
import RealistModel
import RealistStore

/// `realist cmo add`.
struct AddConfiguration: Command {
  static let configuration = CommandConfiguration(
    name: "add", abstract: "Add a configuration.",
    discussion: """
      The statement is prose whose clauses end in tags: (C) for a context, (M+) and (M-) for a mechanism that enables or disables, (O) for an \
      outcome; other templates have other letters. A tag may name a code, (C: contexts/new-routes), a level and whom it is for: \
      (O: outcomes/care; level: service; for: patients).
      """,
    examples: [
      Example(
        #"realist cmo add --title "New routes" --statement "If the role leads on (C), staff feel seen (M+) and stay (O).""#
      )
    ])

  @Option(help: "The statement with its tags.", valueName: "WORDS") var statement: String
  @Option(help: "A title.", valueName: "WORDS") var title = ""
  @Option(help: "A short name; else made of the title.", valueName: "KEY") var key: String?
  @Option(
    help: "The programme theory it belongs to.", valueName: "KEY", completion: .dynamic("theories"))
  var theory: String?
  @Option(help: "How far the team has come with it.") var status = Configuration.Status.proposed
  @Option(help: "A heading it is listed under.", valueName: "WORDS") var group = ""
  @Flag(help: "Make the codes that tags name and the study lacks.") var createCodes: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let (_, number, codes) = try store.change(study.note(context, "cmo add")) { writer in
      let draft = ConfigurationDraft(
        statement: statement, title: title, key: key,
        theory: try theory.map { try writer.reader.theory($0).key }, status: status, group: group,
        createsCodes: createCodes)
      let added = try writer.addConfiguration(draft, place: "--statement")
      writer.command = "cmo add \(added.configuration.key)"
      return added
    }
    if !codes.isEmpty { context.printError("made the codes \(codes.joined(separator: ", "))") }
    context.report("added CMO\(number)" + (title.isEmpty ? "" : ": \(title)"))
  }
}

extension Configuration.Status: ArgumentValue {}
