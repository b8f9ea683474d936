/// What a program for transcribing adds to the words, found by content: times, names on lines of their own, lines that are nobody's.
struct ScriptGrammar {
  /// Whose grammar it is; `nil` for none.
  private(set) var format: TranscriptFormat?
  private(set) var times: TimeMarkStyle?
  /// What has to be said about it, because it was guessed.
  private(set) var guesses: [String] = []
  /// Number of lines at the start that a program made up; readers that render leave them out.
  private(set) var summaryLines = 0

  /// Finds the grammar and marks the lines of the script by it.
  ///
  /// - Parameter named: the grammar that a person named; others are looked for when there is none.
  init(marking script: inout Script, named: TranscriptFormat?) {
    if let first = GoogleMeet.mark(&script) {
      summaryLines = first
      return
    }
    if ATrain.mark(&script, isNamed: named == .atrain) {
      (format, times) = (.atrain, .atrain)
    } else if let style = Self.style(of: script, named: named) {
      times = style
      switch style {
      case .f4: format = .f4
      case .transana: format = .transana
      case .inqscribe:
        format = .inqscribe
        guesses = [
          "times are read as InqScribe writes them, hours:minutes:seconds.frames, at \(TimeMarkStyle.framesPerSecond) frames a second"
        ]
      case .atrain, .embedded: break
      }
    } else {
      LoneTimes.mark(&script)
    }
    script.times = times
  }

  private static func style(of script: Script, named: TranscriptFormat?) -> TimeMarkStyle? {
    switch named {
    case .f4: return .f4
    case .transana: return .transana
    case .inqscribe: return .inqscribe
    default: break
    }
    let bytes = script.bytes
    var (frames, mostFrames) = (0, 0)
    for offset in bytes.indices {
      switch bytes[offset] {
      case 1:
        if TimeMarkStyle.embedded.mark(bytes, at: offset, before: bytes.count) != nil { return .embedded }
      case UInt8(ascii: "#"):
        if TimeMarkStyle.f4.mark(bytes, at: offset, before: bytes.count) != nil { return .f4 }
      case 0xc2:
        if TimeMarkStyle.transana.mark(bytes, at: offset, before: bytes.count) != nil { return .transana }
      case ASCII.openBracket:
        guard let found = TimeMarkStyle.frames(bytes, at: offset, before: bytes.count) else { continue }
        (frames, mostFrames) = (frames + 1, max(mostFrames, found.frames))
      default: continue
      }
    }
    // Hundredths would go above 29 soon.
    return frames > 1 && (1..<30).contains(mostFrames) ? .inqscribe : nil
  }
}

/// aTrain: `Transcription for FILE`, `SPEAKER_00` on a line of its own, below it `[00:00:04] - words`, a line each or run on.
enum ATrain {
  static func mark(_ script: inout Script, isNamed: Bool) -> Bool {
    let bytes = script.bytes
    let filled = script.lines.indices.filter { !Scan.isBlank(bytes, script.lines[$0].range) }
    let contents = filled.map { Scan.trimmed(bytes, script.lines[$0].range) }
    guard let first = contents.first else { return false }
    let hasTitle = Scan.has("Transcription for ", bytes, at: first.lowerBound, before: first.upperBound)
    let timed = contents.indices.filter { isTimed(contents[$0], bytes) }
    guard !timed.isEmpty, isNamed || hasTitle else { return false }
    if hasTitle { script.lines[filled[0]].isAside = true }
    for index in timed where index > 0 {
      let line = filled[index - 1]
      guard !isTimed(contents[index - 1], bytes), !script.lines[line].isAside,
        contents[index - 1].count <= SpeakerLabel.longestName,
        line == 0 || Scan.isBlank(bytes, script.lines[line - 1].range)
      else { continue }
      script.lines[line].namesSpeaker = true
    }
    return true
  }

  private static func isTimed(_ content: Range<Int>, _ bytes: [UInt8]) -> Bool {
    TimeMarkStyle.atrain.mark(bytes, at: content.lowerBound, before: content.upperBound) != nil
  }
}

/// Times alone on their lines, above the words they are for (Otter without names, YouTube's panel).
enum LoneTimes {
  /// Marks such lines, where there are several and words follow each.
  static func mark(_ script: inout Script) {
    let bytes = script.bytes
    var found: [(line: Int, time: Int)] = []
    for number in script.lines.indices.dropLast() {
      let content = Scan.trimmed(bytes, script.lines[number].range)
      guard !content.isEmpty, content.count < 12, ASCII.isDigit(bytes[content.lowerBound]),
        let time = Timecode(bytes, at: content.lowerBound, before: content.upperBound),
        time.end == content.upperBound, time.isPadded,
        !Scan.isBlank(bytes, script.lines[number + 1].range)
      else { continue }
      found.append((number, time.milliseconds))
    }
    guard found.count > 1, zip(found, found.dropFirst()).allSatisfy({ $0.time <= $1.time }) else { return }
    for (line, time) in found {
      script.lines[line].isTime = true
      script.lines[line + 1].begins = time
    }
  }
}
