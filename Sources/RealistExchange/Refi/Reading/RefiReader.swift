import RealistFormats
import RealistModel

/// Reads REFI-QDA: a project archive (`.qdpx`), a project document (`.qde`) or a codebook (`.qdc`).
enum RefiReader {
  /// The most elements that are kept of a file: a project of a million codings has about four million.
  static let mostSelections = 4_000_000

  /// What was read, with how many elements of each kind there were.
  struct Result {
    var project: ForeignProject
    var report: LossReport
    var counts: [RefiElement: Int]
  }

  /// Reads an archive.
  static func readArchive(_ bytes: [UInt8], file: String) throws(ExchangeError) -> Result {
    let archive: ZipArchive
    do { archive = try ZipArchive(bytes, file: file) } catch { throw .file(error) }
    let entries = archive.entries.keys.filter { $0.lowercased().hasSuffix(".qde") && !isHidden($0) }.sorted()
    guard let entry = entries.first else {
      // A Word document and an OpenDocument text are archives as well.
      let isText = archive.has("word/document.xml") || archive.has("content.xml")
      throw isText ? .transcript(file: file) : .noProject(file: file)
    }
    guard entries.count == 1 else { throw .severalProjects(file: file, entries: entries) }
    var handler = RefiHandler(file: file, entry: entry)
    do {
      try XMLEvents.read(&handler, file: file, entry: entry) {
        (body: (UnsafeRawBufferPointer) throws(ImportError) -> Void) throws(ImportError) in
        try archive.read(entry, body)
      }
    } catch {
      throw handler.error ?? .file(error)
    }
    if let error = handler.error { throw error }
    let texts = RefiTexts(archive: archive, file: file)
    return try finish(handler, texts)
  }

  /// Reads a document that is no archive.
  ///
  /// - Parameter texts: the files of its folder `sources`, where that is beside it, by name.
  static func readDocument(
    _ bytes: [UInt8], file: String, texts: [String: [UInt8]]
  ) throws(ExchangeError) -> Result {
    var handler = RefiHandler(file: file, entry: "")
    do {
      try XMLEvents.read(&handler, file: file, entry: "") {
        (body: (UnsafeRawBufferPointer) throws(ImportError) -> Void) throws(ImportError) in
        try feed(bytes, to: body)
      }
    } catch {
      throw handler.error ?? .file(error)
    }
    if let error = handler.error { throw error }
    return try finish(handler, RefiTexts(beside: texts, file: file))
  }

  private static func isHidden(_ entry: String) -> Bool {
    // What macOS puts into archives.
    entry.hasPrefix("__MACOSX/") || entry.split(separator: "/").last?.first == "."
  }

  /// Hands bytes over in chunks.
  private static func feed(
    _ bytes: [UInt8], to body: (UnsafeRawBufferPointer) throws(ImportError) -> Void
  ) throws(ImportError) {
    var start = 0
    while start < bytes.count {
      let end = min(start + 65_536, bytes.count)
      let failure = bytes[start..<end].withUnsafeBytes { chunk -> ImportError? in
        do throws(ImportError) { try body(chunk) } catch { return error }
        return nil
      }
      if let failure { throw failure }
      start = end
    }
  }

  private static func finish(_ handler: RefiHandler, _ texts: RefiTexts) throws(ExchangeError) -> Result {
    var (project, report) = (handler.project, handler.report)
    for place in project.sources.indices {
      try texts.fill(&project.sources[place], &report)
    }
    for place in project.memos.indices { try texts.fill(&project.memos[place], &report) }
    return Result(project: project, report: report, counts: handler.counts)
  }
}

/// Finds the texts that the documents of a project name.
struct RefiTexts {
  private let archive: ZipArchive?
  private let texts: [String: [UInt8]]
  private let file: String
  /// The entries by the last part of their name, in lower case.
  private var entries: [String: String] = [:]

  init(archive: ZipArchive, file: String) {
    (self.archive, texts, self.file) = (archive, [:], file)
    for name in archive.entries.keys.sorted() { entries[Self.last(name)] = name }
  }

  /// - Parameter texts: files that lie beside the document.
  init(beside texts: [String: [UInt8]], file: String) {
    (archive, self.texts, self.file) = (nil, texts, file)
    for name in texts.keys.sorted() { entries[Self.last(name)] = name }
  }

  /// The text at a path of the project, where there is one.
  private func text(at path: String) throws(ImportError) -> ForeignText? {
    guard let entry = entries[Self.last(path)] else { return nil }
    if let bytes = texts[entry] { return try ForeignText(bytes, file: "\(file): \(entry)") }
    guard let archive else { return nil }
    return try ForeignText(archive.bytes(of: entry), file: "\(file): \(entry)")
  }

  /// A path's last part: every path in a project is somebody else's.
  private static func last(_ path: String) -> String {
    (path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? "").lowercased()
  }

  func fill(
    _ document: inout ForeignDocument, _ report: inout LossReport
  ) throws(ExchangeError) {
    for place in document.renderings.indices { try fill(&document.renderings[place], &report) }
    do throws(ImportError) {
      if let bytes = document.inline {
        document.inline = nil
        document.text = try ForeignText(inline: bytes, file: "\(file): \(document.guid)")
      } else if document.kind == .text || document.kind == .note, !document.path.isEmpty {
        document.text = try text(at: document.path)
      }
    } catch {
      throw .file(error)
    }
    if !document.richPath.isEmpty {
      report.add("Formatted text", .leftOut, "the words are kept, the layout is not", item: document.name)
    }
    let isRecording = document.kind != .text && document.kind != .note
    if isRecording {
      report.add("Recording, picture or page image", .leftOut, "only words are kept", item: document.name)
    }
  }
}
