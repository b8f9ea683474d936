import RealistModel

/// A paragraph of a document (Word, OpenDocument, RTF, a web page), or a row of a table.
struct DocumentParagraph {
  /// Its words; line breaks are LF.
  var text: [UInt8] = []
  /// How many bytes at its beginning are in bold type.
  var emphasised = 0
  /// The id of its style, e.g. `Heading1`.
  var style = ""
  /// Whether it has a level in the outline.
  var isHeading = false
  /// The cells of a row of a table; empty for everything else.
  var cells: [[UInt8]] = []
  /// When it is said, in milliseconds, where the document knows.
  var begins: Int?
  var ends: Int?

  mutating func append(_ bytes: some Collection<UInt8>, isBold: Bool) {
    if isBold, emphasised == text.count { emphasised += bytes.count }
    text.append(contentsOf: bytes)
  }

  /// A row as one paragraph, a tab between its cells; a row of one cell is what the cell has.
  static func row(_ row: [[DocumentParagraph]]) -> [DocumentParagraph] {
    guard row.count > 1 else { return row.first ?? [] }
    var line = DocumentParagraph()
    for (number, cell) in row.enumerated() {
      if number > 0 { line.append(CollectionOfOne(ASCII.tab), isBold: false) }
      let start = line.text.count
      for (index, paragraph) in cell.enumerated() where !paragraph.text.isEmpty {
        if index > 0 { line.append(CollectionOfOne(ASCII.newline), isBold: false) }
        line.append(paragraph.text, isBold: paragraph.emphasised == paragraph.text.count)
      }
      line.cells.append(Array(line.text[start...]))
    }
    return [line]
  }
}

/// What was met in a document, for the notes.
struct DocumentTally {
  var deletions = 0
  var insertions = 0
  var footnotes = 0
  var comments = 0
  var hidden = 0
  var symbols = 0
  var tables = 0
  var pictures = 0
  var fields = 0

  var notes: [String] {
    let counts: [(Int, String, String)] = [
      (deletions, "tracked deletion was left out", "tracked deletions were left out"),
      (insertions, "tracked insertion was kept", "tracked insertions were kept"),
      (footnotes, "footnote was left out", "footnotes were left out"),
      (comments, "comment was left out", "comments were left out"),
      (hidden, "run of hidden text was left out", "runs of hidden text were left out"),
      (
        symbols, "character of a symbol font is kept by its number",
        "characters of symbol fonts are kept by their number"
      ),
      (
        tables, "table is read row by row, a tab between cells",
        "tables are read row by row, a tab between cells"
      ),
      (pictures, "picture was left out", "pictures were left out"),
      (fields, "form field was left out", "form fields were left out"),
    ]
    return counts.compactMap { count, one, many in count == 0 ? nil : "\(count) \(count == 1 ? one : many)" }
  }
}
