import RealistFormats

/// PDF, as the text of its pages. Lines are how a page was set, so they are joined to paragraphs again.
enum PDFReader {
  /// The pages in what `pdftotext -layout` prints: each ends with a form feed.
  static func read(_ pages: [String], _ file: TextFile) throws(ImportError) -> ImportedTranscript {
    var pages = pages.map(PDFPage.init)
    let blank = pages.indices.filter { pages[$0].isBlank }.map { $0 + 1 }
    guard blank.count < pages.count else { throw .onlyPictures(file: file.name, pages: pages.count) }
    var guesses = scanned(blank, of: pages.count)
    guesses += PDFFurniture.remove(from: &pages)
    let paragraphs = PDFParagraphs(pages, known: file.known)
    guesses += paragraphs.notes
    let made = try ScriptReader.transcript(paragraphs.script, file, rendered: true)
    return ImportedTranscript(
      text: made.text, turns: made.turns, format: .pdf, encoding: made.encoding, speakers: made.speakers,
      notes: guesses + ["lines were joined to paragraphs"] + made.notes, guesses: guesses + made.guesses)
  }

  private static func scanned(_ blank: [Int], of count: Int) -> [String] {
    guard let first = blank.first else { return [] }
    let rest = "no text: a scan, or a picture"
    return blank.count == 1
      ? ["page \(first) of \(count) has \(rest)"]
      : ["pages \(blank.map(String.init).joined(separator: ", ")) of \(count) have \(rest)"]
  }
}

/// The lines of a page.
struct PDFPage {
  var lines: [PDFLine]

  init(_ text: String) {
    var bytes = Array(text.utf8)
    _ = LineEnds.unify(&bytes)
    lines = Scan.lines(bytes).map { PDFLine(Array(bytes[$0]).filter { $0 != 0x0c && $0 != 0 }) }
  }

  var isBlank: Bool { lines.allSatisfy(\.isBlank) }
}

/// A line of a page.
struct PDFLine {
  /// Without white space at its ends.
  var words: [UInt8]
  /// How many spaces stand before the words.
  var indent: Int
  /// Whether its number says that a paragraph begins with it.
  var beginsParagraph = false

  init(_ bytes: [UInt8]) {
    let content = Scan.trimmed(bytes, bytes.indices)
    (words, indent) = (Array(bytes[content]), content.lowerBound)
  }

  var isBlank: Bool { words.isEmpty }
}
