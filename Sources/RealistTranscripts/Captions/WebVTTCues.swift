import RealistFormats

/// The cues of a WebVTT file (W3C WebVTT, section 4), and what stands around them.
struct WebVTTCues {
  private(set) var cues: [Cue] = []
  /// The lines of the header after the first.
  private(set) var header: [Range<Int>] = []
  /// The lines that begin passages outside of any cue, numbered from 1; their words were taken into the cue before.
  private(set) var strays: [Int] = []

  private let file: TextFile
  private let lines: [Range<Int>]
  private var next = 0

  init(_ file: TextFile) throws(ImportError) {
    let bytes = file.bytes
    self.file = file
    lines = Scan.lines(bytes).map { Scan.trimmed(bytes, $0) }
    guard Scan.has("WEBVTT", bytes, at: 0, before: bytes.count),
      bytes.count == 6 || bytes[6] <= ASCII.space
    else { throw .noHeader(file: file.name) }
    readHeader()
    while next < lines.count {
      if lines[next].isEmpty {
        next += 1
      } else {
        try readBlock()
      }
    }
    if let last = cues.last, last.payload.isEmpty, cues.dropLast().allSatisfy({ !$0.payload.isEmpty }) {
      throw .cutShort(file: file.name, line: lines.count)
    }
    guard !cues.isEmpty else { throw .noCues(file: file.name, format: TranscriptFormat.webvtt.title) }
  }

  /// The header ends at the first blank line; a timing line ends it too, for files that leave the blank line out.
  private mutating func readHeader() {
    next = 1
    while next < lines.count, !lines[next].isEmpty, CueTiming(file.bytes, lines[next]) == nil {
      header.append(lines[next])
      next += 1
    }
  }

  private mutating func readBlock() throws(ImportError) {
    let line = lines[next]
    if isComment(line) {
      skipBlock()
    } else if let timing = CueTiming(file.bytes, line) {
      readCue(timing, id: nil)
    } else if BrokenTiming.matches(file.bytes, line) {
      throw .badTiming(file: file.name, line: next + 1)
    } else if next + 1 < lines.count, let timing = CueTiming(file.bytes, lines[next + 1]) {
      next += 1
      readCue(timing, id: line)
    } else if next + 1 < lines.count, BrokenTiming.matches(file.bytes, lines[next + 1]) {
      throw .badTiming(file: file.name, line: next + 2)
    } else {
      try readStray()
    }
  }

  private func isComment(_ line: Range<Int>) -> Bool {
    let first = file.bytes[line].prefix { $0 > ASCII.space }
    if first.elementsEqual("NOTE".utf8) { return true }
    return first.count == line.count
      && (first.elementsEqual("STYLE".utf8) || first.elementsEqual("REGION".utf8))
  }

  private mutating func skipBlock() {
    while next < lines.count, !lines[next].isEmpty { next += 1 }
  }

  private mutating func readCue(_ timing: CueTiming, id: Range<Int>?) {
    var cue = Cue(id: id, begins: timing.begins, ends: timing.ends, line: next + 1, payload: [])
    next += 1
    while next < lines.count, !lines[next].isEmpty, CueTiming(file.bytes, lines[next]) == nil {
      cue.payload.append(lines[next])
      next += 1
    }
    cues.append(cue)
  }

  /// Words after a blank line inside a cue. The standard would drop them; they are the participant's, so they stay.
  private mutating func readStray() throws(ImportError) {
    let isLast = lines[next...].dropFirst().allSatisfy(\.isEmpty)
    guard !cues.isEmpty, !(isLast && isIdentifier(lines[next])) else {
      throw .cutShort(file: file.name, line: next + 1)
    }
    strays.append(next + 1)
    while next < lines.count, !lines[next].isEmpty {
      cues[cues.count - 1].payload.append(lines[next])
      next += 1
    }
  }

  /// A number, or the beginning of a GUID such as the other cues have.
  private func isIdentifier(_ line: Range<Int>) -> Bool {
    if cues.contains(where: { $0.id != nil }) {
      let isHexadecimal = file.bytes[line].allSatisfy {
        ASCII.isDigit($0) || $0 == ASCII.hyphen || $0 == UInt8(ascii: "/") || ($0 | 0x20) &- 0x61 < 6
      }
      if isHexadecimal { return true }
    }
    return file.bytes[line].allSatisfy(ASCII.isDigit)
  }
}
