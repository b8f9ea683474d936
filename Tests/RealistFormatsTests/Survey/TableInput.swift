import RealistFormats
import RealistModel
import TestSupport

/// An input of the fuzz target `Tables`, which the tests replay: a letter for what it is, then the file.
enum TableInput {
  /// Reads it to the end; whether what came of it holds together.
  ///
  /// - Throws: what the readers throw.
  static func isSound(_ input: [UInt8]) throws(ImportError) -> Bool {
    let file = Array(input.dropFirst())
    switch input.first ?? 0 {
    case UInt8(ascii: "w"), UInt8(ascii: "s"), UInt8(ascii: "y"):
      return try survey(workbook(input.first ?? 0, file))
    case UInt8(ascii: "g"):
      let table = try CodedSegmentTable(ForeignTable(file, file: "table"), file: "table")
      return table.rows.allSatisfy { !$0.words.isEmpty && !$0.codes.isEmpty }
    case UInt8(ascii: "r"):
      return try RISReader.read(file, file: "table").references.allSatisfy { !$0.key.isEmpty && $0.line > 0 }
    default: return try survey(file)
    }
  }

  /// A survey in which every answer lies on its words.
  private static func survey(_ bytes: [UInt8]) throws(ImportError) -> Bool {
    let found = try Survey(ForeignTable(bytes, file: "table"), file: "table")
    guard Set(found.columns.map(\.name)).count == found.columns.count else { return false }
    var guide = GuideQuestions("")
    let questions = found.openColumns.map { guide.add($0.name) }
    return found.respondents.allSatisfy { respondent in
      guard let made = respondent.transcript(questions) else { return true }
      return made.turns.allSatisfy { turn in
        turn.span.end <= made.text.length && !made.text[turn.span].isEmpty
      } && made.turns.count <= respondent.answers.count
    }
  }

  /// A workbook of which one part is the input, so that not every change breaks the archive around it.
  private static func workbook(_ part: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var zip = ZipBytes()
    zip.add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\"><sheets><sheet name=\"A\" sheetId=\"1\" id=\"r1\"/></sheets></workbook>")
    zip.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"r1\" Target=\"s.xml\"/></Relationships>")
    let cells =
      "<worksheet xmlns=\"\(main)\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Comments</t></is></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>44927.5</v></c><c r=\"B2\" t=\"str\"><v>no words</v></c></row></sheetData></worksheet>"
    zip.add("xl/s.xml", part == UInt8(ascii: "w") ? bytes : Array(cells.utf8))
    zip.add(
      "xl/sharedStrings.xml", part == UInt8(ascii: "s") ? bytes : Array("<sst><si><t>ID</t></si></sst>".utf8))
    if part == UInt8(ascii: "y") { zip.add("xl/styles.xml", bytes) }
    return zip.bytes
  }
}
