import RealistFormats

/// What speech recognisers write as JSON: Whisper, WhisperX, whisper.cpp, the Podcasting 2.0 transcript. A turn a segment.
enum SpeechJSONReader {
  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    let root = try value(file)
    let members = root.object ?? [:]
    guard let segments = members["segments"]?.array ?? members["transcription"]?.array ?? root.array,
      segments.contains(where: { SpeechSegment($0) != nil })
    else { throw .unsupported(file: file.name, kind: .json) }
    var transcript = CaptionTranscript(pieces: [])
    var skipped = 0
    for segment in segments {
      guard let found = SpeechSegment(segment) else {
        skipped += 1
        continue
      }
      transcript.pieces.append(found.piece)
    }
    transcript.notes = ["words' own times, tokens and probabilities were left out"]
    if skipped > 0 { transcript.notes.append("\(skipped) of \(segments.count) segments have no words") }
    return try transcript.finished(file, speakers: transcript.namedSpeakers)
  }

  /// The file as JSON.
  static func value(_ file: TextFile) throws(ImportError) -> JSONValue {
    do throws(JSONError) { return try JSONValue(file.bytes) } catch {
      throw .malformedJSON(file: file.name, place: error.place)
    }
  }
}

/// A segment: words with a beginning, an end and perhaps a speaker.
private struct SpeechSegment {
  var piece: CaptionPiece

  /// `start`, `end` and `text` (Whisper); `startTime`, `endTime`, `body` (podcasts); `offsets` in milliseconds (whisper.cpp).
  init?(_ value: JSONValue) {
    guard let members = value.object, let words = members["text"]?.string ?? members["body"]?.string else {
      return nil
    }
    let offsets = members["offsets"]?.object ?? [:]
    let begins = offsets["from"]?.integer ?? Self.milliseconds(members["start"] ?? members["startTime"])
    let ends = offsets["to"]?.integer ?? Self.milliseconds(members["end"] ?? members["endTime"])
    let speaker = members["speaker"]?.string.flatMap { Self.name($0) }
    let cue = Cue(begins: begins ?? 0, ends: ends ?? -1, line: 0, payload: [])
    piece = CaptionPiece(
      cue: cue, speaker: speaker, words: Array(words.utf8).filter { $0 != 0 && $0 != 0x0d })
    piece.hasBeginning = begins != nil
    piece.hasEnd = ends != nil
  }

  private static func name(_ text: String) -> String? {
    let bytes = Array(text.utf8).filter { $0 != 0 && $0 != 0x0d && $0 != 0x0a }
    let name = SpeakerLabel.name(bytes, bytes.indices)
    return name.isEmpty ? nil : name
  }

  /// Seconds, to the millisecond.
  private static func milliseconds(_ value: JSONValue?) -> Int? {
    switch value {
    case .integer(let seconds) where abs(seconds) < 1 << 40: return seconds * 1000
    case .number(let seconds) where abs(seconds) < 1e12: return Int((seconds * 1000).rounded())
    default: return nil
    }
  }
}
