import CommandKit
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
    let (name, links) = try study.open(context, .readWrite).change(study.note(context, "link speakers")) {
      writer in
      let found = try writer.reader.source(source)
      let turns = try writer.reader.turns(of: found.id, revision: found.revision)
      let links = try speakers.isEmpty ? byName(turns, writer.reader) : given(turns, of: found, writer.reader)
      writer.command = "link speakers of \(found.name): \(links.map(\.said).joined(separator: ", "))"
      try apply(links, to: found, turns: turns, writer)
      return (found.name, links)
    }
    guard !links.isEmpty else {
      return context.printError("nothing was changed: no speaker of \(name) is named like a participant")
    }
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
    let known = names(in: turns)
    return try speakers.flatMap { wanted in
      let spellings = known.filter { SpeakerLinks.areSame($0, wanted.speaker) }
      guard !spellings.isEmpty else {
        let near = Suggestion.nearest(to: wanted.speaker, in: known)
        let shown = near.isEmpty ? Array(known.prefix(6)) : near
        throw Failure(
          "\(found.name): there is no speaker '\(wanted.speaker)'",
          hint: shown.isEmpty
            ? "nobody is named in it: realist source edit \(found.name) --participant P05"
            : "did you mean \(shown.map { "'\($0)'" }.joined(separator: " or "))?", exitCode: Exit.noInput)
      }
      let id = try wanted.id(in: reader, source: found.name)
      let key = try id.flatMap { id in try reader.participants().first { $0.id == id }?.key }
      return spellings.map { Link(speaker: $0, participant: id, key: key) }
    }
  }

  private func byName(_ turns: [Turn], _ reader: StudyReader) throws -> [Link] {
    let people = try reader.participants()
    let links = SpeakerLinks(participants: people)
    let nobody = Set(turns.filter { $0.participant == nil }.compactMap(\.speaker))
    return names(in: turns).filter(nobody.contains).compactMap { speaker in
      guard let id = links.participant(speaker) else { return nil }
      return Link(speaker: speaker, participant: id, key: people.first { $0.id == id }?.key)
    }
  }

  private func names(in turns: [Turn]) -> [String] {
    var seen: Set<String> = []
    return turns.compactMap(\.speaker).filter { seen.insert($0).inserted }
  }

  /// Links turns, and keeps the list of who took part in step: those who spoke before and no longer do leave it.
  private func apply(_ links: [Link], to source: Source, turns: [Turn], _ writer: StudyWriter) throws {
    for link in links { try writer.link(speaker: link.speaker, to: link.participant, in: source.id) }
    let now = try writer.reader.turns(of: source.id, revision: source.revision).participants
    var changed = source
    changed.participants = source.participants.filter { !turns.participants.contains($0) || now.contains($0) }
    changed.participants += now.filter { !changed.participants.contains($0) }
    if changed != source { try writer.put(changed) }
  }
}
