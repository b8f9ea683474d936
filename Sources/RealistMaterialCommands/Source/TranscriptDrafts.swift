import CommandKit
import RealistConsole
import RealistModel
import RealistStore
import RealistTranscripts

/// How transcripts are to be read.
struct TranscriptReading {
  var kind = Source.Kind.interview
  var speakers: [SpeakerAssignment] = []
  var participants: [String] = []
  var fields: [Assignment] = []
  var encoding: String?
  var format: TranscriptFormat?
  /// Whether a file may be imported though the study has the same bytes.
  var again = false
}

/// Reads files into drafts of sources and remembers what they have in common.
struct TranscriptDrafts {
  private let reading: TranscriptReading
  private let reader: StudyReader
  private let context: Context
  private let people: [Participant]
  private var columns: AttributeColumnsInUse
  private var names: Set<String>
  /// Everybody who speaks, in the order of the files.
  private var speakers: [String] = []

  init(_ reading: TranscriptReading, _ reader: StudyReader, _ context: Context) throws {
    (self.reading, self.reader, self.context) = (reading, reader, context)
    people = try reader.participants()
    columns = try AttributeColumnsInUse(reader)
    names = Set(try reader.sources().map(\.name))
  }

  var newColumns: AttributeColumnsInUse { columns }

  /// Reads one file.
  ///
  /// - Throws: ``ImportError``, ``Failure`` for a file that cannot be this source; ``StoreError``.
  mutating func draft(_ file: String, at path: String, name: String) throws -> TranscriptDraft {
    let bytes = try FileAccess.read(path, named: file, limit: 128 << 20)
    try requireNew(bytes, file: file)
    guard !names.contains(name) else {
      throw Failure(
        "\(file): there is already a source '\(name)'",
        hint: "give it another name: realist source import \(file.shellWord) --name \("\(name)-2".shellWord)",
        exitCode: Exit.badData)
    }
    var links = SpeakerLinks(participants: people)
    for speaker in reading.speakers {
      links.give(speaker.speaker, to: try speaker.id(in: reader, source: name))
    }
    let transcript = try TranscriptReader.read(
      bytes, fileName: file, encoding: reading.encoding, format: reading.format, speakers: links.names,
      pages: try PDFText.pages(of: bytes, named: file, format: reading.format, context))
    let named = try reading.participants.map {
      try reader.linkedParticipant($0.replacing("{source}", with: name))
    }
    let turns = links.linked(transcript.turns, alone: named.count == 1 ? named[0] : nil)
    var source = Source(id: ID(high: 0, low: 0), name: name, kind: reading.kind)
    try SourceFields(assignments: reading.fields).apply(to: &source, columns: &columns)
    source.participants = named + turns.participants.filter { !named.contains($0) }
    names.insert(name)
    speakers += turns.speakerNames.filter { !speakers.contains($0) }
    return TranscriptDraft(
      file: file, name: name, bytes: bytes, transcript: transcript, turns: turns,
      participants: source.participants, source: source, columns: columns)
  }

  private func requireNew(_ bytes: [UInt8], file: String) throws {
    guard !reading.again, let same = try reader.sources(withOriginal: bytes).first else { return }
    throw AlreadyImported(file: file, source: same)
  }

  /// Refuses a speaker that was named and is in no file.
  func requireSpeakers() throws {
    try reading.speakers.requireAll(among: speakers, place: "")
  }
}

/// The study has these very bytes.
struct AlreadyImported: PresentableError {
  var file: String
  var source: String

  var message: String { "\(file): the same file was imported as '\(source)'" }
  var hint: String? {
    "add --again to have it twice, --skip-known to leave it out; a corrected text: realist source revise \(source.shellWord) \(file.shellWord)"
  }
  var exitCode: Int32 { Exit.badData }
}
