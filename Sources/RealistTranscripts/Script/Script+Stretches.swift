extension Script {
  /// The script cut into what each speaker says. The words of a stretch are trimmed and never empty.
  func stretches(_ detection: SpeakerDetection) -> [Stretch] {
    var cutter = StretchCutter(script: self, detection: detection)
    for number in lines.indices { cutter.take(number) }
    cutter.close()
    return cutter.stretches
  }
}

/// Walks over the lines and cuts.
private struct StretchCutter {
  let script: Script
  let detection: SpeakerDetection
  private(set) var stretches: [Stretch] = []
  private var open: Stretch?
  /// Who spoke last, once somebody has.
  private var last: String?
  private var isAfterBlank = true

  init(script: Script, detection: SpeakerDetection) {
    (self.script, self.detection) = (script, detection)
  }

  mutating func take(_ number: Int) {
    let line = script.lines[number]
    if Scan.isBlank(script.bytes, line.range) {
      isAfterBlank = true
      return
    }
    defer { isAfterBlank = false }
    if line.isTime {
      close()
    } else if let label = detection.speaker(atLine: number) {
      close()
      last = label.name
      open = Stretch(
        words: label.wordsStart..<max(label.wordsStart, line.range.upperBound), speaker: label.name,
        begins: label.begins, ends: line.ends)
    } else if line.isHeading || line.isAside || isNumberedQuestion(number) {
      close()
      stretches.append(Stretch(words: Scan.trimmed(script.bytes, line.range), isSpeech: false))
    } else if detection.labels[number]?.isEmphasised == true, detection.hasSpeakers {
      // The file names somebody else here, so the words are not the last speaker's.
      begin(line, speaker: nil, isSpeech: last != nil)
    } else {
      takeUnlabelled(line)
    }
  }

  private mutating func takeUnlabelled(_ line: ScriptLine) {
    guard detection.hasSpeakers else {
      if isAfterBlank || script.hasLinesOnly || open == nil { begin(line, speaker: nil, isSpeech: true) }
      extend(to: line)
      return
    }
    if detection.namesOnlyInterviewer, isAfterBlank, !isBlankTurn {
      begin(line, speaker: nil, isSpeech: true)
    } else if open == nil || (last == nil && isAfterBlank) {
      begin(line, speaker: last, isSpeech: last != nil)
    }
    extend(to: line)
  }

  /// Whether a name was read and no word behind it yet.
  private var isBlankTurn: Bool {
    guard let open, open.speaker != nil else { return false }
    return Scan.isBlank(script.bytes, open.words)
  }

  private func isNumberedQuestion(_ number: Int) -> Bool {
    guard detection.hasSpeakers, let label = detection.labels[number] else { return false }
    return label.form == .colon && NameShape.isNumberedHeading(label.name)
  }

  private mutating func begin(_ line: ScriptLine, speaker: String?, isSpeech: Bool) {
    close()
    open = Stretch(
      words: line.range, speaker: speaker, begins: line.begins, ends: line.ends, isSpeech: isSpeech)
  }

  private mutating func extend(to line: ScriptLine) {
    guard let start = open?.words.lowerBound else { return }
    open?.words = start..<line.range.upperBound
    if let ends = line.ends { open?.ends = ends }
  }

  mutating func close() {
    guard var stretch = open else { return }
    stretch.words = Scan.trimmed(script.bytes, stretch.words)
    if !stretch.words.isEmpty { stretches.append(stretch) }
    open = nil
  }
}
