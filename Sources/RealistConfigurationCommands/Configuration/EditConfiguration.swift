import CommandKit
import RealistConsole
import RealistEditing
import RealistModel
import RealistStore

/// `realist cmo edit`.
struct EditConfiguration: Command {
  static let configuration = CommandConfiguration(
    name: "edit", abstract: "Change a configuration.",
    discussion: """
      A new statement gives the configuration new elements. Those with the same code or words stay what they were, and so do those that keep \
      their number, with their evidence; evidence for an element that goes speaks to the rest.
      """,
    examples: [
      Example(#"realist cmo edit CMO2 --title "A way up" --status agreed"#),
      Example(#"realist cmo edit CMO2 --add-element "colleagues see it too (O: outcomes/service)""#),
    ])

  @Argument(help: "The configuration.", valueName: "CMO", completion: .dynamic("configurations"))
  var name: String
  @Option(help: "Its new title.", valueName: "WORDS") var title: String?
  @Option(help: "Its new statement with tags.", valueName: "WORDS") var statement: String?
  @Option(help: "A clause with its tag, put after the statement.", valueName: "WORDS")
  var addElement: [String] = []
  @Option(help: "Its new key.", valueName: "KEY") var key: String?
  @Option(
    help: "Its programme theory; none takes it away.", valueName: "KEY", completion: .dynamic("theories"))
  var theory: String?
  @Option(help: "How far the team has come with it.") var status: Configuration.Status?
  @Option(help: "The heading it is listed under.", valueName: "WORDS") var group: String?
  @Option(help: "Its place among the configurations, from 1.", valueName: "NUMBER") var place: Int?
  @Flag(help: "Make the codes that tags name and the study lacks.") var createCodes: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let changed = try store.change(study.note(context, "cmo edit")) { writer in
      let old = try writer.reader.configuration(name)
      writer.command = "cmo edit \(old.key)"
      try restate(old, writer)
      var new = try writer.reader.configuration(old.key)
      if let title { new.title = title }
      if let status { new.status = status }
      if let group { new.group = group }
      if let theory { new.theory = theory == "none" ? nil : try writer.reader.theory(theory).id }
      if let key {
        try requireKey(key, of: .configuration)
        new.key = key
      }
      try writer.put(new)
      if let place { try move(new.id, to: place, writer) }
      return new != old || place != nil
    }
    guard changed else { return context.printError("nothing to change") }
    context.report("changed \(name)")
  }

  /// Writes the new statement, if there is one, with its elements.
  private func restate(_ old: Configuration, _ writer: StudyWriter) throws {
    guard statement != nil || !addElement.isEmpty else { return }
    var new = old
    if let statement { new.statement = statement }
    for clause in addElement { new.statement = new.statement(adding: clause) }
    try writer.restate(old, as: new.statement, createsCodes: createCodes, place: "--statement")
  }

  private func move(_ id: ID<Configuration>, to place: Int, _ writer: StudyWriter) throws {
    var order = try writer.reader.configurations().map(\.id).filter { $0 != id }
    guard (1...order.count + 1).contains(place) else {
      throw Failure.usage("--place \(place): there are \(counted(order.count + 1, "configuration"))")
    }
    order.insert(id, at: place - 1)
    try writer.orderConfigurations(order)
  }
}
