import RealistModel
import RealistStore
import RealistTranscripts

/// Reads files into drafts of sources and remembers what they have in common.
public struct TranscriptDrafts {
  private let reader: StudyReader
  private let people: [Participant]
  private var names: Set<String>
  /// Everybody who speaks, in the order of the files.
  public private(set) var speakers: [String] = []

  public init(_ reader: StudyReader) throws {
    self.reader = reader
    people = try reader.participants()
    names = Set(try reader.sources().map(\.name))
  }

  /// Reads one file.
  ///
  /// - Throws: `ImportError` for a file that cannot be read, ``EditingError`` for one that cannot be this source; `StoreError`.
  public mutating func draft(_ file: TranscriptFile, _ reading: TranscriptReading) throws -> TranscriptDraft {
    try requireNew(file, again: reading.again)
    var links = SpeakerLinks(participants: people)
    for speaker in reading.speakers { links.give(speaker.name, to: speaker.participant) }
    let transcript = try TranscriptReader.read(
      file.bytes, fileName: file.name, encoding: reading.encoding, format: reading.format,
      speakers: links.names, pages: file.pages)
    let named = reading.participants
    let turns = links.linked(transcript.turns, alone: named.count == 1 ? named[0] : nil)
    var source = Source(id: ID(high: 0, low: 0), name: file.source, kind: reading.kind)
    source.participants = named + turns.participants.filter { !named.contains($0) }
    names.insert(file.source)
    speakers += turns.speakerNames.filter { !speakers.contains($0) }
    return TranscriptDraft(file: file, transcript: transcript, turns: turns, source: source)
  }

  /// Refuses bytes that the study has, and a name that is in use.
  public func requireNew(_ file: TranscriptFile, again: Bool) throws {
    if !again, let same = try reader.sources(withOriginal: file.bytes).first {
      throw EditingError.alreadyImported(file: file.name, source: same)
    }
    guard !names.contains(file.source) else {
      throw EditingError.sourceExists(file: file.name, name: file.source)
    }
  }
}

extension [Turn] {
  /// The names of those who speak, in the order of their first turn.
  public var speakerNames: [String] { compactMap(\.speaker).distinct }
}
