import CommandKit
import RealistConsole
import RealistFolder
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
    let (number, codes) = try store.change(study.note(context, "cmo add")) { writer in
      let known = try writer.reader.configurations()
      let key =
        try self.key.map { try Self.checked($0, among: known) }
        ?? ConfigurationNotation.key(title: title, position: known.count + 1, taken: known.map(\.key))
      writer.command = "cmo add \(key)"
      var notated = NotatedConfiguration(
        key: key, title: title, theory: try theory.map { try writer.reader.theory($0).key }, status: status,
        group: group, statement: statement)
      notated.elements = try NotatedElement.list(
        of: statement, template: writer.reader.header().template, option: "--statement")
      var configurations = ConfigurationImport(writer, file: "--statement")
      configurations.createsCodes = createCodes
      try configurations.add([notated])
      return (known.count + 1, configurations.codes)
    }
    if !codes.isEmpty { context.printError("made the codes \(codes.joined(separator: ", "))") }
    context.report("added CMO\(number)" + (title.isEmpty ? "" : ": \(title)"))
  }

  static func checked(_ key: String, among known: [Configuration]) throws -> String {
    if known.contains(where: { $0.key == key }) { throw StoreError.taken(.configuration, name: key) }
    try requireKey(key, of: .configuration)
    return key
  }
}

extension NotatedElement {
  /// The elements of a statement that an option gave; there must be one.
  static func list(of statement: String, template: Template, option: String) throws -> [NotatedElement] {
    let found: [NotatedElement]
    do {
      found = try ConfigurationNotation.elements(of: statement, template: template)
    } catch {
      throw Problems(option, error)
    }
    guard !found.isEmpty else {
      let letters = template.slots.map { "(\($0.letter))" }.joined(separator: ", ")
      throw Failure(
        "\(option): a statement without any tag", hint: "end each clause with its tag: \(letters)",
        exitCode: Exit.badData)
    }
    return found
  }
}

extension Configuration.Status: ArgumentValue {}
