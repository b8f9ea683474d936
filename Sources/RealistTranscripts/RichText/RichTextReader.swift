import RealistFormats

/// Rich text (RTF), as Word, LibreOffice, Apple's TextEdit, f4 and pandoc write it.
enum RichTextReader {
  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    var document = RichTextDocument(file.bytes)
    try document.readAll(file: file.name)
    return try DocumentReader.transcript(document.paragraphs, file, notes: document.notes)
  }
}

/// The state that a group of RTF has and its end takes back.
struct RichTextGroup {
  /// Where words go.
  enum Destination { case words, nowhere, fonts, styles }
  var destination = Destination.words
  var isBold = false
  var isHidden = false
  var isDeleted = false
  /// How many characters stand for programs that do not know `\u`.
  var fallbackCount = 1
  var font = 0
  /// Whether the next word decides where the group goes: after `\*`.
  var isOptional = false
}
