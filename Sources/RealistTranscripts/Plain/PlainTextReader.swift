import RealistFormats

/// Plain text: the text stays as it is, turns are spans in it.
enum PlainTextReader {
  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    var script = Script(text: file.bytes)
    _ = GoogleMeet.mark(&script)
    let detection = SpeakerDetection(script, known: file.known)
    let stretches = script.stretches(detection)
    return try file.transcript(
      TranscriptText(unchanged: script.bytes, stretches: stretches), speakers: detection.candidates,
      notes: StretchNotes.notes(stretches), rendered: false)
  }
}

/// What is to be said about a script that was cut into turns.
enum StretchNotes {
  static func notes(_ stretches: [Stretch]) -> [String] {
    let aside = stretches.count { !$0.isSpeech }
    switch aside {
    case 0: return []
    case 1: return ["1 passage is nobody's turn: it stands before the first speaker, or is a heading"]
    default:
      return ["\(aside) passages are nobody's turn: they stand before the first speaker, or are headings"]
    }
  }
}
