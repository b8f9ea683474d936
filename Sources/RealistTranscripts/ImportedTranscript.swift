import RealistFormats
import RealistModel

/// What a reader made of a file.
public struct ImportedTranscript: Sendable {
  /// The words. Of a plain text file: the decoded file, unchanged. Of every other format: one block a turn, `Speaker: words` where the
  /// speaker is known, a blank line between blocks.
  public let text: SourceText
  /// In the order of the text, never overlapping; `participant` is `nil`. Text outside of every turn (a title, a heading) is no speech.
  public let turns: [Turn]
  public let format: TranscriptFormat
  public let encoding: TextEncoding
  /// The names found, in the order of their first appearance.
  public let speakers: [SpeakerCandidate]
  /// What was changed, skipped or left out, a sentence each; without words of the transcript.
  public let notes: [String]
  /// Those of the notes that say what was guessed, or what was left out of the words: a person has to hear of them.
  public let guesses: [String]
}

/// A name that stands where speakers' names stand.
public struct SpeakerCandidate: Hashable, Sendable {
  public let name: String
  /// How often it stands there.
  public let occurrences: Int
  /// Whether it was taken for a speaker. One that was not is offered: name it to have it taken.
  public let isAccepted: Bool

  public init(name: String, occurrences: Int, isAccepted: Bool) {
    (self.name, self.occurrences, self.isAccepted) = (name, occurrences, isAccepted)
  }
}
