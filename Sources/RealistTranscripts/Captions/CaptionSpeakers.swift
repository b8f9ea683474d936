/// Speakers written into captions: `Name: words` at the beginning of a cue (Zoom, SRT).
enum CaptionSpeakers {
  /// Takes the names out of the words and gives the candidates.
  ///
  /// Where most cues begin with a name (Zoom), every name is one; elsewhere a name recurs, is known, is a role, or stands in capitals, as
  /// captioners write names. Where names recur, a cue without one goes on with the last speaker.
  static func detach(_ pieces: inout [CaptionPiece], known: Set<String>) -> [SpeakerCandidate] {
    var script = Script()
    for piece in pieces {
      let firstLine = piece.words.prefix { $0 != ASCII.newline }
      script.appendLine(firstLine)
    }
    let labels = script.lines.map { line -> SpeakerLabel? in
      guard let label = SpeakerLabel(line, in: script.bytes), label.form == .colon else { return nil }
      return label
    }
    let tally = CaptionTally(labels, known: known)
    var last: String?
    for (index, label) in labels.enumerated() {
      if let label, tally.accepted.contains(label.name) {
        pieces[index].words.removeFirst(label.wordsStart - script.lines[index].range.lowerBound)
        (pieces[index].speaker, last) = (label.name, label.name)
      } else if tally.areContinued {
        pieces[index].speaker = last
      }
    }
    return tally.candidates
  }
}

/// How often each name begins a cue.
private struct CaptionTally {
  private(set) var accepted: Set<String> = []
  private(set) var candidates: [SpeakerCandidate] = []
  /// Whether cues without a name belong to the last speaker.
  private(set) var areContinued = false

  init(_ labels: [SpeakerLabel?], known: Set<String>) {
    var (order, counts) = ([String](), [String: Int]())
    for case let label? in labels {
      if counts[label.name] == nil { order.append(label.name) }
      counts[label.name, default: 0] += 1
    }
    let shapes = Dictionary(uniqueKeysWithValues: order.map { ($0, NameShape($0)) })
    let named = order.reduce(0) { $0 + ((shapes[$1] ?? .none) >= .name ? counts[$1] ?? 0 : 0) }
    let isNamedThroughout = named * 2 >= labels.count
    let known = KnownNames(known)
    for name in order {
      let (shape, count) = (shapes[name] ?? .none, counts[name] ?? 0)
      let isSpeaker =
        known.contains(name) || shape == .role || (shape >= .loose && count > 1)
        || (shape == .name && (isNamedThroughout || Self.isInCapitals(name)))
      if isSpeaker { accepted.insert(name) }
      if isSpeaker && (count > 1 || isNamedThroughout) { areContinued = true }
      guard isSpeaker || shape > .none else { continue }
      candidates.append(SpeakerCandidate(name: name, occurrences: count, isAccepted: isSpeaker))
    }
  }

  private static func isInCapitals(_ name: String) -> Bool {
    name.contains(where: \.isLetter) && !name.contains(where: \.isLowercase)
  }
}
