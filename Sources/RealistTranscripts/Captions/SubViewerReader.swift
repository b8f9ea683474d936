import RealistFormats

/// SubViewer, YouTube's older captions (SBV): `0:00:00.599,0:00:04.160`, then the words, then a blank line.
enum SubViewerReader {
  static func timing(_ bytes: [UInt8], _ line: Range<Int>) -> (begins: Int, ends: Int)? {
    guard
      let first = Timecode(bytes, at: line.lowerBound, before: line.upperBound, fractionMark: ASCII.point),
      Scan.has(",", bytes, at: first.end, before: line.upperBound),
      let second = Timecode(bytes, at: first.end + 1, before: line.upperBound), second.end == line.upperBound
    else { return nil }
    return (first.milliseconds, second.milliseconds)
  }

  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    let bytes = file.bytes
    let lines = Scan.lines(bytes).map { Scan.trimmed(bytes, $0) }
    var cues = [Cue]()
    for (number, line) in lines.enumerated() where !line.isEmpty {
      if let timing = timing(bytes, line) {
        cues.append(Cue(begins: timing.begins, ends: timing.ends, line: number + 1, payload: []))
      } else {
        guard !cues.isEmpty else { throw .badTiming(file: file.name, line: number + 1) }
        cues[cues.count - 1].payload.append(line)
      }
    }
    guard let last = cues.last else { throw .noCues(file: file.name, format: file.format.title) }
    if last.payload.isEmpty, cues.dropLast().allSatisfy({ !$0.payload.isEmpty }) {
      throw .cutShort(file: file.name, line: lines.count)
    }
    var transcript = CaptionTranscript(
      pieces: cues.map { cue in
        CaptionPiece(cue: cue, words: Array(cue.payload.map { bytes[$0] }.joined(separator: [ASCII.newline])))
      })
    let speakers = CaptionSpeakers.detach(&transcript.pieces, known: file.known)
    return try transcript.finished(file, speakers: speakers)
  }
}
