import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist participant list`.
struct ListParticipants: Command {
  static let configuration = CommandConfiguration(
    name: "list", abstract: "List the participants with their attributes.",
    examples: [
      Example("realist participant list"),
      Example(#"realist participant list --where "profession = 'OT' and band >= 4" --format csv"#),
    ])

  @Option(name: "where", help: "Only those for whom a condition holds.", valueName: "CONDITION")
  var condition: String?
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    var content = try study.open(context).read { try $0.study([.participants, .sources]) }
    if let condition {
      let filter = try Filter(condition, attributes: content.attributes)
      guard !filter.subjects.contains(.source) else {
        throw Failure.usage(
          "the condition asks about sources",
          hint: "ask for participants here, for sources in: realist source list")
      }
      content.participants = content.participants.filter { filter.matches($0) }
    }
    let table = Table.participants(of: content)
    try output.write(output.format == .table ? table.withoutEmptyColumns() : table, context)
  }
}

/// `realist participant show`.
struct ShowParticipant: Command {
  static let configuration = CommandConfiguration(
    name: "show", abstract: "Show one participant: attributes, sources, how much was said and coded.",
    examples: [Example("realist participant show P05")])

  @Argument(help: "The pseudonym.", valueName: "ID", completion: .dynamic("participants")) var id: String
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let (participant, attributes, parts) = try study.open(context).read { reader in
      let participant = try reader.participant(id)
      return (participant, try reader.attributes(), try reader.speech(of: participant.id))
    }
    var rows = [("participant", participant.key)]
    if !participant.name.isEmpty { rows.append(("name", participant.name)) }
    for attribute in attributes where attribute.subject == .participant {
      if let value = participant.attributes[attribute.name] {
        rows.append((attribute.name, value.description))
      }
    }
    if !participant.consent.isEmpty { rows.append(("consent", participant.consent.joined(separator: ", "))) }
    if let day = participant.withdrawn { rows.append(("withdrawn", day.description)) }
    rows += parts.map { part in
      let said = "\(counted(part.turns, "turn")), \(counted(part.words, "word"))"
      return ("in \(part.source.name)", part.turns == 0 ? "took part" : said)
    }
    let head = Table.Head(columns: [.init("what", "What", isRowHeading: true), .init("value", "Value")])
    try output.write(Table(head, rows: rows.map { .cells([.init($0.0), .init($0.1)]) }), context)
  }
}

extension StudyReader {
  /// The sources a participant is in, with turns and words of the newest revision.
  fileprivate func speech(
    of participant: ID<Participant>
  ) throws -> [(source: Source, turns: Int, words: Int)] {
    try sources().compactMap { source in
      let turns = try turns(of: source.id, revision: source.revision).filter { $0.participant == participant }
      guard !turns.isEmpty || source.participants.contains(participant) else { return nil }
      guard !turns.isEmpty else { return (source, 0, 0) }
      let text = try text(of: source.id, revision: source.revision)
      return (source, turns.count, turns.reduce(0) { $0 + SourceText.wordCount(of: text[$1.span]) })
    }
  }
}

/// `realist participant remove`.
struct RemoveParticipant: Command {
  static let configuration = CommandConfiguration(
    name: "remove", abstract: "Take a participant out of the list.",
    discussion: """
      Sources, turns and quotes stay, and are attributed to the speaker's name in the transcript. To record that somebody withdrew, use \
      realist participant edit ID --withdrawn DATE.
      """,
    examples: [Example("realist participant remove P05 --yes")])

  @Argument(help: "The pseudonym.", valueName: "ID", completion: .dynamic("participants")) var id: String
  @Flag(short: "y", help: "Also when sources are linked to the participant.") var yes: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let (key, dependents) = try study.open(context, .readWrite).change(
      study.note(context, "remove participant \(id)")
    ) { writer in
      let participant = try writer.reader.participant(id)
      let dependents = try writer.reader.dependents(ofParticipant: participant.id)
      guard yes || dependents.isEmpty else {
        throw StoreError.inUse(.participant, name: participant.key, by: dependents)
      }
      writer.command = "remove participant \(participant.key)"
      try writer.removeParticipant(participant.id)
      return (participant.key, dependents)
    }
    let lost = dependents.isEmpty ? "" : "; no longer linked: \(counted(dependents))"
    context.report("removed participant \(key)\(lost)")
  }
}
