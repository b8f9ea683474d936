import RealistFormats

/// CHAT, the format of TalkBank and CLAN: `*PAR:`, a tab, words, the times between two U+0015; lines that begin with a tab go on. `@` lines are
/// about the file and `%` lines about the words above them: neither is said. MacWhinney, "Tools for Analyzing Talk, Part 1".
enum CHATReader {
  private static let bullet: UInt8 = 0x15

  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    let bytes = file.bytes
    var (transcript, heads, tiers) = (CaptionTranscript(pieces: []), 0, 0)
    var utterance: (speaker: String, words: [UInt8])?
    func close() {
      if let found = utterance { transcript.pieces.append(piece(found.speaker, found.words)) }
      utterance = nil
    }
    for line in Scan.lines(bytes) where !line.isEmpty {
      switch bytes[line.lowerBound] {
      case ASCII.tab:
        utterance?.words += [ASCII.space] + bytes[Scan.trimmed(bytes, line)]
      case UInt8(ascii: "*"):
        close()
        guard let colon = bytes[line].firstIndex(of: ASCII.colon) else { continue }
        let name = SpeakerLabel.name(bytes, (line.lowerBound + 1)..<colon)
        utterance = (name, Array(bytes[Scan.trimmed(bytes, (colon + 1)..<line.upperBound)]))
      default:
        close()
        if bytes[line.lowerBound] == UInt8(ascii: "@") { heads += 1 } else { tiers += 1 }
      }
    }
    close()
    guard !transcript.pieces.isEmpty else { throw .noTurns(file: file.name, format: file.format.title) }
    if heads > 0 {
      transcript.notes.append("\(heads) \(heads == 1 ? "line" : "lines") about the file (@) left out")
    }
    if tiers > 0 {
      transcript.notes.append("\(tiers) \(tiers == 1 ? "line" : "lines") about the words (%) left out")
    }
    return try transcript.finished(file, speakers: transcript.namedSpeakers)
  }

  /// The words without their bullets; the first one's beginning, the last one's end.
  private static func piece(_ speaker: String, _ bytes: [UInt8]) -> CaptionPiece {
    var (words, begins, ends, offset) = ([UInt8](), Int?.none, Int?.none, 0)
    while offset < bytes.count {
      if bytes[offset] == bullet, let close = bytes[(offset + 1)...].firstIndex(of: bullet) {
        let times = Scan.string(bytes, (offset + 1)..<close).split(separator: "_").map { Int($0) }
        if times.count == 2, let first = times[0], let last = times[1] {
          (begins, ends) = (begins ?? first, last)
        }
        offset = close + 1
      } else {
        if bytes[offset] != bullet { words.append(bytes[offset]) }
        offset += 1
      }
    }
    let name = speaker.isEmpty ? nil : speaker
    let cue = Cue(begins: begins ?? 0, ends: ends ?? -1, line: 0, payload: [])
    var piece = CaptionPiece(cue: cue, speaker: name, words: words)
    (piece.hasBeginning, piece.hasEnd) = (begins != nil, ends != nil)
    return piece
  }
}
