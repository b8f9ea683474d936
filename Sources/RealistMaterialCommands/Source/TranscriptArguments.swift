import CommandKit
import RealistConsole
import RealistEditing
import RealistModel
import RealistStore
import RealistTranscripts

/// What was said on the command line about transcripts that are to be imported.
struct TranscriptArguments {
  var kind = Source.Kind.interview
  var speakers: [SpeakerAssignment] = []
  var participants: [String] = []
  var fields: [Assignment] = []
  var encoding: String?
  var format: TranscriptFormat?
  /// Whether a file may be imported though the study has the same bytes.
  var again = false

  /// What it means for one source, whose name `{source}` stands for.
  func reading(of source: String, in reader: StudyReader) throws -> TranscriptReading {
    TranscriptReading(
      kind: kind, speakers: try speakers.map { ($0.speaker, try $0.id(in: reader, source: source)) },
      participants: try participants.map {
        try reader.linkedParticipant($0.replacing("{source}", with: source))
      },
      encoding: encoding, format: format, again: again)
  }
}

/// The study has these very bytes.
struct AlreadyImported: PresentableError {
  var file: String
  var source: String

  var message: String { EditingError.alreadyImported(file: file, source: source).message }
  var hint: String? {
    "add --again to have it twice, --skip-known to leave it out; a corrected text: realist source revise \(source.shellWord) \(file.shellWord)"
  }
  var exitCode: Int32 { Exit.badData }
}
