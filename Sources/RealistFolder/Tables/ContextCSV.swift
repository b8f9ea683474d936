import RealistFormats
import RealistModel
import RealistNotation

/// A table of context as a CSV file. Lines such as `# unit: percent` at the beginning say what the numbers are; the names are title, unit,
/// source, date and note, which may come several times.
public enum ContextCSV {
  /// Whether a text can be the key of a table, and so the name of its file.
  public static func isKey(_ text: String) -> Bool { SavedQuery.isValid(name: text) && text.first != "." }

  /// Reads a table.
  ///
  /// - Parameter file: the name that problems give.
  /// - Throws: ``FolderError`` for a row that has not as many cells as there are columns, with its line.
  public static func read(
    _ bytes: [UInt8], file: String, key: String, id: ID<ContextTable>
  ) throws(FolderError) -> ContextTable {
    var table = ContextTable(id: id, key: key, columns: [], rows: [])
    if let problem = FolderProblem.notUTF8(bytes, file: file) { throw FolderError([problem]) }
    var problems: [FolderProblem] = []
    if !isKey(key) {
      problems.append(
        FolderProblem(
          file, nil, .badCell(column: "name", value: key, expected: "letters, digits, -, _ and .")))
    }
    let (start, line) = headings(of: bytes, into: &table, file, &problems)
    let content: CSVTable
    do {
      content = try CSVTable(Array(bytes[start...]))
    } catch {
      throw FolderError([
        FolderProblem(file, TextPlace(line: error.line + line, column: error.column), .csv(error.kind))
      ])
    }
    table.columns = content.header
    if content.header.isEmpty || content.header[0].isEmpty {
      problems.append(FolderProblem(file, TextPlace(line: line + 1, column: 0), .missingColumn("group")))
    }
    for row in content.rows {
      if row.fields.count != content.header.count {
        problems.append(
          FolderProblem(
            file, TextPlace(line: row.line + line, column: 0),
            .raggedRow(expected: content.header.count, found: row.fields.count)))
      }
      table.rows.append(row.fields.map(\.trimmed))
    }
    guard problems.isEmpty else { throw FolderError(problems) }
    return table
  }

  /// The file; reading it gives the same table.
  public static func write(_ table: ContextTable) -> [UInt8] {
    var bytes: [UInt8] = []
    let headings = [
      ("title", table.title), ("unit", table.unit), ("source", table.source), ("date", table.date),
    ]
    for (name, value) in headings + table.notes.map({ ("note", $0) }) where !value.isEmpty {
      bytes += Array("# \(name): \(value.onOneLine)\n".utf8)
    }
    var writer = CSVWriter()
    for row in [table.columns] + table.rows { writer.append(row: row) }
    return bytes + writer.bytes
  }

  /// Reads the lines that begin with `#`, and answers where they end, in bytes and lines.
  private static func headings(
    of bytes: [UInt8], into table: inout ContextTable, _ file: String, _ problems: inout [FolderProblem]
  ) -> (start: Int, lines: Int) {
    var (start, lines) = (bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0, 0)
    while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      let end = bytes[start...].firstIndex(of: 0x0a) ?? bytes.count
      let words = String(decoding: bytes[start..<end].dropFirst(), as: UTF8.self)
      (start, lines) = (min(end + 1, bytes.count), lines + 1)
      let halves = words.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      let value = halves.count == 2 ? halves[1].onOneLine : ""
      switch halves.first?.lowercased() ?? "" {
      case "title": table.title = value
      case "unit": table.unit = value
      case "source": table.source = value
      case "date": table.date = value
      case "note", "notes": if !value.isEmpty { table.notes.append(value) }
      default:
        problems.append(
          FolderProblem(
            file, TextPlace(line: lines, column: 0),
            .badCell(
              column: "#", value: words.trimmed, expected: "# title:, # unit:, # source:, # date: or # note:")
          )
        )
      }
    }
    return (start, lines)
  }
}
