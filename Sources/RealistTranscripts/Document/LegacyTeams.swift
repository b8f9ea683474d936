/// The layout of Teams before 2022: `0:0:3.120 --> 0:0:6.480`, the name, the words, two empty paragraphs.
struct LegacyTeams {
  private(set) var transcript = CaptionTranscript(pieces: [])
  var speakers: [SpeakerCandidate] { transcript.namedSpeakers }

  init?(_ paragraphs: [DocumentParagraph]) {
    let filled = paragraphs.filter { !Scan.isBlank($0.text, $0.text.indices) }
    let timings = filled.indices.filter { CueTiming(filled[$0].text, filled[$0].text.indices) != nil }
    guard let first = timings.first, first < 4 else { return nil }
    for (number, index) in timings.enumerated() {
      let end = number + 1 < timings.count ? timings[number + 1] : filled.count
      guard let timing = CueTiming(filled[index].text, filled[index].text.indices) else { continue }
      append(filled[(index + 1)..<end], timing)
    }
    guard transcript.pieces.contains(where: { !$0.words.isEmpty }) else { return nil }
    if first > 0 { transcript.notes.append("\(first) paragraphs before the first time were left out") }
  }

  private mutating func append(_ paragraphs: ArraySlice<DocumentParagraph>, _ timing: CueTiming) {
    let cue = Cue(begins: timing.begins, ends: timing.ends, line: 0, payload: [])
    let name =
      paragraphs.count > 1 ? paragraphs.first.map { SpeakerLabel.name($0.text, $0.text.indices) } : nil
    let words = paragraphs.dropFirst(name == nil ? 0 : 1).map(\.text).joined(separator: "\n\n".utf8)
    transcript.pieces.append(CaptionPiece(cue: cue, speaker: name, words: Array(words)))
  }
}
