import RealistFormats

/// OpenDocument texts (ODT; ISO/IEC 26300), as LibreOffice, Google Docs and pandoc write them.
enum OpenDocumentReader {
  static func isOpenDocument(_ archive: ZipArchive) -> Bool {
    archive.has("content.xml") && !archive.has("[Content_Types].xml")
  }

  static func read(_ archive: ZipArchive, _ file: TextFile) throws(ImportError) -> ImportedTranscript {
    guard archive.has("content.xml") else { throw .noDocument(file: file.name) }
    try refuseEncrypted(archive, file.name)
    var document = OpenDocumentText()
    try XMLEvents.read(&document, file: file.name, entry: "content.xml") { (chunk) throws(ImportError) in
      try archive.read("content.xml", chunk)
    }
    guard document.hasBody else { throw .unsupported(file: file.name, kind: .openDocument) }
    var file = file
    file.format = .odt
    return try DocumentReader.transcript(document.paragraphs, file, notes: document.tally.notes)
  }

  /// The manifest says which parts are encrypted; their bytes would look like damage.
  private static func refuseEncrypted(_ archive: ZipArchive, _ file: String) throws(ImportError) {
    let part = "META-INF/manifest.xml"
    guard archive.has(part) else { return }
    var manifest = OpenDocumentManifest()
    try XMLEvents.read(&manifest, file: file, entry: part) { (chunk) throws(ImportError) in
      try archive.read(part, chunk)
    }
    if manifest.isEncrypted { throw .encrypted(file: file, entry: "content.xml") }
  }
}

private struct OpenDocumentManifest: XMLHandler {
  private(set) var isEncrypted = false
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.local == "encryption-data" { isEncrypted = true }
  }
  mutating func end(_ name: XMLName) {}
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
