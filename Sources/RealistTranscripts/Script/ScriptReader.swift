import RealistFormats

/// Makes a transcript of a script: finds what a program added to the words, then who speaks, then what each says.
enum ScriptReader {
  /// - Parameter rendered: whether the text is written anew, a block a turn; else it stays as it is, and turns are spans in it.
  static func transcript(_ script: Script, _ file: TextFile, notes: [String] = [], rendered: Bool)
    throws(ImportError) -> ImportedTranscript
  {
    var (script, notes, file) = (script, notes, file)
    let grammar = ScriptGrammar(marking: &script, named: file.format)
    if rendered, grammar.summaryLines > 0 {
      // A program's summary must not become data.
      script.lines.removeFirst(grammar.summaryLines)
      notes.append("the notes before the transcript, made by a program, were left out")
    }
    let detection = SpeakerDetection(script, known: file.known)
    var stretches = script.stretches(detection)
    if let style = grammar.times {
      stretches = TimeMarks(style, in: script).applied(to: stretches)
    }
    if file.format == .plain, let format = grammar.format { file.format = format }
    let text =
      rendered
      ? TranscriptText(rendering: script, stretches: stretches)
      : TranscriptText(unchanged: script.bytes, stretches: stretches)
    guard !text.isBlank else { throw .empty(file: file.name) }
    return try file.transcript(
      text, speakers: detection.candidates, notes: notes + StretchNotes.notes(stretches),
      guesses: grammar.guesses, rendered: rendered)
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
