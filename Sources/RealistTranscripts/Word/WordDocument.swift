import RealistFormats

/// Reads the words out of `word/document.xml` (ECMA-376, part 1, section 17).
struct WordDocument: XMLHandler {
  /// The paragraphs in the order of the document.
  var paragraphs: [DocumentParagraph] { sinks.first ?? [] }
  private(set) var tally = DocumentTally()
  /// Whether it is a word-processing document at all.
  private(set) var hasBody = false
  /// Bytes of words so far.
  private(set) var size = 0
  /// Paragraphs and cells so far.
  private var parts = 0

  /// Where finished paragraphs go: the body, and inside of it the open cells.
  private var sinks: [[DocumentParagraph]] = [[]]
  /// The cells of the open rows.
  private var rows: [[[DocumentParagraph]]] = []
  /// The open paragraphs: a text box has paragraphs inside of a paragraph.
  private var open: [DocumentParagraph] = []
  /// A paragraph whose end was deleted: the next one goes on with it.
  private var carried: DocumentParagraph?
  private var deletesMark = false
  /// The local names of the open elements of the document's own namespace; others are empty.
  private var path: [String] = []
  /// How deep the element is whose content is left out; `nil` outside of one.
  private var skippedFrom: Int?
  private var runs: [(isBold: Bool, isHidden: Bool, hasWords: Bool)] = []
  private var isInText = false

  private static let namespaces: Set<String> = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]
  private static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

  var isOverfull: Bool { size > TranscriptReader.limit || parts > TranscriptReader.lineLimit }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    let isOurs = Self.namespaces.contains(name.namespace)
    let parent = path.last ?? ""
    path.append(isOurs ? name.local : "")
    guard skippedFrom == nil else { return }
    if name.local == "Fallback", name.namespace == Self.compatibility {
      // The same words again for programs that do not know the newer form.
      skippedFrom = path.count
    } else if isOurs {
      startOwn(name.local, parent: parent, attributes)
    }
  }

  private mutating func startOwn(_ name: String, parent: String, _ attributes: XMLAttributes) {
    switch name {
    case "body": hasBody = true
    case "p": startParagraph()
    case "r": runs.append((false, false, false))
    case "t": isInText = true
    case "del", "moveFrom": startDeletion(parent)
    case "ins", "moveTo": if parent != "rPr", parent != "trPr" { tally.insertions += 1 }
    case "tbl": tally.tables += 1
    case "tr": rows.append([])
    case "tc":
      sinks.append([])
      parts += 1
    default:
      if parent == "r" {
        startInRun(name, attributes)
      } else {
        startProperty(name, parent: parent, attributes)
      }
    }
  }

  private mutating func startInRun(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "tab", "ptab": append("\t".utf8)
    case "br", "cr": append("\n".utf8)
    case "noBreakHyphen": append("\u{2011}".utf8)
    case "softHyphen": append("\u{ad}".utf8)
    case "sym":
      guard let code = attributes["char"].flatMap({ UInt32($0, radix: 16) }), code >= 0x20,
        let scalar = Unicode.Scalar(code)
      else { return }
      tally.symbols += 1
      append(scalar.utf8)
    case "footnoteReference", "endnoteReference": tally.footnotes += 1
    case "commentReference": tally.comments += 1
    default: break
    }
  }

  private mutating func startProperty(_ name: String, parent: String, _ attributes: XMLAttributes) {
    let isOn = !["0", "false", "off", "none"].contains(attributes["val"] ?? "1")
    switch (parent, name) {
    case ("rPr", "b"): if isInRun { runs[runs.count - 1].isBold = isOn }
    case ("rPr", "vanish"): if isInRun { runs[runs.count - 1].isHidden = isOn }
    case ("pPr", "pStyle"): if !open.isEmpty { open[open.count - 1].style = attributes["val"] ?? "" }
    case ("pPr", "outlineLvl"):
      if !open.isEmpty, let level = attributes["val"].flatMap({ Int($0) }), level < 9 {
        open[open.count - 1].isHeading = true
      }
    default: break
    }
  }

  /// Run properties also stand in paragraph properties, where they set only the paragraph mark.
  private var isInRun: Bool { path.count > 2 && path[path.count - 3] == "r" && !runs.isEmpty }

  private mutating func startDeletion(_ parent: String) {
    if parent == "rPr" {
      if path.count > 2, path[path.count - 3] == "pPr" { deletesMark = true }
    } else if parent != "trPr" {
      tally.deletions += 1
      skippedFrom = path.count
    }
  }

  mutating func end(_ name: XMLName) {
    defer { path.removeLast() }
    if let depth = skippedFrom {
      if depth == path.count { skippedFrom = nil }
      return
    }
    switch path.last {
    case "t": isInText = false
    case "r":
      if let run = runs.popLast(), run.isHidden, run.hasWords { tally.hidden += 1 }
    case "p": endParagraph()
    case "tc":
      guard sinks.count > 1, let cell = sinks.popLast() else { return }
      if rows.isEmpty { sinks[sinks.count - 1] += cell } else { rows[rows.count - 1].append(cell) }
    case "tr": if let row = rows.popLast() { sinks[sinks.count - 1] += DocumentParagraph.row(row) }
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInText, skippedFrom == nil, path.last == "t" else { return }
    append(bytes)
  }

  // MARK: paragraphs

  private mutating func startParagraph() {
    open.append(carried ?? DocumentParagraph())
    (carried, deletesMark) = (nil, false)
  }

  private mutating func endParagraph() {
    guard let paragraph = open.popLast() else { return }
    parts += 1
    if deletesMark, open.isEmpty {
      (carried, deletesMark) = (paragraph, false)
    } else {
      sinks[sinks.count - 1].append(paragraph)
    }
  }

  private mutating func append(_ bytes: some Collection<UInt8>) {
    guard !open.isEmpty else { return }
    if !runs.isEmpty {
      runs[runs.count - 1].hasWords = true
      if runs[runs.count - 1].isHidden { return }
    }
    size += bytes.count
    // A carriage return can only come from a character reference.
    let isBold = runs.last?.isBold ?? false
    open[open.count - 1].append(bytes.lazy.map { $0 == 0x0d ? ASCII.newline : $0 }, isBold: isBold)
  }

  /// The document as it stands when the last deleted paragraph mark was the last one.
  mutating func finish() {
    if let last = carried { sinks[0].append(last) }
    carried = nil
  }
}
