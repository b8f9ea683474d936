import RealistFormats
import RealistTranscripts
import TestSupport
import Testing

@Suite("Word files that are none, or do harm")
struct WordFileErrorTests {
  private func error(_ bytes: [UInt8]) -> ImportError? { importError(bytes, as: "x.docx") }
  private let body = WordFile.paragraphs(["INT: One?", "P1: Two."])

  @Test("A file called .docx that is no archive, and an archive without a document")
  func noDocument() {
    #expect(error(Array("INT: One?".utf8)) == .notAnArchive(file: "x.docx"))
    var zip = ZipBytes()
    zip.add("readme.txt", "hello")
    #expect(error(zip.bytes) == .noDocument(file: "x.docx"))
    #expect(error(ZipBytes().bytes) == .noDocument(file: "x.docx"))
    zip.add("word/document.xml", "<html><body/></html>")
    #expect(error(zip.bytes) == .noDocument(file: "x.docx"))
  }

  @Test(
    "Other archives and other kinds of files are named",
    arguments: [
      ("xl/workbook.xml", ForeignKind.spreadsheet), ("ppt/presentation.xml", .presentation),
    ])
  func otherArchives(entry: String, kind: ForeignKind) {
    var zip = ZipBytes()
    zip.add(entry, "<x/>")
    #expect(error(zip.bytes) == .unsupported(file: "x.docx", kind: kind))
    #expect(importError(Array("%PDF-1.7".utf8), as: "x.txt") == .needsPages(file: "x.txt"))
    #expect(importError(Array("{\\rtf1".utf8), as: "x.txt") == .endsEarly(file: "x.txt"))
    #expect(importError("{ \"segments\": [] }", as: "x.txt") == .unsupported(file: "x.txt", kind: .json))
    let old: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]
    #expect(error(old) == .unsupported(file: "x.docx", kind: .oldWord))
  }

  @Test(
    "Entries whose names leave the archive",
    arguments: [
      "../evil", "a/../../b", "/etc/passwd", "C:/x", "a\\..\\b", "\\\\server\\x", "",
    ])
  func unsafeNames(name: String) {
    var zip = WordFile.zip(body)
    zip.add(name, "x")
    #expect(error(zip.bytes) == .unsafeEntry(file: "x.docx", entry: name))
  }

  @Test("Two entries of one name, and very many entries")
  func entries() {
    var zip = WordFile.zip(body)
    zip.add("word/document.xml", "x")
    #expect(error(zip.bytes) == .duplicateEntry(file: "x.docx", entry: "word/document.xml"))
    var many = WordFile.zip(body)
    for number in 0..<10_001 { many.add("\(number)", [UInt8]()) }
    #expect(error(many.bytes) == .tooManyEntries(file: "x.docx", count: 10_003, limit: 10_000))
  }

  @Test("An entry of another size than the archive says")
  func lyingSize() {
    let document = Array(WordFile.document(body).utf8)
    for claim in [10, document.count - 1, document.count + 1] {
      var zip = ZipBytes()
      zip.add("word/document.xml", document, claiming: claim)
      #expect(error(zip.bytes) == .lyingSize(file: "x.docx", entry: "word/document.xml"), "\(claim)")
    }
  }

  @Test("A deflated entry that claims to be smaller or larger than it is", arguments: [7, 99_999, 200_000])
  func lyingDeflate(claim: Int) {
    var zip = ZipBytes()
    zip.addRepeated("word/document.xml", UInt8(ascii: " "), count: 100_000, claiming: claim)
    #expect(error(zip.bytes) == .lyingSize(file: "x.docx", entry: "word/document.xml"))
  }

  @Test("An entry that unpacks to more than any document")
  func bomb() {
    var zip = ZipBytes()
    zip.addRepeated("word/document.xml", UInt8(ascii: " "), count: 40 << 20)
    #expect(zip.bytes.count < 300_000)
    #expect(error(zip.bytes) == .inflatesTooMuch(file: "x.docx", entry: "word/document.xml"))
  }

  @Test("A document of more paragraphs than any")
  func overfull() {
    let body = String(repeating: "<w:p/>", count: TranscriptReader.lineLimit + 1)
    #expect(error(WordFile.bytes(body)) == .inflatesTooMuch(file: "x.docx", entry: "word/document.xml"))
  }

  @Test("An encrypted entry")
  func encrypted() {
    var zip = ZipBytes()
    zip.add("word/document.xml", Array(WordFile.document(body).utf8), flags: 1)
    #expect(error(zip.bytes) == .encrypted(file: "x.docx", entry: "word/document.xml"))
  }

  @Test("A DOCTYPE, entities, malformed and very deep XML")
  func badXML() {
    func with(_ document: String) -> ImportError? {
      var zip = ZipBytes()
      zip.add("word/document.xml", document)
      return error(zip.bytes)
    }
    let entry = "word/document.xml"
    #expect(with("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>") == .doctype(file: "x.docx", entry: entry))
    #expect(
      with("<!DOCTYPE x SYSTEM \"http://example.org/x.dtd\"><x/>") == .doctype(file: "x.docx", entry: entry))
    #expect(
      with("<x>\n <y></x>")
        == .malformedXML(file: "x.docx", entry: entry, place: TextPlace(line: 2, column: 9)))
    for broken in ["<x>&unknown;</x>", "", "<x>", "no xml", "<x/><x/>", "<x>\u{1}</x>"] {
      guard case .malformedXML = with(broken) else {
        Issue.record("\(broken.debugDescription): \(String(describing: with(broken)))")
        continue
      }
    }
    let deep = String(repeating: "<a>", count: 1000) + String(repeating: "</a>", count: 1000)
    #expect(with(deep) == .nestedTooDeep(file: "x.docx", entry: entry, limit: 200))
  }

  @Test("A document without words is empty")
  func empty() {
    #expect(error(WordFile.bytes("<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>")) == .empty(file: "x.docx"))
  }
}
