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
