import RealistFormats

/// WebVTT as Teams, Stream, Zoom, YouTube, noScribe, Whisper and podcast hosts write it. A turn a cue, except where pieces of one utterance
/// are joined (Teams) and rolling lines are taken once (YouTube).
enum WebVTTReader {
  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    let found = try WebVTTCues(file)
    let (cues, replaced) = withoutRepeats(found.cues, file.bytes)
    let payloads = cues.map { WebVTTPayload(file.bytes, $0.payload) }
    try refuseCutVoice(file, cues, payloads)
    var transcript = CaptionTranscript(pieces: [])
    if isRolling(found, payloads, file.bytes) {
      transcript.pieces = rolling(cues, file.bytes)
    } else {
      for (cue, payload) in zip(cues, payloads) {
        let key = cue.id.flatMap { utterance(file.bytes, $0) }
        for piece in payload.pieces {
          transcript.pieces.append(
            CaptionPiece(cue: cue, speaker: piece.speaker, words: piece.words, utterance: key))
        }
      }
    }
    transcript.notes = notes(found, replaced: replaced, payloads)
    transcript.joinUtterances()
    let hasVoices = transcript.pieces.contains { $0.speaker != nil }
    let speakers =
      hasVoices
      ? transcript.namedSpeakers : CaptionSpeakers.detach(&transcript.pieces, known: file.known)
    return try transcript.finished(file, speakers: speakers)
  }

  private static func notes(_ found: WebVTTCues, replaced: Int, _ payloads: [WebVTTPayload]) -> [String] {
    var notes = [String]()
    if replaced > 0 {
      notes.append(
        "\(replaced) \(replaced == 1 ? "cue came" : "cues came") again with the same id: the later one is taken"
      )
    }
    if let first = found.strays.first {
      notes.append(
        "\(found.strays.count) \(found.strays.count == 1 ? "passage stands" : "passages stand") outside of any cue and "
          + "went into the cue before (the first at line \(first))")
    }
    let empty = payloads.count { $0.pieces.isEmpty }
    if empty > 0 { notes.append("\(empty) \(empty == 1 ? "cue has" : "cues have") no words") }
    return notes
  }

  /// Teams: `GUID/N-M` is piece M of utterance N.
  private static func utterance(_ bytes: [UInt8], _ id: Range<Int>) -> String? {
    guard let slash = bytes[id].lastIndex(of: UInt8(ascii: "/")), slash - id.lowerBound == 36,
      let hyphen = bytes[slash..<id.upperBound].firstIndex(of: ASCII.hyphen)
    else { return nil }
    return Scan.string(bytes, id.lowerBound..<hyphen)
  }

  /// Teams writes a cue again under the same id when it has understood more: the later one wins, at the place of the first.
  private static func withoutRepeats(_ cues: [Cue], _ bytes: [UInt8]) -> (cues: [Cue], replaced: Int) {
    var (result, places) = ([Cue](), [String: Int]())
    result.reserveCapacity(cues.count)
    for cue in cues {
      guard let id = cue.id, utterance(bytes, id) != nil else {
        result.append(cue)
        continue
      }
      let key = Scan.string(bytes, id)
      if let place = places[key] {
        result[place].payload = cue.payload
        result[place].ends = cue.ends
      } else {
        places[key] = result.count
        result.append(cue)
      }
    }
    return (result, cues.count - result.count)
  }

  /// A file whose voices are all closed but for the very last one, without a line end, was cut off.
  private static func refuseCutVoice(_ file: TextFile, _ cues: [Cue], _ payloads: [WebVTTPayload])
    throws(ImportError)
  {
    guard let last = payloads.last, let cue = cues.last, file.bytes.last != ASCII.newline else { return }
    let others = payloads.dropLast()
    let isOdd =
      last.hasOpenVoice && others.contains(where: \.hasClosedVoice) && !others.contains(where: \.hasOpenVoice)
    if isOdd || last.endsInTag { throw .cutShort(file: file.name, line: cue.line + cue.payload.count) }
  }

  // MARK: YouTube

  private static func isRolling(_ found: WebVTTCues, _ payloads: [WebVTTPayload], _ bytes: [UInt8]) -> Bool {
    guard payloads.contains(where: \.hasInlineTimes) else { return false }
    return found.header.contains { Scan.has("Kind:", bytes, at: $0.lowerBound, before: $0.upperBound) }
      || payloads.count(where: \.hasInlineTimes) * 3 > payloads.count
  }

  /// Each line is shown twice, first below and then above the next one: a line of the cue before is not new.
  private static func rolling(_ cues: [Cue], _ bytes: [UInt8]) -> [CaptionPiece] {
    var (pieces, shown) = ([CaptionPiece](), [[UInt8]]())
    for cue in cues {
      let lines = cue.payload.flatMap { WebVTTPayload(bytes, [$0]).pieces.map(\.words) }
      let new = lines.filter { !shown.contains($0) }
      if new.isEmpty, !pieces.isEmpty {
        pieces[pieces.count - 1].ends = max(cue.ends, pieces[pieces.count - 1].begins)
      } else {
        pieces.append(CaptionPiece(cue: cue, words: Array(new.joined(separator: [ASCII.space]))))
      }
      shown = lines
    }
    return pieces
  }
}
