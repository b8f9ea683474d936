import CommandKit
import RealistConsole
import RealistEditing
import RealistModel
import RealistStore

/// `realist source link`.
struct LinkSpeaker: Command {
  static let configuration = CommandConfiguration(
    name: "link", abstract: "Say who the speakers of a source are.",
    discussion: "Without speakers, those who are named like a participant and are nobody yet are linked.",
    examples: [
      Example(#"realist source link P01 "Dawn P.=P01" "Iris Okafor=interviewer""#),
      Example("realist source link FG1"),
    ])

  @Argument(help: "The source.", valueName: "SOURCE", completion: .dynamic("sources")) var source: String
  @Argument(
    help: "The name in the transcript, and who that is.", valueName: "SPEAKER=ID",
    completion: .dynamic("speakers"))
  var speakers: [SpeakerAssignment] = []
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let (name, links, isChanged) = try study.open(context, .readWrite).change(
      study.note(context, "link speakers")
    ) { writer in
      let found = try writer.reader.source(source)
      let turns = try writer.reader.turns(of: found.id, revision: found.revision)
      let links = try speakers.isEmpty ? byName(turns, writer.reader) : given(turns, of: found, writer.reader)
      writer.command = "link \(counted(links.count, "speaker")) of \(found.name)"
      let isChanged = try apply(links, to: found, turns: turns, writer)
      return (found.name, links, isChanged)
    }
    guard !links.isEmpty else {
      return context.printError("nothing was changed: no speaker of \(name) is named like a participant")
    }
    guard isChanged else { return context.printError("nothing was changed: it is like that in \(name)") }
    context.report("\(name): \(links.map(\.said).joined(separator: ", "))")
  }

  /// One speaker, as the transcript writes the name, and who that is.
  private struct Link {
    var speaker: String
    var participant: ID<Participant>?
    var key: String?
    var said: String { "\(speaker) is \(key ?? "nobody in the list")" }
  }

  private func given(_ turns: [Turn], of found: Source, _ reader: StudyReader) throws -> [Link] {
    let known = turns.speakerNames
    try speakers.requireAll(among: known, place: found.name)
    return try speakers.flatMap { wanted in
      let id = try wanted.id(in: reader, source: found.name)
      let key = try id.flatMap { id in try reader.participants().first { $0.id == id }?.key }
      let spellings = known.filter { SpeakerLinks.areSame($0, wanted.speaker) }
      return spellings.map { Link(speaker: $0, participant: id, key: key) }
    }
  }

  private func byName(_ turns: [Turn], _ reader: StudyReader) throws -> [Link] {
    let people = try reader.participants()
    let links = SpeakerLinks(participants: people)
    let nobody = Set(turns.filter { $0.participant == nil }.compactMap(\.speaker))
    return turns.speakerNames.filter(nobody.contains).compactMap { speaker in
      guard let id = links.participant(speaker) else { return nil }
      return Link(speaker: speaker, participant: id, key: people.first { $0.id == id }?.key)
    }
  }

  /// Links turns, and keeps the list of who took part in step: those who spoke before and no longer do leave it.
  ///
  /// - Returns: whether anything is different now.
  private func apply(
    _ links: [Link], to source: Source, turns: [Turn], _ writer: StudyWriter
  ) throws -> Bool {
    for link in links { try writer.link(speaker: link.speaker, to: link.participant, in: source.id) }
    let linked = try writer.reader.turns(of: source.id, revision: source.revision)
    var changed = source
    changed.replaceSpeakers(turns.participants, with: linked.participants)
    if changed != source { try writer.put(changed) }
    return linked != turns || changed != source
  }
}

extension Source {
  /// Brings the list of who took part into step with who speaks: those who spoke and no longer do leave it, new ones join at its end.
  mutating func replaceSpeakers(_ old: [ID<Participant>], with new: [ID<Participant>]) {
    participants.removeAll { old.contains($0) && !new.contains($0) }
    participants += new.filter { !participants.contains($0) }
  }
}
