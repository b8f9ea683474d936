import RealistFormats

/// oTranscribe's file: JSON with the words as HTML, a time stamp in a `<span>` of its own. INTEROP, section 3.
enum OTranscribeReader {
  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    let value = try SpeechJSONReader.value(file)
    guard let html = value.object?["text"]?.string else {
      throw .unsupported(file: file.name, kind: .json)
    }
    let page = try HTMLPage.read(Array(html.utf8).filter { $0 != 0 }, file: file.name)
    return try DocumentReader.transcript(page.paragraphs, file, notes: page.tally.notes)
  }
}
