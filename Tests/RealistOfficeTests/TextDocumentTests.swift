import Foundation
import FoundationXML
import RealistAnalysis
import RealistModel
import RealistReports
import TestSupport
import Testing

@testable import RealistOffice

@Suite("Text documents") struct TextDocumentTests {
  private func hostile() -> Exhibit {
    Exhibit(
      "H <&>",
      Table(
        Table.Head(
          title: "T \u{1} & <", columns: [Table.Column("v", "V <b>", note: 0)], notes: ["n & \u{FFFF}"]),
        rows: [.group("g <&\">")] + OfficeExamples.hostile.map { .cells([Table.Cell($0)]) }))
  }

  @Test("every part is well-formed, whatever was typed")
  func wellFormed() throws {
    let bytes = try TextDocument.bytes([hostile()] + OfficeExamples.exhibits, title: "A & B", named: "x.docx")
    let names = try OfficeFile.names(of: bytes)
    #expect(names.count == 8)
    for name in names {
      let parser = XMLParser(data: Data(try OfficeFile.part(name, of: bytes).utf8))
      #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
    }
  }

  @Test("equal tables give equal bytes")
  func deterministic() throws {
    let first = try TextDocument.bytes(OfficeExamples.exhibits, title: "S", named: "x")
    #expect(try TextDocument.bytes(OfficeExamples.exhibits, title: "S", named: "x") == first)
  }

  @Test("a heading row repeats, groups span the columns, spans are merged, quotes are block quotations")
  func structure() throws {
    let bytes = try TextDocument.bytes(OfficeExamples.exhibits, named: "x.docx")
    let document = try OfficeFile.part("word/document.xml", of: bytes)
    #expect(document.components(separatedBy: "<w:tblHeader/>").count == 2)
    #expect(document.components(separatedBy: "<w:gridSpan w:val=\"5\"/>").count == 3)
    #expect(document.components(separatedBy: "<w:vMerge w:val=\"restart\"/>").count == 3)
    #expect(document.components(separatedBy: "<w:vMerge/>").count == 3)
    #expect(document.components(separatedBy: "<w:pStyle w:val=\"Quote\"/>").count == 2)
    #expect(document.contains("who is needed</w:t>"))
    #expect(document.contains("(Participant 2) · CMO 1"))
    #expect(document.contains("<w:hyperlink w:anchor=\"p_one\"") && document.contains("w:name=\"p_one\""))
  }

  @Test("only a wide table stands on its side")
  func landscape() throws {
    let wide = Table(
      Table.Head(columns: (0..<8).map { Table.Column("c\($0)", "Column \($0)") }),
      rows: [.cells((0..<8).map { _ in Table.Cell("some words that need room here") })])
    let bytes = try TextDocument.bytes(
      [Exhibit("Narrow", OfficeExamples.quotes), Exhibit("Wide", wide)], named: "x.docx")
    let document = try OfficeFile.part("word/document.xml", of: bytes)
    #expect(document.components(separatedBy: "<w:sectPr>").count == 3)
    #expect(document.components(separatedBy: "w:orient=\"landscape\"").count == 2)
  }

  @Test("quotes come with their context, their attribution, codes and place")
  func quotes() throws {
    var writer = DocumentQuoteWriter(QuoteOptions(title: "Retention"))
    writer.heading("1.2 outcomes: 1 quote")
    writer.quote(
      Quote(
        segment: ID(high: 1, low: 2), words: "now I am <needed>", source: "P02",
        sourceID: ID(high: 1, low: 3),
        attribution: "(Participant 2)", codes: ["outcomes"], span: try TextSpan(start: 3, end: 9),
        before: [Quote.ContextTurn(speaker: "INT", words: "And then?")]))
    let document = try OfficeFile.part("word/document.xml", of: writer.finish(named: "x.docx"))
    let words = document.components(separatedBy: "<w:t xml:space=\"preserve\">").dropFirst()
      .compactMap { $0.components(separatedBy: "</w:t>").first }
    #expect(
      words == [
        "Retention", "1.2 outcomes: 1 quote", "INT: And then?", "now I am &lt;needed&gt;",
        "(Participant 2) · outcomes · P02, 3–9",
      ])
  }
}
