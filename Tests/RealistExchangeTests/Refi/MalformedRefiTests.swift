import RealistExchange
import TestSupport
import Testing

private let guid = "00000000-0000-0000-0000-000000000001"

@Suite("Malformed projects") struct MalformedRefiTests {
  @Test(
    "what breaks the standard is refused with line and column",
    arguments: [
      (
        #"<CodeBook><Codes><Code name="x" isCodable="true"/></Codes></CodeBook>"#, "bad.qde:3:",
        "no attribute guid"
      ),
      (#"<CodeBook><Codes><Code guid="\#(guid)"/></Codes></CodeBook>"#, "bad.qde:3:", "no attribute name"),
      (
        #"<CodeBook><Codes><Code guid="\#(guid)" name="a"/><Code guid="\#(guid)" name="b"/></Codes></CodeBook>"#,
        "bad.qde:3:", "a second <Code> has the guid"
      ),
      (
        #"<Sources><TextSource guid="\#(guid)"><PlainTextSelection guid="\#(guid)" startPosition="x" endPosition="2"/></TextSource></Sources>"#,
        "bad.qde:3:", "startPosition of <PlainTextSelection> is not a whole number"
      ),
      (
        #"<Sources><TextSource guid="\#(guid)"/><PDFSource guid="\#(guid)"/></Sources>"#, "bad.qde:3:",
        "a second <PDFSource>"
      ),
      ("<Sources></Source>", "bad.qde:3:", "the XML is malformed"),
      ("<Sources>&nbsp;</Sources>", "bad.qde:3:", "the XML is malformed"),
    ])
  func refuses(inside: String, place: String, reason: String) throws {
    let error = try #require(refusal(document(inside)))
    #expect(error.message.hasPrefix(place) && error.message.contains(reason), "\(error.message)")
    #expect(error.hint?.isEmpty == false)
  }

  @Test("a DOCTYPE, another namespace and ten thousand levels are refused")
  func hostile() throws {
    let doctype = Array(
      "<!DOCTYPE Project [<!ENTITY a \"b\">]><Project xmlns=\"urn:QDA-XML:project:1.0\"/>".utf8)
    #expect(refusal(doctype)?.message == "bad.qde: it has a DOCTYPE, which no project has")
    let other = Array("<Project xmlns=\"urn:other\"/>".utf8)
    #expect(refusal(other)?.message.contains("'urn:other'") == true)
    let deep = document(
      "<CodeBook><Codes>" + String(repeating: "<x>", count: 10_000) + String(repeating: "</x>", count: 10_000)
        + "</Codes></CodeBook>")
    #expect(refusal(deep)?.message == "bad.qde: it nests more than 200 elements")
  }

  @Test("older namespaces, and none, are read")
  func namespaces() throws {
    for namespace in ["urn:QDA-XML:project:0:10", "urn:QDA-XML:project:0:4", ""] {
      let declaration = namespace.isEmpty ? "" : " xmlns=\"\(namespace)\""
      let bytes = Array(
        "<Project\(declaration) name=\"P\"><CodeBook><Codes><Code guid=\"{\(guid)}\" name=\"a\"/></Codes></CodeBook></Project>"
          .utf8)
      #expect(try imported(bytes, "p.qde").study.codes.map(\.name) == ["a"])
    }
  }

  @Test("cut at any byte, a project is refused or read as a whole")
  func cut() throws {
    let whole = document(
      #"<CodeBook><Codes><Code guid="\#(guid)" name="a"/></Codes></CodeBook><Sources><TextSource guid="\#(guid)" name="é"><PlainTextContent>one 🐕</PlainTextContent></TextSource></Sources>"#
    )
    #expect(try imported(whole, "p.qde").study.sources.count == 1)
    for length in 0..<whole.count { #expect(refusal(Array(whole[..<length])) != nil) }
  }
}
