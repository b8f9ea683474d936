import RealistFormats

/// Makes a transcript of a document's paragraphs, whatever program wrote it: prose with names before the words or as headings, Word
/// Transcribe, Google Meet, NVivo's tables, Teams in its current layout (a paragraph a turn, with line breaks inside) and its legacy one.
enum DocumentReader {
  static func transcript(_ paragraphs: [DocumentParagraph], _ file: TextFile, notes: [String])
    throws(ImportError) -> ImportedTranscript
  {
    guard paragraphs.contains(where: { !Scan.isBlank($0.text, $0.text.indices) }) else {
      throw .empty(file: file.name)
    }
    if let legacy = LegacyTeams(paragraphs) {
      return try legacy.transcript.finished(file, speakers: legacy.speakers, notes: notes)
    }
    if let rows = TimespanRows(paragraphs) {
      return try rows.transcript.finished(file, speakers: rows.speakers, notes: notes)
    }
    return try ScriptReader.transcript(script(paragraphs), file, notes: notes, rendered: true)
  }

  private static func script(_ paragraphs: [DocumentParagraph]) -> Script {
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
          emphasised: number == 0 ? min(paragraph.emphasised, line.count) : 0,
          begins: number == 0 ? paragraph.begins : nil, ends: number == 0 ? paragraph.ends : nil)
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
