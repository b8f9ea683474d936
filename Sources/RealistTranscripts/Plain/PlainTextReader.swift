import RealistFormats

/// Plain text: the text stays as it is, turns are spans in it.
enum PlainTextReader {
  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    try ScriptReader.transcript(Script(text: file.bytes), file, rendered: false)
  }
}
