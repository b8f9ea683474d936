import Foundation
import LoopbackServer
import RealistFormats
import RealistModel
import RealistStore
import Testing

@testable import RealistWeb

@Suite("What the interface reads")
struct ReadingTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test("the study says who works, what there is and which words the model knows")
  func study() {
    let answer = desk.get("study")
    #expect(answer.status == 200)
    #expect(answer["title"] == .string("Warm Plate"))
    #expect(answer["file"] == .string("café.realist"))
    #expect(answer["program"] == .string("realist 9.9"))
    #expect(answer["coder"] == .string("Iris"))
    #expect(answer["counts.sources"] == .integer(1))
    #expect(answer["counts.codes"] == .integer(4))
    #expect(answer["template.slots[1].letter"] == .string("M"))
    #expect(answer["bearings[1]"] == .string("refutes"))
    #expect(answer["readOnly"] == .boolean(false))
  }

  @Test("a source comes with its text, its turns and the passages marked in it, in scalars of the text")
  func source() throws {
    desk.tag("trusted the nurse", ["mechanisms/trust"])
    desk.tag("We trusted the nurse", ["outcomes/demand"])
    let answer = desk.get("sources/\(desk.source)")
    #expect(answer["text"] == .string(Desk.text))
    #expect(answer["turns[0].speaker"] == .string("Ada"))
    #expect(answer["turns[1].participant"] == .null)
    #expect(answer["segments"]?.array?.count == 2)
    // The one that begins first comes first.
    let text = try SourceText(Desk.text)
    for (place, words) in ["We trusted the nurse", "trusted the nurse"].enumerated() {
      let start = try #require(answer["segments[\(place)].start"]?.integer)
      let end = try #require(answer["segments[\(place)].end"]?.integer)
      #expect(text[try TextSpan(start: start, end: end)] == words)
    }
    #expect(answer["segments[0].codings[0].coder"] == .string("Iris"))
    #expect(answer["segments[0].evidence"] == .array([]))
    #expect(desk.get("sources/\(desk.source)/segments")["segments"] == answer["segments"])
  }

  @Test("a source comes with the questions of the guide that its turns answer")
  func questions() throws {
    #expect(desk.get("sources/\(desk.source)")["questions"] == .array([]))
    try desk.store.change(Desk.note("asked", at: Timestamp(milliseconds: 1_772_500_000_000))) { writer in
      var header = try writer.reader.header()
      header.guide = "# Guide\n\n1. What changed?\n2. And then?\n3. Anything else?\n"
      try writer.put(header: header)
      let source = Source(id: writer.newID(), name: "I2", title: "")
      let turns = [
        Turn(span: try TextSpan(start: 0, end: 4), question: "1"),
        Turn(span: try TextSpan(start: 4, end: 9), question: "9"),
      ]
      try writer.add(
        source,
        Revision(
          source: source.id, text: try SourceText("Much less."), turns: turns,
          imported: Timestamp(milliseconds: 1_772_500_000_000)))
    }
    desk.post("codes", #"{"path":"anew"}"#)
    let id = desk.get("sources").objects("sources")?.first { $0["name"] == .string("I2") }?["id"]?.string
    let answer = desk.get("sources/\(id ?? "?")")
    #expect(answer["turns[0].question"] == .string("1"))
    #expect(answer["questions"]?.array?.count == 1)
    #expect(answer["questions[0].number"] == .string("1"))
    #expect(answer["questions[0].text"] == .string("What changed?"))
  }

  @Test("progress counts overlapping passages once")
  func progress() throws {
    #expect(desk.get("sources")["sources[0].touched"] == .null)
    desk.tag("trusted the nurse", ["mechanisms/trust", "outcomes/demand"])
    desk.tag("We trusted the nurse", ["outcomes/demand"])
    let answer = desk.get("sources")
    let length = try #require(answer["sources[0].length"]?.integer)
    #expect(answer["sources[0].segments"] == .integer(2))
    #expect(answer["sources[0].codings"] == .integer(3))
    #expect(answer["sources[0].coded"] == .number(20 / Double(length)))
    #expect(answer["sources[0].touched"]?.string?.hasPrefix("2026-03-02T09:") == true)
  }

  @Test("codes are counted alone, with those below, and by source")
  func codes() {
    desk.tag("trusted the nurse", ["mechanisms/trust"])
    desk.tag("trusted", ["mechanisms/trust"])
    let answer = desk.get("codes")
    let rows = answer.objects("codes") ?? []
    let brief = rows.map { row in
      "\(row["number"]?.string ?? "") \(row["path"]?.string ?? "") \(row["codings"]?.integer ?? -1) \(row["below"]?.integer ?? -1) \(row["sources"]?.integer ?? -1)"
    }
    #expect(
      brief == [
        "1 outcomes 0 0 0", "1.1 outcomes/demand 0 0 0", "2 mechanisms 0 2 1", "2.1 mechanisms/trust 2 2 1",
      ])
    #expect(rows[1]["parent"] == rows[0]["id"])
  }

  @Test("quotes are asked for by code, source, participant and condition, a page at a time")
  func quotes() {
    desk.tag("weeks in advance", ["outcomes/demand"])
    desk.tag("trusted the nurse", ["mechanisms/trust", "outcomes/demand"])
    desk.tag("waited", [])
    func words(_ address: String) -> [String] {
      desk.get(address)["quotes"]?.array?.compactMap { $0.object?["words"]?.string } ?? ["?"]
    }
    #expect(words("quotes") == ["weeks in advance", "waited", "trusted the nurse"])
    #expect(words("quotes?code=\(desk.code("mechanisms"))") == ["trusted the nurse"])
    #expect(words("quotes?code=\(desk.code("mechanisms"))&subcodes=false") == [])
    #expect(words("quotes?where=profession%20%3D%20nurse") == ["weeks in advance", "waited"])
    #expect(words("quotes?uncoded=true") == ["waited"])
    #expect(words("quotes?limit=1&offset=1") == ["waited"])
    #expect(desk.get("quotes?limit=1&offset=1")["count"] == .integer(3))
    let person = desk.get("participants")["participants[1].id"]?.string ?? ""
    #expect(words("quotes?participant=\(person)") == ["trusted the nurse"])
    let quote = desk.get("quotes?participant=\(person)")
    #expect(quote["quotes[0].participant"] == .string("P02"))
    #expect(quote["quotes[0].codes"]?.array?.count == 2)
  }

  @Test("a search answers passages with the places of the words in the source")
  func search() throws {
    let answer = desk.get("search?q=nurse")
    #expect(answer["count"] == .integer(1))
    let start = try #require(answer["hits[0].matches[0][0]"]?.integer)
    let end = try #require(answer["hits[0].matches[0][1]"]?.integer)
    #expect(try SourceText(Desk.text)[TextSpan(start: start, end: end)] == "nurse")
    #expect(answer["hits[0].speaker"] == .string("Bo"))
    #expect(desk.get("search?q=nurse&where=profession%20%3D%20nurse")["count"] == .integer(0))
    #expect(desk.get("search?q=").outcome == "400 value")
    #expect(desk.get("search?q=AND").outcome == "400 badSearch")
  }

  @Test("participants come with attributes of their kinds and the values there are")
  func participants() {
    let answer = desk.get("participants")
    #expect(answer["participants[0].key"] == .string("P01"))
    #expect(answer["participants[0].attributes.band"] == .integer(4))
    #expect(answer["participants[0].attributes.profession"] == .string("nurse"))
    #expect(answer["participants[0].sources[0]"] == .string(desk.source))
    #expect(answer["attributes[0].values"] == .array([.string("OT"), .string("nurse")]))
    #expect(answer["attributes[1].values"] == nil)
    #expect(desk.get("participants?where=band%20%3E%3D%204")["participants"]?.array?.count == 1)
    #expect(desk.get("sources?where=profession%20%3D%20pilot")["sources"]?.array?.count == 0)
  }

  @Test("whatever is in a text comes back as it is: every scalar below U+0100, separators, pairs, marks")
  func escapes() throws {
    let odd = (1...0xff).compactMap { UnicodeScalar($0) }.filter { $0 != "\r" }.map { String($0) }.joined()
    let text = odd + "\u{2028}\u{2029}\u{feff}👨‍👩‍👧\"</script>\\"
    var json = JSONText()
    json.object { $0.member("text", text) }
    let object = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: String]
    #expect(object?["text"]?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
  }

  @Test("numbers, lists, nothing and nesting are written as JSON has them")
  func writer() {
    var json = JSONText()
    json.object { json in
      json.member("a", 1)
      json.member("b", nil as Int?)
      json.member("c", 0.5)
      json.member("d", [] as [String])
      json.member("e", ["[", "{", ":"])
      json.member("f", [1, 2]) { number, json in json.member("n", number) }
      json.member("g") { _ in }
      json.member("h", Double.nan)
      json.member("i", 3.0)
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"a":1,"b":null,"c":0.5,"d":[],"e":["[","{",":"],"f":[{"n":1},{"n":2}],"g":{},"h":null,"i":3}"#)
  }

  @Test("an answer is put together once until something changes, and then anew")
  func cache() throws {
    let first = desk.get("codes")
    #expect(desk.get("codes").bytes == first.bytes)
    let version = try #require(first["version"]?.integer)
    desk.tag("waited", ["outcomes/demand"])
    let second = desk.get("codes")
    #expect(second["version"] == .integer(version + 1))
    #expect(second["codes[1].codings"] == .integer(1))
  }

  @Test(
    "what cannot be answered says so",
    arguments: [
      ("nothing", "404 unknown"), ("sources/nonsense", "404 unknown"),
      ("sources/00000000-0000-7000-8000-000000000000", "404 unknown"),
      ("quotes?code=00000000-0000-7000-8000-000000000000", "404 unknown"),
      ("quotes?code=x", "400 value"), ("quotes?limit=-1", "400 value"),
      ("quotes?limit=99999999999999999999", "400 value"), ("quotes?subcodes=perhaps", "400 value"),
      ("quotes?where=band", "400 condition"), ("quotes?where=@none", "400 condition"),
      ("sources?where=@none", "400 value"), ("undo", "405 method"), ("segments/x", "405 method"),
      ("quotes?offset=9223372036854775807", "200"),
    ])
  func refused(address: String, outcome: String) {
    #expect(desk.get(address).outcome == outcome)
  }
}
