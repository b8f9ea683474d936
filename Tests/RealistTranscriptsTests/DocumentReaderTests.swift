import RealistFormats
import RealistTranscripts
import TestSupport
import Testing

/// Small OpenDocument texts.
enum OpenDocumentFile {
  static let namespaces =
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""

  static func content(_ body: String, kind: String = "text") -> String {
    "<?xml version=\"1.0\"?><office:document-content \(namespaces)><office:automatic-styles><style:style style:name=\"T1\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style></office:automatic-styles><office:body><office:\(kind)>\(body)</office:\(kind)></office:body></office:document-content>"
  }

  static func bytes(_ body: String, kind: String = "text") -> [UInt8] {
    var zip = ZipBytes()
    zip.add("mimetype", "application/vnd.oasis.opendocument.text")
    zip.add("content.xml", content(body, kind: kind))
    return zip.bytes
  }
}

@Suite("OpenDocument, RTF and web pages")
struct DocumentReaderTests {
  static let openDocuments: [(String, [ExpectedTurn], notes: [String])] = [
    (
      "<text:p>INT: One<text:s text:c=\"2\"/>two\n   three?<text:line-break/>four</text:p><text:p><text:span text:style-name=\"T1\">P1:</text:span> five<text:tab/>six</text:p>",
      [.init("INT", "One  two three?\nfour"), .init("P1", "five\tsix")], []
    ),
    (
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>INT: One?<text:note><text:note-body><text:p>foot</text:p></text:note-body></text:note></text:p><text:p>P1: Two<text:change/>.<office:annotation><text:p>remark</text:p></office:annotation></text:p>",
      [.init("INT", "One?"), .init("P1", "Two.")],
      ["1 tracked deletion was left out", "1 footnote was left out", "1 comment was left out"]
    ),
    (
      "<text:h>Part 1</text:h><table:table><table:table-row><table:table-cell><text:p>INT</text:p></table:table-cell><table:table-cell><text:p>One?</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>P1</text:p></table:table-cell><table:table-cell><text:p>Two.</text:p></table:table-cell></table:table-row></table:table>",
      [.init("INT", "One?"), .init("P1", "Two.")], ["1 table is read row by row, a tab between cells"]
    ),
  ]

  @Test("OpenDocument: white space, breaks, tables; what is left out is said", arguments: openDocuments)
  func openDocument(body: String, turns: [ExpectedTurn], notes: [String]) throws {
    let transcript = try TranscriptReader.read(OpenDocumentFile.bytes(body), fileName: "x.odt")
    #expect(transcript.format == .odt)
    #expect(transcript.expectedForm == turns)
    #expect(transcript.notes.filter { !$0.contains("nobody's turn") } == notes)
    checkSpans(transcript)
  }

  @Test("A spreadsheet, an encrypted text and an empty one are refused")
  func refusedOpenDocuments() {
    let sheet = OpenDocumentFile.bytes("<table:table/>", kind: "spreadsheet")
    #expect(importError(sheet, as: "x.ods") == .unsupported(file: "x.ods", kind: .openDocument))
    #expect(importError(OpenDocumentFile.bytes("<text:p> </text:p>"), as: "x.odt") == .empty(file: "x.odt"))
    var zip = ZipBytes()
    zip.add("content.xml", [1, 2, 3, 4])
    zip.add(
      "META-INF/manifest.xml",
      "<m:manifest xmlns:m=\"urn:x\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>")
    #expect(importError(zip.bytes, as: "x.odt") == .encrypted(file: "x.odt", entry: "content.xml"))
  }

  static let richTexts: [(String, [ExpectedTurn])] = [
    (
      "{\\rtf1\\ansi INT: One?\\par P1: caf\\'e9 \\u8217?s.}",
      [.init("INT", "One?"), .init("P1", "café ’s.")]
    ),
    (
      "{\\rtf1\\mac{\\fonttbl{\\f0 A;}{\\f1\\fcharset0 B;}} INT: \\'8e\\par P1: {\\f1 \\'e9} \\uc0\\u55357 \\u56832  ok.}",
      [.init("INT", "é"), .init("P1", "é 😀 ok.")]
    ),
    (
      "{\\rtf1{\\stylesheet{\\s1 heading 1;}}{\\info{\\author X}}\\pard\\s1 Part 1\\par\\pard {\\b INT:}\\tab One\\line two\\par{\\*\\x secret}P1: {\\v hidden}Three{\\deleted gone}{\\footnote f}.\\par}",
      [.init("INT", "One\ntwo"), .init("P1", "Three.")]
    ),
    (
      "{\\rtf1\\trowd\\pard\\intbl INT\\cell One\\par more\\cell\\row\\trowd\\pard\\intbl P1\\cell Two.\\cell\\row\\pard\\par}",
      [.init("INT", "One\nmore"), .init("P1", "Two.")]
    ),
    (
      "{\\rtf1 INT: One?\\\nP1: \\{Two\\}\\~\\_x \\emdash  y.\\bin3 }}} \\\nINT: Three?}",
      [
        .init("INT", "One?"), .init("P1", "{Two}\u{a0}\u{2011}x — y."), .init("INT", "Three?"),
      ]
    ),
    (
      "{\\rtf1 I: One? #00:00:12-5#\\par\\par B: Two. #00:01:23-4#\\par}",
      [.init("I", "One?", nil, 12500), .init("B", "Two.", 12500, 83400)]
    ),
  ]

  @Test("RTF: characters, groups that are no words, tables, f4's times", arguments: richTexts)
  func richText(text: String, turns: [ExpectedTurn]) throws {
    let transcript = try imported(text, as: "x.rtf")
    #expect(transcript.format == .rtf)
    #expect(transcript.expectedForm == turns)
    checkSpans(transcript)
  }

  /// Bytes of RTF, what the file says of its code page, what it says of the font, and the words.
  static let codePages: [(words: String, page: String, font: String, text: String)] = [
    ("Za\\'bf\\'f3\\'b3\\'e6 g\\'ea\\'9cl\\'b9", "\\ansicpg1250", "\\fcharset238", "Zażółć gęślą"),
    ("\\'cc\\'fb \\'e5\\'b8 \\'e6\\'e4\\'e0\\'eb\\'e8", "\\ansicpg1251", "\\fcharset204", "Мы её ждали"),
    ("\\'b9\\'f4\\'e1\\'ed \\'e5\\'e4\\'fe", "\\ansicpg1253", "\\fcharset161", "Ήταν εδώ"),
    ("\\'ddyi ki geldi\\'f0in", "\\ansicpg1254", "\\fcharset162", "İyi ki geldiğin"),
    ("\\'f9\\'ec\\'e5\\'ed", "\\ansicpg1255", "\\fcharset177", "שלום"),
    ("\\'e3\\'d1\\'cd\\'c8\\'c7", "\\ansicpg1256", "\\fcharset178", "مرحبا"),
    ("A\\'e8i\\'fb, \\'f0e\\'f0i", "\\ansicpg1257", "\\fcharset186", "Ačiū, šeši"),
    ("T\\'f4i \\'f0\\'f5\\'f2i", "\\ansicpg1258", "\\fcharset163", "Tôi đơ\u{323}i"),
    ("\\'ca\\'c7\\'d1\\'ca\\'b4\\'d5", "\\ansicpg874", "\\fcharset222", "สวัสดี"),
    ("M\\'81\\'e1ig", "\\pc", "\\cpg437", "Müßig"),
    ("\\'80a va, \\'87\\'85", "\\pca", "\\cpg850", "Ça va, çà"),
    ("\\'d7\\'f4\\'e1\\'ee \\'e5\\'e4\\'f1", "\\ansicpg10006", "\\fcharset85", "Ήταν εδώ"),
    ("\\'8c\\'fb \\'e5\\'de", "\\ansicpg10007", "\\fcharset89", "Мы её"),
    ("Za\\'fd\\'97\\'b8\\'8d g\\'ab\\'e6l\\'88", "\\ansicpg10029", "\\fcharset88", "Zażółć gęślą"),
    ("\\'dcyi ki geldi\\'dbin", "\\ansicpg10081", "\\fcharset86", "İyi ki geldiğin"),
  ]

  @Test("RTF: the code page of the file, and that of a font in it", arguments: codePages)
  func codePage(words: String, page: String, font: String, text: String) throws {
    let byFile = try imported("{\\rtf1\\ansi\(page) INT: \(words)\\par P1: caf\\u233?.}", as: "x.rtf")
    let byFont = try imported(
      "{\\rtf1\\ansi{\\fonttbl{\\f0 A;}{\\f7\\fnil\(font) B;}} INT: {\\f7 \(words)}\\par P1: caf\\'e9.}",
      as: "x.rtf")
    for transcript in [byFile, byFont] {
      #expect(transcript.words.map { Array($0.utf8) } == [text, "café."].map { Array($0.utf8) })
      #expect(!transcript.notes.contains { $0.contains("cannot be read") })
    }
  }

  @Test("RTF: a code page without a table is said to be, and a file that is cut short is refused")
  func richTextErrors() throws {
    let japanese = try imported("{\\rtf1\\ansicpg932 INT: \\'82\\'a0?\\par P1: Two.}", as: "x.rtf")
    #expect(japanese.words == ["\u{fffd}\u{fffd}?", "Two."])
    #expect(japanese.notes.contains { $0.hasPrefix("2 characters of code page 932 cannot be read") })
    #expect(importError("{\\rtf1 {a} b", as: "x.rtf") == .endsEarly(file: "x.rtf"))
    let deep = "{\\rtf1 " + String(repeating: "{", count: 10_000)
    #expect(importError(deep, as: "x.rtf") == .nestedTooDeep(file: "x.rtf", entry: "the file", limit: 500))
  }

  static let pages: [(String, [ExpectedTurn])] = [
    (
      "<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body><p>INT: One<br>two &eacute;&#128512;</p><p>P1:\n Three   <b>four</b>.</p><script>x()</script></body></html>",
      [.init("INT", "One\ntwo é😀"), .init("P1", "Three four.")]
    ),
    (
      "<p>INT: One?<p>P1: Two, <p style='display: none'>no</p><h2>Part</h2><div>INT: Three",
      [.init("INT", "One?"), .init("P1", "Two,"), .init("INT", "Three")]
    ),
    (
      "<table><tr><td>INT</td><td>One?</td></tr><tr><td>P1</td><td>Two.</td></tr></table>",
      [.init("INT", "One?"), .init("P1", "Two.")]
    ),
    (
      "<cite>Ana:</cite>\n<time>0:05</time>\n<p>One?</p>\n<cite>Bo:</cite>\n<time>1:00</time>\n<p>Two.</p>",
      [.init("Ana", "One?", 5000), .init("Bo", "Two.", 60000)]
    ),
    (
      "<html><p><a name=\"ts_10_20_S01\">S01: <span>[00:00:00]</span> One?</a><a name=\"ts_20_35_S01\"> More.</a></p><p><a name=\"ts_40_50_S00\">S00: Two.</a></p></html>",
      [.init("S01", "One? More.", 10, 35), .init("S00", "Two.", 40, 50)]
    ),
  ]

  @Test("Web pages: paragraphs, tables, what is not shown, times", arguments: pages)
  func page(text: String, turns: [ExpectedTurn]) throws {
    let transcript = try imported(text, as: "x.html")
    #expect(transcript.format == .html)
    #expect(transcript.expectedForm == turns)
    checkSpans(transcript)
  }

  @Test("What stands where a page has a time is words when it is none, all of it, and whole characters")
  func longTime() throws {
    for count in 60...70 {
      let words = "a" + String(repeating: "•é😀 ", count: count) + "b"
      let transcript = try imported("<p>INT: One?</p><p>P1: <time>\(words)</time></p>", as: "x.html")
      #expect(transcript.words.last.map { Array($0.utf8) } == Array(words.utf8))
      #expect(transcript.notes.isEmpty)
    }
  }

  @Test("A page that nests without end is refused, whatever else is tolerated")
  func deepPage() {
    let deep = "<html>" + String(repeating: "<div>", count: 100_000) + "</b>"
    #expect(importError(deep, as: "x.html") == .nestedTooDeep(file: "x.html", entry: "the page", limit: 400))
  }

  @Test("A page's own charset is believed")
  func pageCharset() throws {
    let bytes =
      Array("<html><meta charset=\"iso-8859-1\"><p>INT: caf".utf8) + [0xe9, 0x93]
      + Array("</p><p>P1: x</p>".utf8)
    let transcript = try TranscriptReader.read(bytes, fileName: "x.html")
    #expect(
      transcript.words == ["café“", "x"] && transcript.guesses.isEmpty && transcript.encoding == .windows1252)
  }
}
