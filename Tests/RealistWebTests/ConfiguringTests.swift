import RealistFormats
import RealistModel
import RealistStore
import Testing

@testable import RealistWeb

@Suite("Configurations and evidence through the interface")
struct ConfiguringTests {
  let desk: Desk
  static let statement =
    "If clinics are full (C: outcomes/demand), a known nurse is trusted (M+: mechanisms/trust), so that people wait (O)."

  init() throws { desk = try Desk() }

  @discardableResult
  private func add(_ statement: String = Self.statement, title: String = "Waiting") -> Answer {
    desk.post("configurations", #"{"statement":"\#(statement)","title":"\#(title)"}"#)
  }

  @Test("a configuration is made of a statement, cut into parts at its tags, with the gaps it has")
  func made() throws {
    let answer = add()
    #expect(answer.outcome == "201")
    #expect(answer["configuration.key"] == .string("waiting"))
    #expect(answer["configuration.number"] == .integer(1))
    #expect(answer["configuration.elements[0].label"] == .string("C1"))
    #expect(answer["configuration.elements[0].code"] == .string(desk.code("outcomes/demand")))
    #expect(answer["configuration.elements[1].valence"] == .string("enabling"))
    let parts = try #require(answer.objects("configuration.parts"))
    #expect(parts.compactMap { $0["text"]?.string }.joined() == Self.statement)
    #expect(parts[1]["text"] == .string("(C: outcomes/demand)"))
    #expect(parts[1]["element"] == answer["configuration.elements[0].id"])
    #expect(parts[0]["element"] == .null)
    #expect(answer["configuration.gaps"] == .array([.string("no evidence recorded")]))
    #expect(desk.lastCommand == "cmo add waiting")
    #expect(desk.get("configurations")["configurations[0].title"] == .string("Waiting"))
  }

  @Test(
    "a statement that cannot be read says where, and changes nothing",
    arguments: [
      (#"{"statement":"no tag at all"}"#, "400 notation", false),
      (#"{"statement":"one (C)\nand one (X)."}"#, "400 notation", true),
      (#"{"statement":"one (C: no/such/code)."}"#, "400 notation", true),
      (#"{"statement":"one (C).","key":"a b"}"#, "400 invalidName", false),
      (#"{"statement":"one (C).","status":"sure"}"#, "400 value", false),
      (#"{"statement":"one (C).","theory":"none"}"#, "404 unknown", false), (#"{}"#, "400 value", false),
    ])
  func refused(body: String, outcome: String, hasPlace: Bool) {
    let answer = desk.post("configurations", body)
    #expect(answer.outcome == outcome)
    #expect((answer["error.place.line"] != nil) == hasPlace)
    #expect(desk.get("configurations")["configurations"] == .array([]))
    #expect(desk.get("journal")["entries"]?.array?.count == 2)
  }

  @Test("codes that tags name are made when that is asked for")
  func createdCodes() {
    let answer = desk.post("configurations", #"{"statement":"one (C: contexts/new).","createCodes":true}"#)
    #expect(answer["made"] == .array([.string("contexts"), .string("contexts/new")]))
    #expect(desk.code("contexts/new") != "?")
  }

  @Test("a configuration is restated, described and moved in one change; what stays keeps its id")
  func change() throws {
    let id = try #require(add()["configuration.id"]?.string)
    let context = try #require(desk.get("configurations")["configurations[0].elements[0].id"])
    add("Other (C).", title: "Other")
    let answer = desk.patch(
      "configurations/\(id)",
      #"{"statement":"If clinics are very full (C: outcomes/demand), people go home (O-).","status":"agreed","position":1,"group":"A"}"#
    )
    #expect(answer.outcome == "200")
    #expect(answer["configuration.number"] == .integer(2))
    #expect(answer["configuration.status"] == .string("agreed"))
    #expect(answer["configuration.elements[0].id"] == context)
    #expect(answer["configuration.elements"]?.array?.count == 2)
    #expect(answer["configuration.gaps"]?.array?.first == .string("no mechanism"))
    #expect(desk.lastCommand == "cmo edit waiting")
    #expect(desk.patch("configurations/\(id)", #"{"key":"other"}"#).outcome == "409 taken")
    #expect(desk.patch("configurations/\(id)", #"{"title":"Waiting"}"#)["entry"] == .null)
  }

  @Test("an element is a clause with its tag after the statement")
  func element() throws {
    let id = try #require(add()["configuration.id"]?.string)
    let code = desk.code("outcomes")
    let answer = desk.post(
      "configurations/\(id)/elements", #"{"letter":"O","text":"staff stay","code":"\#(code)"}"#)
    #expect(
      answer["configuration.statement"] == .string(Self.statement + " Staff stay (O: outcomes)."))
    #expect(answer["configuration.elements[3].label"] == .string("O2"))
    #expect(
      desk.post("configurations/\(id)/elements", #"{"letter":"Q","text":"x"}"#).outcome == "400 value")
    #expect(desk.post("configurations/\(id)/elements", #"{"letter":"O","text":" "}"#).outcome == "400 value")
  }

  @Test("a passage becomes evidence, marked or not; gaps follow")
  func evidence() throws {
    let configuration = add()
    let id = try #require(configuration["configuration.id"]?.string)
    let mechanism = try #require(configuration["configuration.elements[1].id"]?.string)
    let segment = try #require(desk.tag("trusted the nurse", ["mechanisms/trust"])["segment.id"]?.string)
    let first = desk.post(
      "configurations/\(id)/evidence", #"{"segment":"\#(segment)","elements":["\#(mechanism)"]}"#)
    #expect(first["new"] == .boolean(true))
    #expect(first["configuration.evidence[0].words"] == .string("trusted the nurse"))
    #expect(first["configuration.evidence[0].participant"] == .string("P02"))
    #expect(
      first["configuration.gaps"]
        == .array(
          [
            "no refuting evidence recorded", "one source only", "C1 has no evidence", "O1 has no evidence",
          ].map { .string($0) }))
    #expect(desk.lastCommand == "evidence add CMO1.M1 I1 (supports)")
    let segments = desk.get("sources/\(desk.source)/segments")
    #expect(segments["segments[0].evidence[0].key"] == .string("waiting"))
    #expect(segments["segments[0].evidence[0].number"] == .integer(1))
    let second = desk.post(
      "configurations/\(id)/evidence",
      #"{"source":"\#(desk.source)","start":5,"end":8,"elements":[],"bearing":"refutes","standing":"anticipated","note":" odd "}"#
    )
    #expect(second["configuration.evidence[1].note"] == .string("odd"))
    #expect(desk.get("sources")["sources[0].segments"] == .integer(2))
    let again = desk.post(
      "configurations/\(id)/evidence", #"{"segment":"\#(segment)","elements":["\#(mechanism)"]}"#)
    #expect(again["new"] == .boolean(false))
    #expect(again["entry"] == .null)
  }

  @Test("evidence is judged anew, spoken of other elements, and taken away; the passage stays")
  func changeEvidence() throws {
    let configuration = add()
    let id = try #require(configuration["configuration.id"]?.string)
    let outcome = try #require(configuration["configuration.elements[2].id"]?.string)
    let segment = try #require(desk.tag("waited", [])["segment.id"]?.string)
    let made = desk.post("configurations/\(id)/evidence", #"{"segment":"\#(segment)"}"#)
    let evidence = try #require(made["configuration.evidence[0].id"]?.string)
    let changed = desk.patch(
      "evidence/\(evidence)", #"{"bearing":"refines","standing":"implied","elements":["\#(outcome)"]}"#)
    #expect(changed["configuration.evidence[0].bearing"] == .string("refines"))
    #expect(changed["configuration.evidence[0].elements[0]"] == .string(outcome))
    #expect(desk.lastCommand == "evidence edit CMO1.O1 I1 (refines)")
    #expect(desk.patch("evidence/\(evidence)", #"{"bearing":"proves"}"#).outcome == "400 value")
    desk.post("configurations/\(id)/evidence", #"{"segment":"\#(segment)","bearing":"refines"}"#)
    #expect(desk.patch("evidence/\(evidence)", #"{"elements":[]}"#).outcome == "409 taken")
    #expect(desk.delete("segments/\(segment)").outcome == "409 inUse")
    #expect(desk.delete("evidence/\(evidence)")["configuration.evidence"]?.array?.count == 1)
    #expect(desk.delete("evidence/\(evidence)").outcome == "404 unknown")
    #expect(desk.get("sources")["sources[0].segments"] == .integer(1))
    #expect(desk.delete("configurations/\(id)").outcome == "409 inUse")
    #expect(desk.delete("configurations/\(id)?all=true").outcome == "200")
    #expect(desk.get("configurations")["configurations"] == .array([]))
  }

  @Test("what refers to nothing is refused")
  func unknown() throws {
    let id = try #require(add()["configuration.id"]?.string)
    let none = "00000000-0000-7000-8000-000000000000"
    #expect(desk.post("configurations/\(none)/evidence", #"{"segment":"\#(none)"}"#).outcome == "404 unknown")
    #expect(desk.post("configurations/\(id)/evidence", #"{"segment":"\#(none)"}"#).outcome == "404 unknown")
    #expect(desk.post("configurations/\(id)/evidence", "{}").outcome == "400 value")
    let segment = try #require(desk.tag("waited", [])["segment.id"]?.string)
    #expect(
      desk.post("configurations/\(id)/evidence", #"{"segment":"\#(segment)","elements":["\#(none)"]}"#)
        .outcome == "404 unknown")
    #expect(desk.patch("configurations/\(none)", #"{"title":"x"}"#).outcome == "404 unknown")
  }
}
