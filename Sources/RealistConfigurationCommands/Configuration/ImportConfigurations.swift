import CommandKit
import RealistConsole
import RealistEditing
import RealistFolder
import RealistModel
import RealistNotation
import RealistStore

/// `realist cmo import`.
struct ImportConfigurations: Command {
  static let configuration = CommandConfiguration(
    name: "import", abstract: "Read configurations from a file of statements with tags.",
    discussion: """
      Each configuration is a heading, ## CMO 2: Title {#key}, and a statement whose clauses end in tags: (C), (M+: path/of/code), (O-). Below \
      it may stand evidence: - M1 supports P02 "quote" (anticipated). A plain list of statements with tags is read as well.

      A configuration whose key the study has is changed. Evidence that the file does not list is kept unless --replace is given. With any \
      problem in the file nothing is changed.
      """,
    examples: [
      Example("realist cmo import configurations.md"),
      Example("realist cmo import published-list.md --create-codes"),
    ])

  @Argument(help: "The file; - is standard input.", valueName: "FILE", completion: .files) var file: String
  @Flag(help: "Make the codes that tags name and the study lacks.") var createCodes: Bool
  @Flag(help: "Let evidence go that the file does not list.") var replace: Bool
  @Flag(help: "Change configurations that a list without keys numbers like the study's.") var update: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let bytes = try FileAccess.readText(file, context)
    let store = try study.open(context, .readWrite)
    var (made, notes) = (ConfigurationImport?.none, [String]())
    try store.change(study.note(context, "cmo import \(file)")) { writer in
      let notated = try read(bytes, template: writer.reader.header().template)
      if !update { try requireNewKeys(notated, in: writer.reader) }
      var configurations = ConfigurationImport(writer, file: file)
      (configurations.createsCodes, configurations.dropsEvidence) = (createCodes, replace)
      try configurations.add(notated)
      notes = Self.renumbered(notated, in: try writer.reader.configurations())
      made = configurations
    }
    guard let made else { return }
    notes.forEach { context.printError("note: \($0)") }
    if !made.codes.isEmpty { context.printError("made the codes \(made.codes.joined(separator: ", "))") }
    made.report(context)
  }

  private func read(_ bytes: [UInt8], template: Template) throws -> [NotatedConfiguration] {
    do {
      let notated = try ConfigurationNotation.read(bytes, template: template)
      guard !notated.isEmpty else {
        throw Failure(
          "\(file): there is no configuration in it",
          hint: "write one: If … (C), … (M), … (O).", exitCode: Exit.badData)
      }
      return notated
    } catch let error as NotationError {
      throw Problems(file, error)
    }
  }

  /// A list without headings numbers its configurations itself; two lists must not be taken for one.
  private func requireNewKeys(_ notated: [NotatedConfiguration], in reader: StudyReader) throws {
    let numbered = notated.enumerated().allSatisfy { place, one in
      one.title.isEmpty && ["cmo\(place + 1)", "statement-\(place + 1)"].contains(one.key)
    }
    guard numbered else { return }
    let known = try reader.configurations()
    for one in notated {
      guard let other = known.first(where: { $0.key == one.key }), other.statement != one.statement else {
        continue
      }
      throw Failure(
        "\(file):\(one.place): the study has another configuration '\(one.key)'",
        hint: "give each statement a heading, ## CMO 1: Title {#key}, or change the study's with --update",
        exitCode: Exit.badData)
    }
  }

  private static func renumbered(
    _ notated: [NotatedConfiguration], in known: [Configuration]
  ) -> [String] {
    notated.compactMap { one in
      guard let number = one.number, let place = known.firstIndex(where: { $0.key == one.key }),
        number != place + 1
      else { return nil }
      return "the file's CMO \(number), \(one.key), is CMO\(place + 1) in this study"
    }
  }
}

extension ConfigurationImport {
  /// Says what was written.
  func report(_ context: Context) {
    var parts: [String] = []
    if !added.isEmpty { parts.append("added \(counted(added.count, "configuration"))") }
    if !changed.isEmpty { parts.append("changed \(changed.joined(separator: ", "))") }
    if evidenceAdded > 0 { parts.append("added \(counted(evidenceAdded, "piece", "pieces")) of evidence") }
    if segments > 0 { parts.append("made \(counted(segments, "segment"))") }
    if evidenceDropped > 0 {
      parts.append("let \(counted(evidenceDropped, "piece", "pieces")) of evidence go")
    }
    if !unchanged.isEmpty { parts.append("\(unchanged.count) as before") }
    if added.isEmpty && changed.isEmpty && codes.isEmpty {
      return context.printError("nothing to change: the study says the same")
    }
    context.report(parts.joined(separator: ", "))
  }
}
