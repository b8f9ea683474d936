/// A table that another program wrote, as CSV, TSV or a sheet of a workbook: its heading is found, whatever stands above it.
public struct ForeignTable: Sendable {
  /// The cells of the heading, without white space around them.
  public let heading: [String]
  /// Where the heading stands, from 1.
  public let headingLine: Int
  /// The rows below it.
  public let rows: [CSVRow]
  /// What it was read as, e.g. `sheet 'Answers'`, `CSV with semicolons`.
  public let kind: String
  /// What was guessed or left out, a sentence each; without words of the table.
  public let notes: [String]

  /// The most bytes of a text file.
  static let limit = 256 << 20

  /// - Parameters:
  ///   - encoding: the charset of a text file by name; `nil` takes the byte order mark, UTF-8, or a guess that ``notes`` state.
  ///   - sheet: of a workbook, by name; `nil` for the first.
  public init(_ bytes: [UInt8], file: String, encoding: String? = nil, sheet: String? = nil)
    throws(ImportError)
  {
    guard !bytes.isEmpty else { throw .empty(file: file) }
    guard bytes.count <= Self.limit else {
      throw .tooLarge(file: file, bytes: bytes.count, limit: Self.limit)
    }
    let (all, kind, notes): ([CSVRow], String, [String])
    if WorkbookReader.isWorkbook(bytes) {
      let found = try WorkbookReader.sheet(sheet, of: bytes, file: file)
      (all, kind, notes) = (found.rows, "sheet '\(found.name)'", [])
    } else {
      let encoding: TextEncoding? = if let encoding { try TextEncoding(named: encoding) } else { nil }
      let decoded = try TextDecoder.decode(bytes, fileName: file, encoding: encoding, guesses: true)
      let found = try Self.rows(decoded.bytes, file: file)
      (all, kind, notes) = (found.rows, found.kind, decoded.guesses)
    }
    guard let place = Self.heading(of: all), place + 1 < all.count else { throw .noRows(file: file) }
    let above =
      place == 0
      ? []
      : ["\(place == 1 ? "1 row above the heading was" : "\(place) rows above the heading were") left out"]
    var cells = all[place].fields.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    while cells.last == "" { cells.removeLast() }
    (heading, headingLine, self.kind, self.notes) = (cells, all[place].line, kind, notes + above)
    rows = all[(place + 1)...].filter { row in row.fields.contains { !$0.allSatisfy(\.isWhitespace) } }
  }

  /// The cell of a row; empty when the row is shorter.
  public func cell(_ row: CSVRow, _ column: Int) -> String {
    guard column < row.fields.count else { return "" }
    let text = row.fields[column]
    let trimmed = text.drop(while: \.isWhitespace)
    guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(trimmed[...last])
  }

  /// The rows, cut at whichever mark makes most of them equally wide.
  private static func rows(_ bytes: [UInt8], file: String) throws(ImportError) -> (
    rows: [CSVRow], kind: String
  ) {
    let marks: [(UInt8, String)] = [
      (UInt8(ascii: ","), "CSV with commas"), (UInt8(ascii: ";"), "CSV with semicolons"),
      (UInt8(ascii: "\t"), "tab separated values"),
    ]
    var best: (score: Int, rows: [CSVRow], kind: String)?
    var problem: CSVError?
    for (mark, kind) in marks where bytes.contains(mark) {
      do throws(CSVError) {
        let rows = try CSVReader.rows(bytes, delimiter: mark)
        let score = Self.score(rows)
        if score > best?.score ?? 0 { best = (score, rows, kind) }
      } catch { problem = problem ?? error }
    }
    if let best { return (best.rows, best.kind) }
    if let problem { throw .badTable(file: file, error: problem) }
    do throws(CSVError) { return (try CSVReader.rows(bytes), "CSV of one column") } catch {
      throw .badTable(file: file, error: error)
    }
  }

  /// How many rows have the commonest number of cells, if that is more than one.
  private static func score(_ rows: [CSVRow]) -> Int {
    let width = width(rows)
    return width > 1 ? rows.count { $0.fields.count == width } : 0
  }

  private static func width(_ rows: [CSVRow]) -> Int {
    let counts = Dictionary(rows.map { ($0.fields.count, 1) }, uniquingKeysWith: +)
    return counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
  }

  /// The first row that reaches nearly as far as the table is wide, and is mostly filled.
  private static func heading(of rows: [CSVRow]) -> Int? {
    let width = width(rows)
    return rows.firstIndex { row in
      let filled = row.fields.indices.filter { !row.fields[$0].allSatisfy(\.isWhitespace) }
      let reach = (filled.last ?? -1) + 1
      return reach * 5 >= width * 4 && filled.count * 5 >= width * 3 && (width == 1 || filled.count > 1)
    }
  }
}
