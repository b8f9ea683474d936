import LoopbackServer
import RealistFormats
import RealistModel
import RealistStore
import Testing

@testable import RealistWeb

@Suite("People and imports through the interface")
struct PeopleTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private func participant(_ place: Int) -> String {
    desk.get("participants")["participants[\(place)].id"]?.string ?? "?"
  }

  @Test("a participant is added, with attributes that may be new")
  func add() {
    let answer = desk.post(
      "participants",
      #"{"key":" P03 ","name":"Cy","attributes":{"band":7,"remote":true,"joined":"2026-01-02"}}"#)
    #expect(answer.outcome == "201")
    #expect(answer["participant.key"] == .string("P03"))
    #expect(answer["participant.attributes.band"] == .integer(7))
    #expect(answer["participant.attributes.remote"] == .boolean(true))
    let attributes = desk.get("participants")["attributes"]?.array?.compactMap { $0.object?["kind"]?.string }
    #expect(attributes == ["text", "number", "date", "boolean"])
    #expect(desk.lastCommand == "add participant P03")
    #expect(desk.post("participants", #"{"key":"P03"}"#).outcome == "409 taken")
    #expect(desk.post("participants", #"{"key":" "}"#).outcome == "400 invalidName")
  }

  @Test("attributes are set and taken away; one that does not fit changes nothing")
  func change() {
    let id = participant(0)
    let answer = desk.patch(
      "participants/\(id)", #"{"attributes":{"band":null,"Profession":"OT"},"name":"A"}"#)
    #expect(answer["participant.attributes.band"] == nil)
    #expect(answer["participant.attributes.profession"] == .string("OT"))
    #expect(answer["participant.name"] == .string("A"))
    #expect(desk.patch("participants/\(id)", #"{"attributes":{"band":"four"}}"#).outcome == "400 attribute")
    #expect(desk.patch("participants/\(id)", #"{"attributes":{"band":[4]}}"#).outcome == "400 value")
    #expect(desk.patch("participants/\(id)", #"{"key":"P02"}"#).outcome == "409 taken")
    #expect(desk.patch("participants/\(id)", #"{"key":"P09"}"#)["participant.key"] == .string("P09"))
    #expect(desk.lastCommand == "rename participant P01 to P09")
    #expect(desk.patch("participants/\(id)", #"{"key":"P09"}"#)["entry"] == .null)
    #expect(desk.patch("participants/\(id)", #"{"withdrawn":"tomorrow"}"#).outcome == "400 value")
    #expect(
      desk.patch("participants/\(id)", #"{"withdrawn":"2026-03-02"}"#)["participant.withdrawn"]
        == .string("2026-03-02"))
  }

  @Test("consent is seen and changed, and a withdrawal taken back")
  func consent() {
    #expect(desk.get("participants")["participants[0].consent"] == .array([.string("quote")]))
    let id = participant(0)
    let answer = desk.patch("participants/\(id)", #"{"consent":[" record ","quote",""]}"#)
    #expect(answer.strings("participant.consent") == ["record", "quote"])
    #expect(desk.lastCommand == "edit participant P01")
    #expect(desk.patch("participants/\(id)", #"{"consent":["record","quote"]}"#)["entry"] == .null)
    #expect(desk.patch("participants/\(id)", #"{"consent":"record"}"#).outcome == "400 value")
    #expect(desk.patch("participants/\(id)", #"{"consent":["record; quote"]}"#).outcome == "400 value")
    #expect(desk.patch("participants/\(id)", #"{"consent":[]}"#).strings("participant.consent") == [])
    #expect(desk.patch("participants/\(id)", #"{"withdrawn":"2026-03-02"}"#).status == 200)
    #expect(desk.patch("participants/\(id)", #"{"withdrawn":null}"#)["participant.withdrawn"] == .null)
    let added = desk.post("participants", #"{"key":"P03","consent":["record"]}"#)
    #expect(added.strings("participant.consent") == ["record"])
  }

  @Test("what a file could be read as instead is offered, and no hint names a command of the terminal")
  func offers() {
    let latin = send([0x41, 0xe9, 0x02, 0x0a], "a.txt")
    #expect(latin.outcome == "400 import")
    #expect(latin["error.offer.name"] == .string("encoding"))
    #expect(latin["error.offer.value"] == .string("windows-1252"))
    let wide = send([0x41, 0, 0x42, 0], "a.txt", "?encoding=utf-8")
    #expect(wide["error.offer.value"] == .string("utf-16le"))
    let captions = send(Array("no captions here".utf8), "a.vtt")
    #expect(captions["error.offer.name"] == .string("format"))
    let zip = send(Array("no archive".utf8), "a.docx")
    #expect(zip["error.offer.value"] == .string("plain"))
    #expect(send(Array("no archive".utf8), "a.docx", "?format=plain").outcome == "201")
    let guessed = send([0x41, 0xe9, 0x0a], "b.txt")
    #expect(guessed.outcome == "201")
    #expect(guessed.strings("notes")?.contains { $0.contains("windows-1252") && !$0.contains("--") } == true)
    let spoken =
      [latin, wide, captions, zip, desk.get("sources?where=nothing%20%3D%201")]
      + ["theory-of-change?focus=x", "tables/cmo?order=x", "tables/matrix?by=x", "quotes?where=@x"].map {
        desk.get($0)
      }
    for answer in spoken {
      #expect(answer.status >= 400)
      let hint = answer["error.hint"]?.string ?? ""
      #expect(!hint.contains("realist ") && !hint.contains("--"), "\(hint)")
    }
  }

  private func send(_ body: [UInt8], _ name: String, _ query: String = "") -> Answer {
    desk.send(.post, "sources\(query)", body: body, headers: ["realist-file-name": name])
  }

  @Test("a file becomes a source with turns and speakers")
  func imported() {
    let text = "Ada: Hello there, I came early.\n\nBo: So did I, as it happens.\n\nAda: Good.\n\nBo: Yes.\n"
    let answer = send(Array(text.utf8), "inter%C3%ADew 2.txt", "?kind=focus-group")
    #expect(answer.outcome == "201")
    #expect(answer["source.name"] == .string("interíew 2"))
    #expect(answer["source.kind"] == .string("focus-group"))
    #expect(answer["turns"] == .integer(4))
    #expect(answer["speakers[0].turns"] == .integer(2))
    #expect(desk.lastCommand == "import interíew 2")
    #expect(desk.get("sources")["sources"]?.array?.count == 2)
    #expect(send(Array(text.utf8), "other.txt").outcome == "409 alreadyImported")
    #expect(send(Array("A: x".utf8), "interíew 2.txt").outcome == "409 taken")
    #expect(send(Array(text.utf8), "other.txt", "?again=true").outcome == "201")
  }

  @Test("a file that cannot be read changes nothing")
  func unreadable() {
    #expect(send([], "a.txt").outcome == "400 import")
    #expect(send(Array("x\0y".utf8), "a.txt").outcome == "400 import")
    #expect(send(Array("x".utf8), "a.txt", "?encoding=none").outcome == "400 import")
    #expect(send(Array("x".utf8), "a.txt", "?kind=none").outcome == "400 value")
    #expect(send(Array("x".utf8), "a.txt", "?format=none").outcome == "400 value")
    #expect(send(Array("x".utf8), "").outcome == "400 value")
    #expect(desk.post("sources").outcome == "400 value")
    #expect(desk.get("sources")["sources"]?.array?.count == 1)
  }

  @Test("a path in a file's name is no path")
  func path() {
    let answer = send(Array("Ada: words".utf8), "..%2F..%2Fetc%2Fpasswd.txt")
    #expect(answer["source.name"] == .string("passwd"))
  }
}
