import RealistFormats

/// Whisper's table: `start`, `end`, `text` under a heading, tabs between them, times in whole milliseconds; perhaps a `speaker`.
enum SpeechTableReader {
  /// Whether a line is the heading.
  static func isHeader(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let names = Set(columns(bytes, line).map { Scan.string(bytes, $0).lowercased() })
    return names.isSuperset(of: ["start", "end", "text"])
  }

  private static func columns(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var (columns, start) = ([Range<Int>](), line.lowerBound)
    for offset in line where bytes[offset] == ASCII.tab {
      columns.append(start..<offset)
      start = offset + 1
    }
    return columns + [start..<line.upperBound]
  }

  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    let bytes = file.bytes
    let lines = Scan.lines(bytes)
    guard let head = lines.firstIndex(where: { !Scan.isBlank(bytes, $0) }), isHeader(bytes, lines[head])
    else {
      throw .badRow(file: file.name, line: 1)
    }
    let names = columns(bytes, lines[head]).map { Scan.string(bytes, Scan.trimmed(bytes, $0)).lowercased() }
    var transcript = CaptionTranscript(pieces: [])
    for (number, line) in lines.enumerated().dropFirst(head + 1) where !Scan.isBlank(bytes, line) {
      let cells = columns(bytes, line)
      let row = Dictionary(zip(names, cells.map { Scan.trimmed(bytes, $0) })) { first, _ in first }
      guard cells.count == names.count, let words = row["text"], let begins = row["start"],
        let ends = row["end"],
        let first = Int(Scan.string(bytes, begins)), let last = Int(Scan.string(bytes, ends))
      else { throw .badRow(file: file.name, line: number + 1) }
      let cue = Cue(begins: first, ends: last, line: number + 1, payload: [])
      let speaker = row["speaker"].flatMap { $0.isEmpty ? nil : SpeakerLabel.name(bytes, $0) }
      transcript.pieces.append(CaptionPiece(cue: cue, speaker: speaker, words: Array(bytes[words])))
    }
    return try transcript.finished(file, speakers: transcript.namedSpeakers)
  }
}
