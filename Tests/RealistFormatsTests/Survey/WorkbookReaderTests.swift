import RealistFormats
import TestSupport
import Testing

/// Small workbooks.
enum WorkbookFile {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  static func zip(sheet: String, strings: [String] = [], formats: String = "", properties: String = "")
    -> ZipBytes
  {
    var zip = ZipBytes()
    zip.add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\(properties)<sheets><sheet name=\"Hidden\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"A &amp; B\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"
    )
    zip.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/></Relationships>"
    )
    zip.add(
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns=\"\(main)\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>"
    )
    zip.add(
      "xl/worksheets/sheet2.xml", "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet)</sheetData></worksheet>")
    if !strings.isEmpty {
      zip.add(
        "xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>")
    }
    if !formats.isEmpty { zip.add("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(formats)</styleSheet>") }
    return zip
  }
}

@Suite("Reading workbooks")
struct WorkbookReaderTests {
  @Test("Shared, rich and inline texts, numbers, truths and gaps are cells; hidden sheets are not the first")
  func cells() throws {
    let zip = WorkbookFile.zip(
      sheet: """
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>in</t></is></c></row>
        <row r="4"><c r="B4"><v>4.0</v></c><c r="C4"><v>0.1</v></c><c r="D4" t="b"><v>1</v></c><c r="E4" t="e"><v>#N/A</v></c><c r="F4" t="str"><f>A1</f><v>sum</v></c></row>
        <row r="5"><c r="A5"/></row>
        """,
      strings: [
        "<t>a_x000D_\nb</t>", "<r><t>ri</t></r><r><t xml:space=\"preserve\">ch </t></r><rPh><t>no</t></rPh>",
      ])
    let sheet = try WorkbookReader.sheet(of: zip.bytes, file: "x.xlsx")
    #expect(sheet.name == "A & B")
    #expect(
      sheet.rows == [
        CSVRow(fields: ["a\nb", "", "rich ", "in"], line: 2),
        CSVRow(fields: ["", "4", "0.1", "yes", "", "sum"], line: 4),
      ])
    #expect(try WorkbookReader.sheetNames(zip.bytes, file: "x.xlsx") == ["Hidden", "A & B"])
    #expect(
      try WorkbookReader.sheet("hidden", of: zip.bytes, file: "x.xlsx").rows == [
        CSVRow(fields: ["1"], line: 1)
      ])
    #expect(throws: ImportError.noSheet(file: "x.xlsx", name: "C", among: ["Hidden", "A & B"])) {
      try WorkbookReader.sheet("C", of: zip.bytes, file: "x.xlsx")
    }
  }

  static let dates: [(String, String, isOld: Bool)] = [
    ("44927", "2023-01-01", false), ("44927.5", "2023-01-01 12:00", false), ("1", "1900-01-01", false),
    ("59", "1900-02-28", false), ("61", "1900-03-01", false), ("43465", "2023-01-01", true),
    ("0.5", "0.5", false),
    ("36586", "2000-03-01", false), ("36585", "2000-02-29", false),
  ]

  @Test("Numbers in a style of dates are dates, in both ways of counting days", arguments: dates)
  func serialDates(number: String, date: String, isOld: Bool) throws {
    let formats =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-409]d\\-mmm\\-yy;@\"/><numFmt numFmtId=\"165\" formatCode=\"0.0&quot;days&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"165\"/></cellXfs>"
    let sheet =
      "<row r=\"1\">"
      + (0..<4).map { "<c r=\"\(["A", "B", "C", "D"][$0])1\" s=\"\($0)\"><v>\(number)</v></c>" }.joined()
      + "</row>"
    let zip = WorkbookFile.zip(
      sheet: sheet, formats: formats, properties: isOld ? "<workbookPr date1904=\"1\"/>" : "")
    #expect(
      try WorkbookReader.sheet(of: zip.bytes, file: "x").rows[0].fields == [number, date, date, number])
  }

  @Test("Cells out of order, missing parts and archives cut at any byte are errors")
  func damage() throws {
    let sheet = "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"
    #expect(throws: ImportError.badRow(file: "x", line: 1)) {
      try WorkbookReader.sheet(of: WorkbookFile.zip(sheet: sheet).bytes, file: "x")
    }
    #expect(throws: ImportError.badRow(file: "x", line: 1)) {
      try WorkbookReader.sheet(
        of: WorkbookFile.zip(sheet: "<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>").bytes, file: "x")
    }
    let whole = WorkbookFile.zip(sheet: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").bytes
    for length in 0..<whole.count {
      #expect(throws: ImportError.self) { try WorkbookReader.sheet(of: Array(whole[..<length]), file: "x") }
    }
  }

  @Test("A real workbook is the table it shows", .needsFixtures)
  func real() throws {
    let table = try ForeignTable(fixture("survey-csv/qualcoder_survey789.xlsx"), file: "survey.xlsx")
    #expect(table.heading.contains { $0.lowercased() == "age" } && table.rows.count >= 3)
    let exported = try ForeignTable(
      fixture("taguette/made_taguette_1.5.2_warmwelcome_highlights.xlsx"), file: "h.xlsx")
    let csv = try ForeignTable(
      fixture("taguette/made_taguette_1.5.2_warmwelcome_highlights.csv"), file: "h.csv")
    #expect(exported.heading == csv.heading && exported.rows.map(\.fields) == csv.rows.map(\.fields))
  }
}
