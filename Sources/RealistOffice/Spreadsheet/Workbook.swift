import CXLSX

/// A workbook on its way into a file, written by libxlsxwriter.
final class Workbook {
  /// Times inside the file: equal tables are to give equal bytes. 1 January 2000.
  private static let created: time_t = 946_684_800

  let file: String
  let styles: SheetStyles
  /// Of each sheet.
  let rowLimit: Int
  /// Whether rows leave memory as soon as they are written.
  let isStreaming: Bool
  private let handle: UnsafeMutablePointer<lxw_workbook>
  private var isOpen = true
  private var names = SheetNames()
  /// Texts that no cell holds, and where they belong.
  private var longTexts: [(place: String, text: String)] = []
  private var longTextSheet = ""

  /// - Parameters:
  ///   - path: where the file is written.
  ///   - file: the path as the user wrote it, for errors.
  ///   - temporary: the folder for temporary files, which have no names there; `nil` for the workbook's own.
  ///   - isStreaming: keeps one row in memory and the others in an unnamed temporary file beside the workbook; rows cannot be gone back to.
  init(
    path: String, named file: String, title: String, temporary: String? = nil, isStreaming: Bool,
    rowLimit: Int = SheetLimits.rows
  ) throws(OfficeError) {
    // The library would say it on standard error.
    guard let probe = fopen(path, "ab") else { throw .cannotWrite(file: file) }
    fclose(probe)
    let folder = temporary ?? path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let opened = folder.withCString { tmpdir in
      var options = lxw_workbook_options(
        constant_memory: isStreaming ? 1 : 0, tmpdir: UnsafeMutablePointer(mutating: tmpdir), use_zip64: 0)
      return workbook_new_opt(path, &options)
    }
    guard let opened, let styles = SheetStyles(opened) else {
      if let opened { lxw_workbook_free(opened) }
      throw .cannotWrite(file: file)
    }
    (handle, self.file, self.styles) = (opened, file, styles)
    (self.rowLimit, self.isStreaming) = (rowLimit, isStreaming)
    CellText.safe(title).withCString { words in
      var properties = lxw_doc_properties()
      properties.title = title.isEmpty ? nil : UnsafeMutablePointer(mutating: words)
      properties.created = Self.created
      workbook_set_properties(handle, &properties)
    }
  }

  deinit { if isOpen { lxw_workbook_free(handle) } }

  /// A new sheet; the name is made to fit.
  func sheet(_ wanted: String) throws(OfficeError) -> Sheet {
    let name = names.name(for: wanted)
    guard let sheet = workbook_add_worksheet(handle, name) else { throw .library(file: file, "no sheet") }
    return Sheet(handle: sheet, name: name, workbook: self)
  }

  /// The text, or where it is too long for a cell its beginning and where it stands in full: a sheet of its own at the end.
  func fitting(_ text: String, row: Int, column: Int, of sheet: Sheet) -> String {
    guard text.utf8.count > SheetLimits.characters, text.utf16.count > SheetLimits.characters else {
      return text
    }
    if longTextSheet.isEmpty { longTextSheet = names.name(for: "Long texts") }
    let letters = Self.letters(column)
    longTexts.append(("\(sheet.name), cell \(letters)\(row + 1)", text))
    return CellText.beginning(
      text, goesOnIn: "in full on the sheet “\(longTextSheet)”, no. \(longTexts.count)")
  }

  /// Says what had to be done with texts that no cell holds; `nil` when there were none.
  var longTextNote: String? {
    guard !longTexts.isEmpty else { return nil }
    let (count, are) =
      longTexts.count == 1 ? ("1 text is", "stands") : ("\(longTexts.count) texts are", "stand")
    return
      "\(count) longer than the \(SheetLimits.characters) characters of a cell and \(are) in full on the sheet “\(longTextSheet)”"
  }

  private func writeLongTexts() throws(OfficeError) {
    guard !longTexts.isEmpty else { return }
    guard let handle = workbook_add_worksheet(handle, longTextSheet) else {
      throw .library(file: file, "no sheet")
    }
    let sheet = Sheet(handle: handle, name: longTextSheet, workbook: self)
    for (column, title) in ["No.", "Belongs to", "Part", "Text"].enumerated() {
      try sheet.write(title, 0, column, styles.heading)
    }
    var row = 1
    for (number, long) in longTexts.enumerated() {
      for (part, piece) in CellText.pieces(long.text).enumerated() {
        try sheet.write(Double(number + 1), row, 0, styles.number)
        try sheet.write(long.place, row, 1, styles.text)
        try sheet.write(Double(part + 1), row, 2, styles.number)
        try sheet.write(piece, row, 3, styles.text)
        row += 1
      }
    }
    try sheet.setWidths([6, 30, 6, 100])
    try sheet.arrange(heading: 0, lastRow: row - 1, columns: 4, isFiltered: true)
  }

  /// `A`, …, `Z`, `AA`, …
  private static func letters(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }

  /// Writes the file. Nothing can be added afterwards.
  func close() throws(OfficeError) {
    try writeLongTexts()
    isOpen = false
    let error = workbook_close(handle)
    switch error {
    case LXW_NO_ERROR: return
    case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
      LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
      throw .cannotWrite(file: file)
    default: throw .library(file: file, String(cString: lxw_strerror(error)))
    }
  }

  func check(_ error: lxw_error) throws(OfficeError) {
    if error != LXW_NO_ERROR { throw .library(file: file, String(cString: lxw_strerror(error))) }
  }
}

/// One sheet of a workbook.
struct Sheet {
  let handle: UnsafeMutablePointer<lxw_worksheet>
  let name: String
  let workbook: Workbook

  /// Always a string: what looks like a formula stays words.
  func write(_ text: String, _ row: Int, _ column: Int, _ style: UnsafeMutablePointer<lxw_format>?)
    throws(OfficeError)
  {
    try workbook.check(worksheet_write_string(handle, UInt32(row), UInt16(column), text, style))
  }

  func write(_ number: Double, _ row: Int, _ column: Int, _ style: UnsafeMutablePointer<lxw_format>?)
    throws(OfficeError)
  {
    try workbook.check(worksheet_write_number(handle, UInt32(row), UInt16(column), number, style))
  }

  func writeBlank(_ row: Int, _ column: Int, _ style: UnsafeMutablePointer<lxw_format>?) throws(OfficeError) {
    try workbook.check(worksheet_write_blank(handle, UInt32(row), UInt16(column), style))
  }

  /// Words in several styles in one cell; the pieces must not be empty and at least two.
  func write(
    _ pieces: [(style: UnsafeMutablePointer<lxw_format>?, text: String)], _ row: Int, _ column: Int,
    _ style: UnsafeMutablePointer<lxw_format>?
  ) throws(OfficeError) {
    let copies = pieces.map { strdup($0.text) }
    defer { for copy in copies { free(copy) } }
    var tuples = zip(pieces, copies).map { lxw_rich_string_tuple(format: $0.style, string: $1) }
    let error = tuples.withUnsafeMutableBufferPointer { buffer in
      let addresses = buffer.indices.map { buffer.baseAddress?.advanced(by: $0) }
      var list = addresses + [nil]
      return worksheet_write_rich_string(handle, UInt32(row), UInt16(column), &list, style)
    }
    try workbook.check(error)
  }

  /// A link to a cell of a sheet, under words.
  func link(
    _ text: String, to target: (sheet: String, row: Int), _ row: Int, _ column: Int,
    _ style: UnsafeMutablePointer<lxw_format>?
  ) throws(OfficeError) {
    let quoted = target.sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    let address = "internal:'\(quoted)'!A\(target.row + 1)"
    try workbook.check(
      worksheet_write_url_opt(
        handle, UInt32(row), UInt16(column), address, style, text, "to the quotes behind it"))
  }

  /// One cell of many; where words are written into the first. One cell alone is not merged.
  func merge(
    rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ text: String,
    _ style: UnsafeMutablePointer<lxw_format>?
  ) throws(OfficeError) {
    guard rows.count > 1 || columns.count > 1 else {
      return try write(text, rows.lowerBound, columns.lowerBound, style)
    }
    try workbook.check(
      worksheet_merge_range(
        handle, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
        UInt16(columns.upperBound), text, style))
  }

  /// In lines of text; as many as it takes without this.
  func setHeight(lines: Int, of row: Int) throws(OfficeError) {
    try workbook.check(worksheet_set_row(handle, UInt32(row), min(409, 15 * Double(max(1, lines))), nil))
  }

  /// Widths of columns in characters.
  func setWidths(_ widths: [Int]) throws(OfficeError) {
    for (column, width) in widths.enumerated() {
      try workbook.check(
        worksheet_set_column(handle, UInt16(column), UInt16(column), Double(width) + 2, nil))
    }
  }

  /// The heading row stays in view and on every printed page, and filters the rows below it.
  func arrange(heading: Int, lastRow: Int, columns: Int, isFiltered: Bool) throws(OfficeError) {
    worksheet_freeze_panes(handle, UInt32(heading + 1), 0)
    if isFiltered, lastRow > heading {
      try workbook.check(
        worksheet_autofilter(handle, UInt32(heading), 0, UInt32(lastRow), UInt16(columns - 1)))
    }
    worksheet_set_landscape(handle)
    worksheet_set_paper(handle, 9)
    worksheet_fit_to_pages(handle, 1, 0)
    try workbook.check(worksheet_repeat_rows(handle, UInt32(heading), UInt32(heading)))
    try workbook.check(worksheet_set_footer(handle, "&L&A&R&P / &N"))
  }
}
