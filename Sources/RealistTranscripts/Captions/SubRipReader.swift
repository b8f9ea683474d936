import RealistFormats

/// SubRip. A turn a cue; its lines stay lines. The number may be missing, times may have a point, lines may be blank inside a cue.
enum SubRipReader {
  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    let bytes = file.bytes
    let cues = try SubRipCues(file).cues
    guard !cues.isEmpty else { throw .noCues(file: file.name, format: TranscriptFormat.srt.title) }
    var transcript = CaptionTranscript(
      pieces: cues.map { cue in
        let lines = cue.payload.map { SubRipMarkup.stripped(bytes, $0) }.filter { !$0.isEmpty }
        return CaptionPiece(cue: cue, words: Array(lines.joined(separator: [ASCII.newline])))
      })
    let empty = transcript.pieces.count { $0.words.isEmpty }
    if empty > 0 { transcript.notes.append("\(empty) \(empty == 1 ? "cue has" : "cues have") no words") }
    let speakers = CaptionSpeakers.detach(&transcript.pieces, known: file.known)
    return try transcript.finished(file, speakers: speakers)
  }
}

/// Finds the cues by their timing lines.
private struct SubRipCues {
  private(set) var cues: [Cue] = []

  init(_ file: TextFile) throws(ImportError) {
    let bytes = file.bytes
    let lines = Scan.lines(bytes).map { Scan.trimmed(bytes, $0) }
    var isAfterBlank = true
    for (index, line) in lines.enumerated() {
      defer { isAfterBlank = line.isEmpty }
      if let timing = CueTiming(bytes, line) {
        cues.append(Cue(begins: timing.begins, ends: timing.ends, line: index + 1, payload: []))
      } else if BrokenTiming.matches(bytes, line) {
        throw .badTiming(file: file.name, line: index + 1)
      } else if !line.isEmpty, !isNumber(at: index, lines, bytes, isAfterBlank: isAfterBlank) {
        guard !cues.isEmpty else { throw .badTiming(file: file.name, line: index + 1) }
        cues[cues.count - 1].payload.append(line)
      }
    }
    if let last = cues.last {
      let isCut = last.payload.isEmpty && cues.dropLast().allSatisfy { !$0.payload.isEmpty }
      let endsInNumber = isAfterNumberOnly(lines, bytes)
      if isCut || endsInNumber { throw .cutShort(file: file.name, line: lines.count) }
    }
  }

  /// Whether a line is the number of the cue that the next line begins.
  private func isNumber(at index: Int, _ lines: [Range<Int>], _ bytes: [UInt8], isAfterBlank: Bool) -> Bool {
    guard bytes[lines[index]].allSatisfy(ASCII.isDigit), lines[index].count < 8 else { return false }
    guard index + 1 < lines.count else { return isAfterBlank }
    guard CueTiming(bytes, lines[index + 1]) != nil || BrokenTiming.matches(bytes, lines[index + 1]) else {
      return false
    }
    return isAfterBlank || Int(Scan.string(bytes, lines[index])) == cues.count + 1
  }

  /// The last line of the file is a number and nothing follows it.
  private func isAfterNumberOnly(_ lines: [Range<Int>], _ bytes: [UInt8]) -> Bool {
    guard lines.count > 1, let last = lines.last, !last.isEmpty else { return false }
    return lines[lines.count - 2].isEmpty && bytes[last].allSatisfy(ASCII.isDigit)
  }
}

/// `<i>`, `</font>`, `{\an8}`: how lines of SubRip are set, not what is said.
enum SubRipMarkup {
  private static let brace = UInt8(ascii: "{")
  private static let tags: Set<String> = ["i", "b", "u", "s", "font", "/i", "/b", "/u", "/s", "/font"]

  static func stripped(_ bytes: [UInt8], _ line: Range<Int>) -> [UInt8] {
    guard bytes[line].contains(where: { $0 == ASCII.less || $0 == brace }) else { return Array(bytes[line]) }
    var result = [UInt8]()
    result.reserveCapacity(line.count)
    var offset = line.lowerBound
    while offset < line.upperBound {
      if let end = tagEnd(bytes, at: offset, before: line.upperBound) {
        offset = end
      } else {
        // The words up to the next mark.
        let start = offset
        repeat {
          offset += 1
        } while offset < line.upperBound && bytes[offset] != ASCII.less && bytes[offset] != brace
        result.append(contentsOf: bytes[start..<offset])
      }
    }
    let trimmed = Scan.trimmed(result, result.indices)
    return Array(result[trimmed])
  }

  private static func tagEnd(_ bytes: [UInt8], at offset: Int, before limit: Int) -> Int? {
    let window = offset..<min(limit, offset + 64)
    if bytes[offset] == ASCII.less, let close = bytes[window].firstIndex(of: ASCII.greater) {
      let name = bytes[(offset + 1)..<close].prefix { $0 != ASCII.space }
      return tags.contains(String(decoding: name, as: UTF8.self).lowercased()) ? close + 1 : nil
    }
    if Scan.has("{\\", bytes, at: offset, before: limit) {
      return bytes[window].firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 }
    }
    return nil
  }
}
