import CommandKit
import RealistAnalysis
import RealistConsole
import RealistEditing
import RealistFormats
import RealistModel
import RealistReports
import RealistStore
import RealistTranscripts

/// `realist source revise`.
struct ReviseSource: Command {
  static let configuration = CommandConfiguration(
    name: "revise",
    abstract: "Put a corrected text in the place of a source's text and carry its quotes over.",
    discussion: """
      Quotes whose words are still there go over to the new text, wherever they stand in it. Every other one is listed: changed when other \
      words stand in its place, lost when nothing does. Both stay with the text they were marked in, with their codes; --accept-changed \
      moves the changed ones to what stands there now.

      Without a file, quotes that stayed behind earlier are looked at again.
      """,
    examples: [
      Example(
        #"realist source revise P01 P01-checked.vtt --reason "checked against the recording" --dry-run"#),
      Example(#"realist source revise P01 P01-checked.vtt --reason "checked against the recording""#),
      Example("realist source revise P01 --accept-changed", "once you have read what changed"),
    ])

  @Argument(help: "The source.", valueName: "SOURCE", completion: .dynamic("sources")) var source: String
  @Argument(help: "The corrected text.", valueName: "FILE", completion: .files) var file: String?
  @Option(help: "Why it was corrected.", valueName: "WORDS") var reason = ""
  @Option(help: "Who a speaker is: a participant, or interviewer for nobody.", valueName: "SPEAKER=ID")
  var speaker: [SpeakerAssignment] = []
  @Option(
    help: "The charset of a text file.", valueName: "NAME",
    completion: .values(TextEncoding.allCases.map(\.rawValue)))
  var encoding: String?
  @Option(name: "as", help: "The format of the file, when the content leaves it open.") var reader:
    TranscriptFormat?
  @Flag(help: "Also carry quotes over whose words changed.") var acceptChanged: Bool
  @Flag(help: "Only say what would become of the quotes.") var dryRun: Bool
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let bytes = try file.map { try FileAccess.read(context.path($0), named: $0, limit: 128 << 20) }
    let pages = try bytes.flatMap { try PDFText.pages(of: $0, named: file ?? "", format: reader, context) }
    let store = try study.open(context, dryRun ? .readOnly : .readWrite)
    let note = study.note(context, "revise source")
    let plan: RevisionPlan
    let listing: Table?
    if dryRun {
      (plan, listing) = try store.read { reader in
        let plan = try self.plan(bytes, pages: pages, reader, imported: note.time)
        return (plan, try plan.listing(reader))
      }
    } else {
      (plan, listing) = try store.change(note) { writer in
        let plan = try self.plan(bytes, pages: pages, writer.reader, imported: writer.time)
        // Codes and old places are read before they change.
        let listing = try plan.listing(writer.reader)
        try plan.apply(writer, acceptingChanged: acceptChanged)
        return (plan, listing)
      }
    }
    if let listing { try output.write(listing, context) }
    for guess in plan.guesses { context.printError("note: \(guess)") }
    plan.report(context, acceptingChanged: acceptChanged, isDryRun: dryRun)
  }

  private func plan(_ bytes: [UInt8]?, pages: [String]?, _ reader: StudyReader, imported: Timestamp) throws
    -> RevisionPlan
  {
    let found = try reader.source(source)
    guard let bytes, let file else { return try RevisionPlan(again: found, reader) }
    let old = try reader.turns(of: found.id, revision: found.revision)
    var links = SpeakerLinks(participants: try reader.participants())
    for speaker in speaker { links.give(speaker.speaker, to: try speaker.id(in: reader, source: found.name)) }
    links.give(old)
    let transcript = try TranscriptReader.read(
      bytes, fileName: file, encoding: encoding, format: self.reader, speakers: links.names, pages: pages)
    try speaker.requireAll(among: transcript.turns.speakerNames, place: file)
    let turns = links.linked(transcript.turns, alone: old.aloneSpeaker)
    let text = try reader.text(of: found.id, revision: found.revision)
    return try RevisionPlan(
      of: found, transcript, bytes: bytes, file: file,
      turns: turns.answering(old, of: text, in: transcript.text), reason: reason, imported: imported, reader)
  }
}
