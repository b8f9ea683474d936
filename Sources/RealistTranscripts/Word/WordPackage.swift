import RealistFormats

/// The parts of a DOCX file (ECMA-376, part 2).
struct WordPackage {
  private let archive: ZipArchive
  private let file: String
  private let documentPart: String

  init(_ archive: ZipArchive, file: String) throws(ImportError) {
    (self.file, self.archive) = (file, archive)
    if let kind = Self.foreignKind(archive) { throw .unsupported(file: file, kind: kind) }
    var relationships = Relationships()
    if archive.has("_rels/.rels") {
      try Self.parse("_rels/.rels", of: archive, file: file, into: &relationships)
    }
    let named = relationships.document.map { String($0.drop { $0 == "/" }) }
    documentPart = if let named, archive.has(named) { named } else { "word/document.xml" }
    guard archive.has(documentPart) else { throw .noDocument(file: file) }
  }

  private static func foreignKind(_ archive: ZipArchive) -> ForeignKind? {
    if archive.has("xl/workbook.xml") { return .spreadsheet }
    if archive.has("ppt/presentation.xml") { return .presentation }
    return archive.has("mimetype") && archive.has("content.xml") ? .openDocument : nil
  }

  /// The document, its headings marked.
  func document() throws(ImportError) -> WordDocument {
    var document = WordDocument()
    try XMLEvents.read(&document, file: file, entry: documentPart) { (chunk) throws(ImportError) in
      try archive.read(documentPart, chunk)
    }
    document.finish()
    guard document.hasBody else { throw .noDocument(file: file) }
    return document
  }

  /// The ids of the styles that are headings. Word translates ids (`berschrift1`), but not names (`heading 1`).
  func headingStyles(among used: Set<String>) throws(ImportError) -> Set<String> {
    let plain: Set<String> = [
      "", "Normal", "BodyText", "FirstParagraph", "TextBody", "ListParagraph", "NoSpacing",
    ]
    let english = used.filter { $0.hasPrefix("Heading") || $0 == "Title" || $0 == "Subtitle" }
    guard !used.subtracting(plain).subtracting(english).isEmpty else { return english }
    let part = String(documentPart.prefix(while: { $0 != "/" })) + "/styles.xml"
    guard archive.has(part) else { return english }
    var styles = WordStyles()
    try Self.parse(part, of: archive, file: file, into: &styles)
    return english.union(styles.headings)
  }

  private static func parse(
    _ part: String, of archive: ZipArchive, file: String, into handler: inout some XMLHandler
  ) throws(ImportError) {
    try XMLEvents.read(&handler, file: file, entry: part) { (chunk) throws(ImportError) in
      try archive.read(part, chunk)
    }
  }
}

/// Where the package says that its document is.
private struct Relationships: XMLHandler {
  private(set) var document: String?

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.local == "Relationship", attributes["Type"]?.hasSuffix("/officeDocument") == true else {
      return
    }
    document = attributes["Target"]
  }
  mutating func end(_ name: XMLName) {}
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The styles whose names are those of headings.
private struct WordStyles: XMLHandler {
  private(set) var headings: Set<String> = []
  private var id = ""

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.local == "style" {
      id = attributes["styleId"] ?? ""
    } else if name.local == "name", !id.isEmpty, let value = attributes["val"]?.lowercased() {
      if value.hasPrefix("heading ") || value == "title" || value == "subtitle" { headings.insert(id) }
    }
  }
  mutating func end(_ name: XMLName) { if name.local == "style" { id = "" } }
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
