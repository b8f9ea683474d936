import RealistModel
import RealistStore
import RealistTranscripts

/// A transcript that was read and is not yet a source of the study.
public struct TranscriptDraft {
  public let file: TranscriptFile
  public let transcript: ImportedTranscript
  /// The transcript's turns with their speakers linked.
  public let turns: [Turn]
  /// Its id is given when it is added.
  public var source: Source

  public var name: String { source.name }
  public var words: Int { turns.reduce(0) { $0 + SourceText.wordCount(of: transcript.text[$1.span]) } }

  /// The speakers with their turns, in the order of their first one.
  public var speakers: [(name: String, turns: Int, participant: ID<Participant>?)] {
    var (order, tally) = ([String](), [String: (turns: Int, participant: ID<Participant>?)]())
    for turn in turns {
      guard let speaker = turn.speaker else { continue }
      if tally[speaker] == nil { order.append(speaker) }
      tally[speaker, default: (0, turn.participant)].turns += 1
    }
    return order.map { ($0, tally[$0]?.turns ?? 0, tally[$0]?.participant) }
  }

  /// Names that stand where speakers' names stand and were not taken for any.
  public var offered: [SpeakerCandidate] { transcript.speakers.filter { !$0.isAccepted } }

  fileprivate func revision(of source: ID<Source>, imported: Timestamp) -> Revision {
    let original = OriginalFile(
      name: file.name.split(separator: "/").last.map(String.init) ?? file.name,
      format: transcript.format.rawValue, encoding: transcript.encoding.rawValue, bytes: file.bytes)
    return Revision(
      source: source, number: 1, text: transcript.text, turns: turns, original: original,
      imported: imported, notes: transcript.notes)
  }
}

extension StudyWriter {
  /// Makes a draft a source of the study.
  @discardableResult
  public func add(_ draft: TranscriptDraft) throws -> Source {
    var source = draft.source
    source.id = newID()
    let revision = draft.revision(of: source.id, imported: time)
    try add(source, revision)
    return source
  }
}
