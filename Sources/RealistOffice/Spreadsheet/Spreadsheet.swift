import RealistAnalysis
import RealistModel
import RealistReports

/// Tables as a workbook of XLSX, a sheet each.
///
/// Words are always written as strings, so that nothing a person said becomes a formula. Equal tables give equal bytes.
public enum Spreadsheet {
  /// Writes the tables into a file. Links lead from cells to places in the sheets that come after theirs.
  ///
  /// - Parameters:
  ///   - path: the file to write.
  ///   - file: the path as the user wrote it, for errors.
  /// - Returns: what had to be done so that everything fits, in words; nothing is left out silently.
  public static func write(_ exhibits: [Exhibit], title: String = "", to path: String, named file: String)
    throws(OfficeError) -> [String]
  {
    let isStreaming = !exhibits.contains { $0.table.hasSpans }
    return try write(
      exhibits, into: try Workbook(path: path, named: file, title: title, isStreaming: isStreaming))
  }

  static func write(_ exhibits: [Exhibit], into workbook: Workbook) throws(OfficeError) -> [String] {
    var sheets: [Sheet] = []
    for exhibit in exhibits { sheets.append(try workbook.sheet(exhibit.name)) }
    var (links, notes) = ([String: CellPlace](), [String]())
    // Backwards, so that a link's target is known before the link.
    for (exhibit, sheet) in zip(exhibits, sheets).reversed() {
      var writer = try SheetWriter(exhibit.table.head, on: sheet, links: links)
      for row in exhibit.table.rows {
        switch row {
        case .group(let heading): try writer.group(heading)
        case .cells(let cells): try writer.row(cells)
        }
      }
      try writer.finish()
      links.merge(writer.places) { first, _ in first }
      notes += writer.notes(of: sheet.name)
    }
    if let note = workbook.longTextNote { notes.append(note) }
    try workbook.close()
    return notes
  }
}

/// Quotes as rows of a sheet, written one by one, so that a hundred thousand of them are never held in memory.
public final class SpreadsheetQuoteWriter {
  private let workbook: Workbook
  private var writer: SheetWriter
  private let columns: [QuoteColumn]

  /// - Parameters:
  ///   - path: the file to write.
  ///   - file: the path as the user wrote it, for errors.
  public convenience init(
    path: String, named file: String, _ options: QuoteOptions = QuoteOptions()
  ) throws(OfficeError) {
    try self.init(
      into: try Workbook(path: path, named: file, title: options.title, isStreaming: true), options)
  }

  init(into workbook: Workbook, _ options: QuoteOptions) throws(OfficeError) {
    // The id of a segment says nothing to people and takes a tenth of the time; it can be asked for.
    columns = QuoteColumn.columns(options, usual: QuoteColumn.everything.filter { $0 != .segment })
    self.workbook = workbook
    writer = try SheetWriter(
      Table.Head(title: options.title, columns: columns.map(\.head)), on: try workbook.sheet("Quotes"))
  }

  /// A heading across all columns; the quotes up to the next one belong to it.
  public func heading(_ text: String) throws(OfficeError) { try writer.group(text) }

  public func quote(_ quote: Quote) throws(OfficeError) {
    try writer.row(columns.map { $0.cell(of: quote, emptyCodes: .empty) })
  }

  /// Completes the file.
  ///
  /// - Returns: what had to be done so that everything fits, in words.
  public func finish() throws(OfficeError) -> [String] {
    try writer.finish()
    let notes = writer.notes(of: "Quotes") + [workbook.longTextNote].compactMap { $0 }
    try workbook.close()
    return notes
  }
}

extension SheetWriter {
  /// What a person has to know.
  fileprivate func notes(of name: String) -> [String] {
    var notes: [String] = []
    if furtherSheets > 0 {
      notes.append(
        "the sheet “\(name)” goes on in \(counted(furtherSheets, "further sheet")): one holds \(workbook.rowLimit) rows"
      )
    }
    if linksLeftOut > 0 {
      notes.append(
        "\(counted(linksLeftOut, "link")) left out of the sheet “\(name)”: one holds \(SheetLimits.links)")
    }
    return notes
  }
}

extension Table {
  /// Whether any cell spans rows.
  var hasSpans: Bool {
    rows.contains { row in
      if case .cells(let cells) = row { cells.contains(where: \.continues) } else { false }
    }
  }
}
