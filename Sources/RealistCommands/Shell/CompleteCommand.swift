import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// `realist __complete`: what completion scripts ask for. Never complains: a shell would print it into the command line.
struct CompleteCommand: Command {
  static let configuration = CommandConfiguration(
    name: "__complete", abstract: "Print what a shell can offer for a value.", isHidden: true)

  @Argument(help: "What is completed.", valueName: "KIND") var kind: String
  @Argument(help: "What was typed.", valueName: "WORD") var words: [String] = []

  func run(_ context: Context) throws {
    guard let path = path(context), let store = try? StudyStore.open(path, .readOnly, busyTimeout: 200) else {
      return
    }
    let found = (try? store.read { try candidates($0) }) ?? []
    for candidate in found where !candidate.text.contains("\n") {
      let line = candidate.about.isEmpty ? candidate.text : "\(candidate.text)\t\(candidate.about)"
      try context.print(line.replacing("\n", with: " "))
    }
  }

  /// The study that the typed words or the environment name, else the only one here.
  private func path(_ context: Context) -> String? {
    var named = context.environment["REALIST_STUDY"]
    for (place, word) in words.enumerated() {
      if word == "--study" || word == "-s", place + 1 < words.count - 1 { named = words[place + 1] }
      if word.hasPrefix("--study=") { named = String(word.dropFirst("--study=".count)) }
    }
    if let named, !named.isEmpty { return context.path(named) }
    let here = (try? FileAccess.names(in: context.directory))?.filter { $0.hasSuffix(".realist") } ?? []
    return here.count == 1 ? context.path(here[0]) : nil
  }

  private typealias Candidate = (text: String, about: String)

  private func candidates(_ reader: StudyReader) throws -> [Candidate] {
    switch kind {
    case "sources": try reader.sources().map { ($0.name, $0.title) }
    case "participants": try reader.participants().map { ($0.key, $0.name) }
    case "codes": try reader.codeTree().order.map { ($0.path, $0.code.definition) }
    case "configurations": try reader.configurations().map { ($0.key, $0.title) }
    case "elements": try elements(reader)
    case "queries": try reader.queries().map { ($0.name, $0.text) }
    case "context-tables": try reader.contextTables().map { ($0.key, $0.title) }
    case "loops": try reader.loops().map { ($0.key, $0.title) }
    case "theories": try reader.theories().map { ($0.key, $0.title) }
    case "linked-codings": try reader.linkedCodings().map { ($0.key, $0.shape) }
    case "factors": try reader.factors().map { ($0.key, $0.text) }
    case "coders": try reader.coders().map { ($0, "") }
    case "stages": try reader.header().stages.map { ($0.key, $0.name) }
    case "speakers": try speakers(reader)
    case "participant-attributes": try attributes(reader, of: .participant)
    case "source-attributes":
      ["title", "kind", "mode", "date", "minutes"].map { ("\($0)=", "") }
        + (try attributes(reader, of: .source))
    default: []
    }
  }

  /// `bespoke` and, below it, `bespoke.M1`: what evidence can be about.
  private func elements(_ reader: StudyReader) throws -> [Candidate] {
    try reader.configurations().flatMap { configuration in
      [(configuration.key, configuration.title)]
        + configuration.labelled.map { ("\(configuration.key).\($0.label)", $0.element.text) }
    }
  }

  private func attributes(_ reader: StudyReader, of subject: AttributeDefinition.Subject) throws
    -> [Candidate]
  {
    try reader.attributes().filter { $0.subject == subject }.map { ("\($0.name)=", $0.kind.title) }
  }

  /// The speakers of the source that was typed before.
  private func speakers(_ reader: StudyReader) throws -> [Candidate] {
    let sources = try reader.sources()
    guard let source = sources.first(where: { words.dropLast().contains($0.name) }) else { return [] }
    return try reader.turns(of: source.id, revision: source.revision).compactMap(\.speaker).distinct.map {
      ("\($0)=", "")
    }
  }
}
