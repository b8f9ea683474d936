/// A sheet of a workbook as rows of text.
public struct WorkbookSheet: Hashable, Sendable {
  public var name: String
  /// Rows with at least one filled cell; their line is their number in the sheet.
  public var rows: [CSVRow]
}

/// Reads Excel workbooks (XLSX; ECMA-376, part 1, section 18): what the cells show, but for how numbers are set.
///
/// Dates come as `2026-03-02`, with a time as `2026-03-02 14:05`; formulas as the value they had when the file was saved.
public enum WorkbookReader {
  public static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) else { return false }
    return (try? ZipArchive(bytes, file: ""))?.has("xl/workbook.xml") == true
  }

  /// The names of the sheets, in order; hidden ones as well.
  public static func sheetNames(_ bytes: [UInt8], file: String) throws(ImportError) -> [String] {
    try WorkbookParts(bytes, file: file).index.sheets.map(\.name)
  }

  /// One sheet.
  ///
  /// - Parameter sheet: its name; `nil` for the first that is not hidden.
  /// - Throws: ``ImportError``; ``ImportError/noSheet(file:name:among:)`` when there is none of that name.
  public static func sheet(_ sheet: String? = nil, of bytes: [UInt8], file: String) throws(ImportError)
    -> WorkbookSheet
  {
    let parts = try WorkbookParts(bytes, file: file)
    let sheets = parts.index.sheets
    let found =
      sheet.map { name in
        sheets.first { $0.name == name } ?? sheets.first { $0.name.lowercased() == name.lowercased() }
      }
      ?? (sheets.first { !$0.isHidden } ?? sheets.first)
    guard let found else { throw .noSheet(file: file, name: sheet ?? "", among: sheets.map(\.name)) }
    return WorkbookSheet(name: found.name, rows: try parts.rows(of: found))
  }
}

/// The parts of a workbook's archive.
struct WorkbookParts {
  private let archive: ZipArchive
  private let file: String
  private let targets: [String: String]
  let index: WorkbookIndex

  init(_ bytes: [UInt8], file: String) throws(ImportError) {
    self.file = file
    archive = try ZipArchive(bytes, file: file)
    guard archive.has("xl/workbook.xml") else { throw .noDocument(file: file) }
    var index = WorkbookIndex()
    try Self.parse("xl/workbook.xml", of: archive, file: file, into: &index)
    var relations = WorkbookRelations()
    if archive.has("xl/_rels/workbook.xml.rels") {
      try Self.parse("xl/_rels/workbook.xml.rels", of: archive, file: file, into: &relations)
    }
    (self.index, targets) = (index, relations.targets)
  }

  func rows(of sheet: WorkbookIndex.Sheet) throws(ImportError) -> [CSVRow] {
    guard let target = targets[sheet.relation] else { throw .damagedArchive(file: file, entry: sheet.name) }
    let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    guard archive.has(part) else { throw .damagedArchive(file: file, entry: part) }
    var strings = WorkbookStrings()
    if archive.has("xl/sharedStrings.xml") {
      try Self.parse("xl/sharedStrings.xml", of: archive, file: file, into: &strings)
    }
    var styles = WorkbookStyles()
    if archive.has("xl/styles.xml") {
      try Self.parse("xl/styles.xml", of: archive, file: file, into: &styles)
    }
    var cells = WorkbookCells(strings: strings.all, dates: styles.dates, startsIn1904: index.startsIn1904)
    try Self.parse(part, of: archive, file: file, into: &cells)
    if let row = cells.badRow { throw .badRow(file: file, line: row) }
    return cells.rows
  }

  private static func parse(
    _ part: String, of archive: ZipArchive, file: String, into handler: inout some XMLHandler
  ) throws(ImportError) {
    try XMLEvents.read(&handler, file: file, entry: part) { (chunk) throws(ImportError) in
      try archive.read(part, chunk)
    }
  }
}

/// `xl/workbook.xml`: which sheets there are.
struct WorkbookIndex: XMLHandler {
  struct Sheet {
    var name: String
    var relation: String
    var isHidden: Bool
  }
  private(set) var sheets: [Sheet] = []
  private(set) var startsIn1904 = false

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.local {
    case "sheet":
      guard let title = attributes["name"], let relation = attributes["id"] else { return }
      sheets.append(
        Sheet(
          name: title, relation: relation,
          isHidden: attributes["state"] != nil && attributes["state"] != "visible"))
    case "workbookPr": startsIn1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    default: break
    }
  }
  mutating func end(_ name: XMLName) {}
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// `xl/_rels/workbook.xml.rels`: which part each sheet is.
private struct WorkbookRelations: XMLHandler {
  private(set) var targets: [String: String] = [:]
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if let id = attributes["Id"], let target = attributes["Target"] { targets[id] = target }
  }
  mutating func end(_ name: XMLName) {}
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
