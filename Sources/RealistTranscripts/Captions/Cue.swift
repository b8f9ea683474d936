import RealistFormats

/// A cue as it stands in a caption file.
struct Cue {
  /// The identifier line, e.g. `7d1e0b5a-3c44-4a8b-9d0e-2f6a1b9c0d11/19-1`.
  var id: Range<Int>?
  var begins: Int
  var ends: Int
  /// The number of the timing line, from 1.
  var line: Int
  /// The lines of the payload without white space at their ends; none is empty.
  var payload: [Range<Int>]
}

/// What somebody says within one cue, without markup.
struct CaptionPiece {
  var speaker: String?
  var begins: Int
  /// `nil` when the file has the end before the beginning.
  var ends: Int?
  var words: [UInt8]
  /// Pieces of one utterance have the same one; `nil` where the file does not say.
  var utterance: String?
  /// False where a format leaves a time out.
  var hasBeginning = true
  var hasEnd = true

  init(cue: Cue, speaker: String? = nil, words: [UInt8], utterance: String? = nil) {
    (self.speaker, self.words, self.utterance) = (speaker, words, utterance)
    (begins, ends) = (cue.begins, cue.ends < cue.begins ? nil : cue.ends)
  }
}

/// The pieces of a caption file as a transcript, a turn each.
struct CaptionTranscript {
  var pieces: [CaptionPiece]
  var notes: [String] = []

  /// Pieces of one utterance, by one speaker and next to each other, become one piece; a space joins them.
  mutating func joinUtterances() {
    var joined = [CaptionPiece]()
    joined.reserveCapacity(pieces.count)
    for piece in pieces {
      if let key = piece.utterance, let last = joined.last, last.utterance == key,
        last.speaker == piece.speaker
      {
        joined[joined.count - 1].words += [ASCII.space] + piece.words
        joined[joined.count - 1].ends = piece.ends
      } else {
        joined.append(piece)
      }
    }
    pieces = joined
  }

  /// - Parameter others: what else is to be said, before the notes of the transcript itself.
  func finished(_ file: TextFile, speakers: [SpeakerCandidate], notes others: [String] = [])
    throws(ImportError) -> ImportedTranscript
  {
    var text = TranscriptText()
    for piece in pieces {
      text.append(
        piece.words, speaker: piece.speaker, begins: piece.hasBeginning ? piece.begins : nil, ends: piece.ends
      )
    }
    guard text.turnCount > 0 else { throw .noCues(file: file.name, format: file.format.title) }
    let backwards = pieces.count { $0.ends == nil && $0.hasEnd }
    let odd =
      backwards == 0
      ? []
      : ["\(backwards) \(backwards == 1 ? "cue ends" : "cues end") before beginning: the end was left out"]
    return try file.transcript(text, speakers: speakers, notes: others + notes + odd, rendered: true)
  }

  /// The speakers of pieces whose file names them outright.
  var namedSpeakers: [SpeakerCandidate] {
    var (order, counts) = ([String](), [String: Int]())
    for case let name? in pieces.map(\.speaker) {
      if counts[name] == nil { order.append(name) }
      counts[name, default: 0] += 1
    }
    return order.map { SpeakerCandidate(name: $0, occurrences: counts[$0] ?? 0, isAccepted: true) }
  }
}
