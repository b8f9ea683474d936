/// Collects paragraphs while a document is read: paragraphs, rows of tables, cells, text boxes inside of paragraphs.
struct DocumentBuilder {
  /// What is finished, in the order of the document; complete after ``finish()``.
  var paragraphs: [DocumentParagraph] { sinks.first ?? [] }
  /// Bytes of words so far.
  private(set) var size = 0
  /// Paragraphs and cells so far.
  private var parts = 0
  /// Where finished paragraphs go: the document, and inside of it the open cells.
  private var sinks: [[DocumentParagraph]] = [[]]
  /// The cells of the open rows.
  private var rows: [[[DocumentParagraph]]] = []
  /// The open paragraphs: a text box has paragraphs inside of a paragraph.
  private var open: [DocumentParagraph] = []
  /// Whether white space was met that counts once words follow it in the same paragraph.
  private var owesSpace = false

  /// Whether there is more than any transcript has.
  var isOverfull: Bool { size > TranscriptReader.limit || parts > TranscriptReader.lineLimit }
  var isInParagraph: Bool { !open.isEmpty }
  var isInRow: Bool { !rows.isEmpty }
  var isInCell: Bool { sinks.count > 1 }

  mutating func startParagraph(isHeading: Bool = false) {
    open.append(DocumentParagraph(isHeading: isHeading))
    owesSpace = false
  }

  mutating func endParagraph() {
    guard let paragraph = open.popLast() else { return }
    parts += 1
    owesSpace = false
    sinks[sinks.count - 1].append(paragraph)
  }

  /// Adds a paragraph that is finished.
  mutating func append(_ paragraph: DocumentParagraph) {
    parts += 1
    sinks[sinks.count - 1].append(paragraph)
  }

  /// Takes the open paragraph away, for a reader that learns only at its end where it belongs.
  mutating func takeOpenParagraph() -> DocumentParagraph? {
    owesSpace = false
    return open.popLast()
  }

  /// Changes the open paragraph.
  mutating func update(_ change: (inout DocumentParagraph) -> Void) {
    if !open.isEmpty { change(&open[open.count - 1]) }
  }

  /// Adds words as they are.
  mutating func append(_ bytes: some Collection<UInt8>, isBold: Bool = false) {
    guard !open.isEmpty, !bytes.isEmpty else { return }
    paySpace(isBold: isBold)
    size += bytes.count
    open[open.count - 1].append(bytes, isBold: isBold)
  }

  /// Adds words whose runs of white space count as one space, as XML and HTML have them.
  mutating func appendCollapsed(_ bytes: some Collection<UInt8>, isBold: Bool = false) {
    guard !open.isEmpty else { return }
    var rest = bytes[...]
    while let first = rest.first {
      if Self.isWhite(first) {
        owesSpace = owesSpace || !(open.last?.text.isEmpty ?? true)
        rest = rest.drop(while: Self.isWhite)
      } else {
        let words = rest.prefix { !Self.isWhite($0) }
        append(words, isBold: isBold)
        rest = rest[words.endIndex...]
      }
    }
  }

  /// A line break; the white space before it does not count.
  mutating func breakLine() {
    guard !open.isEmpty else { return }
    owesSpace = false
    append(CollectionOfOne(ASCII.newline))
  }

  private mutating func paySpace(isBold: Bool) {
    guard owesSpace else { return }
    owesSpace = false
    guard let last = open.last?.text.last, last != ASCII.newline else { return }
    size += 1
    open[open.count - 1].append(CollectionOfOne(ASCII.space), isBold: isBold)
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    byte == ASCII.space || (0x09...0x0d).contains(byte)
  }

  // MARK: tables

  mutating func startRow() { rows.append([]) }

  mutating func endRow() {
    guard let row = rows.popLast() else { return }
    sinks[sinks.count - 1] += DocumentParagraph.row(row)
  }

  mutating func startCell() {
    sinks.append([])
    parts += 1
  }

  mutating func endCell() {
    guard sinks.count > 1, let cell = sinks.popLast() else { return }
    if rows.isEmpty { sinks[sinks.count - 1] += cell } else { rows[rows.count - 1].append(cell) }
  }

  /// Closes whatever is open.
  mutating func finish() {
    while !open.isEmpty { endParagraph() }
    while sinks.count > 1 || !rows.isEmpty {
      if sinks.count > 1 { endCell() }
      if !rows.isEmpty { endRow() }
    }
  }
}
