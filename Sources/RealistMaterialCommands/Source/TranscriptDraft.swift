import RealistConsole
import RealistModel
import RealistTranscripts

/// A transcript that was read and is not yet a source of the study.
struct TranscriptDraft {
  /// The file as it was named.
  let file: String
  let name: String
  let bytes: [UInt8]
  let transcript: ImportedTranscript
  /// The transcript's turns with their speakers linked.
  let turns: [Turn]
  /// Who took part though no turn says so, then who speaks.
  let participants: [ID<Participant>]
  var source: Source
  let columns: AttributeColumnsInUse

  func revision(of source: ID<Source>, number: Int = 1, imported: Timestamp, reason: String = "") -> Revision
  {
    Revision(
      source: source, number: number, text: transcript.text, turns: turns, original: original,
      imported: imported, reason: reason, notes: transcript.notes)
  }

  private var original: OriginalFile {
    OriginalFile(
      name: file.lastPathComponent, format: transcript.format.rawValue,
      encoding: transcript.encoding.rawValue,
      bytes: bytes)
  }

  var words: Int { turns.reduce(0) { $0 + SourceText.wordCount(of: transcript.text[$1.span]) } }

  /// The speakers with their turns, in the order of their first one.
  var speakers: [(name: String, turns: Int, participant: ID<Participant>?)] {
    var (order, tally) = ([String](), [String: (turns: Int, participant: ID<Participant>?)]())
    for turn in turns {
      guard let speaker = turn.speaker else { continue }
      if tally[speaker] == nil { order.append(speaker) }
      tally[speaker, default: (0, turn.participant)].turns += 1
    }
    return order.map { ($0, tally[$0]?.turns ?? 0, tally[$0]?.participant) }
  }

  /// Names that stand where speakers' names stand and were not taken for any.
  var offered: [SpeakerCandidate] { transcript.speakers.filter { !$0.isAccepted } }
}
