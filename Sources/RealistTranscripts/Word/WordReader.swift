import RealistFormats

/// Word documents: prose with names before the words or as headings, Word Transcribe, Teams in its current layout (a paragraph a turn, with
/// line breaks inside) and its legacy one (time, name, words in paragraphs of their own).
enum WordReader {
  /// The largest file; most of one that large are pictures.
  static let limit = 128 << 20

  static func read(_ bytes: [UInt8], fileName: String, known: Set<String>) throws(ImportError)
    -> ImportedTranscript
  {
    guard bytes.count <= limit else { throw .tooLarge(file: fileName, bytes: bytes.count, limit: limit) }
    let package = try WordPackage(bytes, file: fileName)
    let document = try package.document()
    var paragraphs = document.paragraphs
    let headings = try package.headingStyles(among: Set(paragraphs.map(\.style)))
    for index in paragraphs.indices where headings.contains(paragraphs[index].style) {
      paragraphs[index].isHeading = true
    }
    guard paragraphs.contains(where: { !Scan.isBlank($0.text, $0.text.indices) }) else {
      throw .empty(file: fileName)
    }
    let file = TextFile(
      name: fileName, text: DecodedText(bytes: [], encoding: .utf8, notes: document.tally.notes),
      format: .docx,
      known: known)
    if let legacy = LegacyTeams(paragraphs) {
      return try legacy.transcript.finished(file, speakers: legacy.speakers)
    }
    return try prose(paragraphs, file)
  }

  private static func prose(_ paragraphs: [WordParagraph], _ file: TextFile) throws(ImportError)
    -> ImportedTranscript
  {
    var script = script(paragraphs)
    var notes = [String]()
    if let first = GoogleMeet.mark(&script) {
      // A program's summary must not become data.
      script.lines.removeFirst(first)
      notes.append("the notes before the transcript, made by a program, were left out")
    }
    let detection = SpeakerDetection(script, known: file.known)
    let stretches = script.stretches(detection)
    return try file.transcript(
      TranscriptText(rendering: script, stretches: stretches), speakers: detection.candidates,
      notes: notes + StretchNotes.notes(stretches), rendered: true)
  }

  private static func script(_ paragraphs: [WordParagraph]) -> Script {
    var script = Script()
    let isTeams = paragraphs.contains { paragraph in
      let lines = Scan.lines(paragraph.text)
      return lines.count > 1
        && lines.first.flatMap { SpeakerLabel(ScriptLine(range: $0), in: paragraph.text) }?.form
          == .nameAndTime
    }
    for paragraph in paragraphs {
      let lines = Scan.lines(paragraph.text)
      let isAside = isTeams && lines.count == 1 && announcesTranscription(paragraph.text)
      for (number, line) in lines.enumerated() {
        script.appendLine(
          paragraph.text[line], isHeading: paragraph.isHeading, isAside: isAside,
          emphasised: number == 0 ? min(paragraph.emphasised, line.count) : 0)
      }
      script.appendBlankLine()
    }
    return script
  }

  /// `X started transcription`, `X stopped transcription`: between the turns of Teams, in the language of whoever exported it.
  private static func announcesTranscription(_ text: [UInt8]) -> Bool {
    guard text.count <= 160 else { return false }
    let words = String(decoding: text, as: UTF8.self).lowercased()
    return ["transcri", "transkri", "trascri", "transkry"].contains { words.contains($0) }
  }
}

/// The layout of Teams before 2022: `0:0:3.120 --> 0:0:6.480`, the name, the words, two empty paragraphs.
private struct LegacyTeams {
  private(set) var transcript = CaptionTranscript(pieces: [])
  var speakers: [SpeakerCandidate] { transcript.namedSpeakers }

  init?(_ paragraphs: [WordParagraph]) {
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

  private mutating func append(_ paragraphs: ArraySlice<WordParagraph>, _ timing: CueTiming) {
    let cue = Cue(begins: timing.begins, ends: timing.ends, line: 0, payload: [])
    let name =
      paragraphs.count > 1 ? paragraphs.first.map { SpeakerLabel.name($0.text, $0.text.indices) } : nil
    let words = paragraphs.dropFirst(name == nil ? 0 : 1).map(\.text).joined(separator: "\n\n".utf8)
    transcript.pieces.append(CaptionPiece(cue: cue, speaker: name, words: Array(words)))
  }
}
