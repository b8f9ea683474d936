/// A paragraph of a Word document, or a row of a table.
struct WordParagraph {
  /// Its words; line breaks are LF.
  var text: [UInt8] = []
  /// How many bytes at its beginning are in bold type.
  var emphasised = 0
  /// The id of its style, e.g. `Heading1`.
  var style = ""
  /// Whether it has a level in the outline.
  var isHeading = false

  mutating func append(_ bytes: some Collection<UInt8>, isBold: Bool) {
    if isBold, emphasised == text.count { emphasised += bytes.count }
    text.append(contentsOf: bytes)
  }
}

/// What was met in a document, for the notes.
struct WordTally {
  var deletions = 0
  var insertions = 0
  var footnotes = 0
  var comments = 0
  var hidden = 0
  var symbols = 0
  var tables = 0

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
    ]
    return counts.compactMap { count, one, many in count == 0 ? nil : "\(count) \(count == 1 ? one : many)" }
  }
}
