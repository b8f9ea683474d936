import LoopbackServer
import RealistFormats
import RealistModel
import RealistStore
import Testing

@testable import RealistWeb

@Suite("Passages and codings through the interface")
struct TaggingTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test("tagging is one change with the words of the command, and makes the codes that are not there")
  func tag() {
    let answer = desk.tag("weeks in advance", ["outcomes/demand", "contexts/rural"])
    #expect(answer.outcome == "200")
    #expect(answer["made"] == .array([.string("contexts"), .string("contexts/rural")]))
    #expect(answer["new"] == .boolean(true))
    #expect(answer["widened"] == .boolean(false))
    #expect(answer["segment.codings"]?.array?.count == 2)
    #expect(desk.lastCommand == "tag I1 29..45 with outcomes/demand and contexts/rural")
    #expect(desk.get("journal")["entries"]?.array?.count == 3)
    let again = desk.tag("weeks in advance", ["outcomes/demand"])
    #expect(again["entry"] == .null)
    #expect(again["version"] == answer["version"])
    #expect(again["new"] == .boolean(false))
  }

  @Test("a span that cuts a character is widened to it, and one that is outside is refused")
  func spans() throws {
    let family = try #require(Desk.text.unicodeScalars.firstIndex { $0.value == 0x1f468 })
    let start = Desk.text.unicodeScalars.distance(from: Desk.text.unicodeScalars.startIndex, to: family)
    let answer = desk.post(
      "sources/\(desk.source)/segments", #"{"start":\#(start + 1),"end":\#(start + 2),"codes":[]}"#)
    #expect(answer["widened"] == .boolean(true))
    #expect(answer["segment.start"] == .integer(start))
    #expect(answer["segment.end"] == .integer(start + 5))
    for (from, to) in [
      ("5", "5"), ("9", "3"), ("-1", "4"), ("0", "100000"), ("9223372036854775806", "9223372036854775807"),
    ] {
      let refused = desk.post("sources/\(desk.source)/segments", #"{"start":\#(from),"end":\#(to)}"#)
      #expect(refused.outcome == "400 span")
    }
  }

  @Test("a passage can be re-spanned; where one is already the two become one")
  func resize() throws {
    let first = desk.tag("trusted the nurse", ["mechanisms/trust"])
    let second = desk.tag("trusted", ["outcomes/demand"])
    let (one, other) = (try #require(first["segment.id"]?.string), try #require(second["segment.id"]?.string))
    let end = try #require(second["segment.end"]?.integer)
    let moved = desk.patch("segments/\(one)", #"{"end":\#(end - 1)}"#)
    #expect(moved["segment.id"] == .string(one))
    #expect(desk.lastCommand?.hasPrefix("resize I1 ") == true)
    let merged = desk.patch("segments/\(one)", #"{"end":\#(end)}"#)
    #expect(merged["segment.id"] == .string(other))
    #expect(merged["segment.codings"]?.array?.count == 2)
    #expect(desk.patch("segments/\(one)", #"{"end":\#(end)}"#).outcome == "404 unknown")
    #expect(
      desk.patch("segments/\(other)", #"{"memo":" said twice "}"#)["segment.memo"] == .string("said twice"))
    #expect(desk.lastCommand?.hasPrefix("note on I1 ") == true)
  }

  @Test("one's own coding goes, another's only by name, and the mark stays")
  func untag() throws {
    desk.tag("waited", ["outcomes/demand"], headers: ["realist-coder": "Bea%20L%C3%B3pez"])
    let answer = desk.tag("waited", ["outcomes/demand"])
    let segment = try #require(answer["segment.id"]?.string)
    let code = desk.code("outcomes/demand")
    #expect(desk.delete("segments/\(segment)/codings/\(code)").outcome == "200")
    let second = desk.delete("segments/\(segment)/codings/\(code)")
    #expect(second.outcome == "404 unknown")
    #expect(second["error.hint"] == .string("there is by Bea López"))
    let third = desk.delete("segments/\(segment)/codings/\(code)?coder=Bea%20L%C3%B3pez")
    #expect(third["segment.codings"] == .array([]))
    #expect(desk.lastCommand?.hasSuffix("from outcomes/demand by Bea López") == true)
  }

  @Test("a mark with codings by others goes only when that was agreed to")
  func remove() throws {
    desk.tag("waited", ["outcomes/demand"], headers: ["realist-coder": "Bea"])
    let segment = try #require(desk.tag("waited", [])["segment.id"]?.string)
    let refused = desk.delete("segments/\(segment)")
    #expect(refused.outcome == "409 inUse")
    #expect(refused["error.counts[0].count"] == .integer(1))
    #expect(refused["error.hint"]?.string?.contains("--") == false)
    #expect(desk.delete("segments/\(segment)?all=true").outcome == "200")
    #expect(desk.get("sources/\(desk.source)/segments")["segments"] == .array([]))
  }

  @Test("more codes go on a marked passage, with a reason")
  func more() throws {
    let segment = try #require(desk.tag("waited", [])["segment.id"]?.string)
    let code = desk.code("mechanisms/trust")
    let answer = desk.post("segments/\(segment)/codings", #"{"codes":[{"id":"\#(code)"}],"memo":"why"}"#)
    #expect(answer["segment.codings[0].memo"] == .string("why"))
    #expect(desk.post("segments/\(segment)/codings", #"{"codes":[]}"#).outcome == "400 value")
  }

  @Test("a code that was deleted in another window is not there any more, and nothing is changed")
  func deletedCode() throws {
    let code = desk.code("mechanisms/trust")
    #expect(desk.delete("codes/\(code)").outcome == "200")
    let answer = desk.post(
      "sources/\(desk.source)/segments", #"{"start":5,"end":9,"codes":[{"path":"new"},{"id":"\#(code)"}]}"#)
    #expect(answer.outcome == "404 unknown")
    #expect(answer["error.message"] == .string("this code is not there any more"))
    #expect(desk.code("new") == "?")
    #expect(desk.get("sources/\(desk.source)/segments")["segments"] == .array([]))
  }

  @Test(
    "a body that is not what is asked for changes nothing",
    arguments: [
      ("", "400 value"), ("{", "400 malformed"), ("[]", "400 value"), (#"{"start":0}"#, "400 value"),
      (#"{"start":"0","end":4}"#, "400 value"), (#"{"start":0.5,"end":4}"#, "400 value"),
      (#"{"start":1e300,"end":4}"#, "400 value"),
      (#"{"start":99999999999999999999,"end":4}"#, "400 value"),
      (#"{"start":0,"end":4,"code":[]}"#, "400 value"), (#"{"start":0,"end":4,"codes":{}}"#, "400 value"),
      (#"{"start":0,"end":4,"codes":["x"]}"#, "400 value"),
      (#"{"start":0,"end":4,"codes":[{"id":"x"}]}"#, "400 value"),
      (#"{"start":0,"end":4,"codes":[{}]}"#, "400 value"),
      (#"{"start":0,"end":4,"codes":[{"path":""}]}"#, "400 invalidName"),
      (#"{"start":0,"end":4,"codes":[{"path":"a//b"}]}"#, "400 invalidName"),
      (#"{"start":0,"end":4,"memo":"a\u0000b"}"#, "400 value"),
      (#"{"start":0,"end":4,"memo":7}"#, "400 value"),
      (#"{"start":0,"start":1,"end":4}"#, "400 malformed"),
      (String(repeating: "[", count: 5000), "400 malformed"),
    ])
  func malformed(body: String, outcome: String) {
    #expect(desk.post("sources/\(desk.source)/segments", body).outcome == outcome)
    #expect(desk.get("study")["version"] == .integer(1))
  }

  @Test("a change that is sent again under its id is made once")
  func again() {
    let headers = ["realist-request": "0197a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b"]
    let first = desk.post("codes", #"{"path":"once"}"#, headers: headers)
    #expect(first.outcome == "201")
    let second = desk.post("codes", #"{"path":"once"}"#, headers: headers)
    #expect(second.outcome == "200")
    #expect(second["done"] == .boolean(true))
    #expect(second["entry"] == first["entry"])
    #expect(desk.post("codes", #"{"path":"x"}"#, headers: ["realist-request": "x"]).outcome == "400 value")
  }

  @Test(
    "the coder's name is one line",
    arguments: [("%0A", "200"), ("a%0Ab", "400 value"), ("%", "400 value"), ("%ff", "400 value")])
  func coder(header: String, outcome: String) {
    #expect(desk.tag("waited", [], headers: ["realist-coder": header]).outcome == outcome)
  }
}
