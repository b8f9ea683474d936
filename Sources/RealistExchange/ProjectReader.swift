import RealistFormats
import RealistModel

/// Reads a project of another program, whichever it is: the content decides, not the ending.
public enum ProjectReader {
  /// The largest file.
  public static let limit = 512 << 20

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: where the file lies: SQLite opens it itself. Nothing is written, not even beside it.
  ///   - file: names the file in messages.
  ///   - texts: what lies in the folder `sources` beside a project document (`.qde`) that is no archive, by name.
  /// - Throws: ``ExchangeError``; what is read is complete, or nothing is.
  public static func read(
    _ bytes: [UInt8], at path: String, file: String, settings: ImportSettings, texts: [String: [UInt8]] = [:]
  ) throws(ExchangeError) -> ImportedProject {
    guard bytes.starts(with: "SQLite format 3\0".utf8) else {
      return try read(bytes, file: file, settings: settings, texts: texts)
    }
    let database = try ForeignDatabase(path: path, file: file)
    if database.has(["study", "segment", "content", "revision"]) { throw .ownStudy(file: file) }
    if database.has(TaguetteReader.tables) {
      let (project, report) = try TaguetteReader.read(database)
      return try assembled(project, report, settings, fixed: OffsetRule())
    }
    if database.has(QualCoderReader.tables) {
      let (project, report) = try QualCoderReader.read(database)
      return try assembled(project, report, settings)
    }
    if database.has(RQDAReader.tables) {
      let (project, report) = try RQDAReader.read(database)
      return try assembled(project, report, settings)
    }
    throw .unknownDatabase(file: file)
  }

  /// Reads a file that is no database: a REFI-QDA project or codebook, a text with codes in it.
  ///
  /// - Throws: ``ExchangeError``; what is read is complete, or nothing is.
  public static func read(
    _ bytes: [UInt8], file: String, settings: ImportSettings, texts: [String: [UInt8]] = [:]
  ) throws(ExchangeError) -> ImportedProject {
    guard bytes.count <= limit else {
      throw .tooLarge(file: file, what: "it has \(bytes.count >> 20) MB", limit: limit >> 20)
    }
    if bytes.starts(with: [0x50, 0x4b]) {
      let found = try RefiReader.readArchive(bytes, file: file)
      return try assembled(found.project, found.report, settings)
    }
    if isXML(bytes) {
      let found = try RefiReader.readDocument(bytes, file: file, texts: texts)
      return try assembled(found.project, found.report, settings)
    }
    guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else {
      throw .notAProject(file: file)
    }
    guard MarkupReader.isMarkup(text) else { throw .transcript(file: file) }
    let (project, report) = try MarkupReader.read(bytes, file: file)
    return try assembled(project, report, settings, fixed: OffsetRule())
  }

  /// Whether a project document is no archive, so that its texts lie in the folder `sources` beside it.
  public static func hasTextsBeside(_ bytes: [UInt8]) -> Bool { isXML(bytes) }

  private static func assembled(
    _ project: ForeignProject, _ report: LossReport, _ settings: ImportSettings, fixed: OffsetRule? = nil
  ) throws(ExchangeError) -> ImportedProject {
    var (project, report) = (project, report)
    if let separator = settings.separator {
      let count = project.separateCodes(at: separator)
      report.add("Code name", .changed, "its parts are levels of the tree of codes", count: count)
    }
    var assembly = StudyAssembly(project, report, settings, fixed: fixed)
    return try assembly.assemble()
  }

  /// Whether the first visible character, after a byte order mark, begins a tag.
  private static func isXML(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    return bytes[start...].first { $0 != 0x20 && !(0x09...0x0d).contains($0) } == UInt8(ascii: "<")
  }
}
