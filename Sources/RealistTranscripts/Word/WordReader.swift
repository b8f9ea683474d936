import RealistFormats

/// Word documents: prose with names before the words or as headings, Word Transcribe, Teams in its current layout (a paragraph a turn, with
/// line breaks inside) and its legacy one (time, name, words in paragraphs of their own).
enum WordReader {
  static func read(_ archive: ZipArchive, _ file: TextFile) throws(ImportError) -> ImportedTranscript {
    let package = try WordPackage(archive, file: file.name)
    let document = try package.document()
    var paragraphs = document.paragraphs
    let headings = try package.headingStyles(among: Set(paragraphs.map(\.style)))
    for index in paragraphs.indices where headings.contains(paragraphs[index].style) {
      paragraphs[index].isHeading = true
    }
    return try DocumentReader.transcript(paragraphs, file, notes: document.tally.notes)
  }
}
