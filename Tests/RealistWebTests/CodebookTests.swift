import RealistFormats
import RealistModel
import RealistStore
import Testing

@testable import RealistWeb

@Suite("The codebook through the interface")
struct CodebookTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private var paths: [String] {
    desk.get("codes")["codes"]?.array?.compactMap { $0.object?["path"]?.string } ?? []
  }

  @Test("a code is added with what it means; a path that is there is taken")
  func add() {
    let answer = desk.post(
      "codes", ##"{"path":"contexts/rural","definition":" far away ","colour":"#0072B2","hotkey":"r"}"##)
    #expect(answer.outcome == "201")
    #expect(answer["code.definition"] == .string("far away"))
    #expect(answer["code.colour"] == .string("#0072b2"))
    #expect(answer["made"] == .array([.string("contexts"), .string("contexts/rural")]))
    #expect(desk.lastCommand == "code add contexts/rural")
    #expect(desk.post("codes", #"{"path":"contexts/rural"}"#).outcome == "409 taken")
    #expect(desk.post("codes", #"{"path":"x","colour":"red"}"#).outcome == "400 value")
    #expect(desk.patch("codes/\(desk.code("contexts/rural"))", #"{"colour":null}"#)["code.colour"] == .null)
  }

  @Test("a code is moved, renamed and described in one change")
  func change() {
    let code = desk.code("mechanisms/trust")
    let answer = desk.patch(
      "codes/\(code)",
      #"{"parent":"\#(desk.code("outcomes"))","position":0,"name":"confidence","use":"when said"}"#)
    #expect(answer["code.path"] == .string("outcomes/confidence"))
    #expect(answer["code.number"] == .string("1.1"))
    #expect(
      desk.lastCommand
        == "code move mechanisms/trust to 1.1 outcomes/trust; code rename outcomes/trust confidence; code edit outcomes/confidence"
    )
    #expect(paths == ["outcomes", "outcomes/confidence", "outcomes/demand", "mechanisms"])
    #expect(desk.patch("codes/\(code)", #"{"position":9}"#)["code.position"] == .integer(1))
    #expect(desk.patch("codes/\(code)", #"{"parent":null}"#)["code.path"] == .string("confidence"))
    #expect(desk.patch("codes/\(code)", #"{"name":"confidence"}"#)["entry"] == .null)
  }

  @Test("a code cannot go below itself, onto a taken name, or be called what is no name")
  func conflicts() {
    let outcomes = desk.code("outcomes")
    #expect(
      desk.patch("codes/\(outcomes)", #"{"parent":"\#(desk.code("outcomes/demand"))"}"#).outcome
        == "409 cycle")
    #expect(desk.patch("codes/\(outcomes)", #"{"name":"mechanisms"}"#).outcome == "409 taken")
    #expect(desk.patch("codes/\(outcomes)", #"{"name":"a/b"}"#).outcome == "400 invalidName")
    #expect(
      desk.patch("codes/\(outcomes)", #"{"parent":"00000000-0000-7000-8000-000000000000"}"#).outcome
        == "404 unknown")
    #expect(paths.count == 4)
  }

  @Test("merging gives codings to the other; a code that is used goes only when that was agreed to")
  func merge() {
    desk.tag("waited", ["outcomes/demand"])
    let (demand, trust) = (desk.code("outcomes/demand"), desk.code("mechanisms/trust"))
    #expect(desk.post("codes/\(demand)/merge", #"{"into":"\#(demand)"}"#).outcome == "409 cycle")
    #expect(desk.post("codes/\(demand)/merge", #"{"into":"\#(trust)"}"#).outcome == "200")
    #expect(desk.lastCommand == "code merge outcomes/demand into mechanisms/trust")
    #expect(desk.get("codes")["codes[2].below"] == .integer(1))
    let mechanisms = desk.code("mechanisms")
    let refused = desk.delete("codes/\(mechanisms)")
    #expect(refused.outcome == "409 inUse")
    #expect(refused["error.message"] == .string("code 'mechanisms' is used by 1 coding"))
    #expect(desk.delete("codes/\(mechanisms)?all=true").outcome == "200")
    #expect(paths == ["outcomes"])
    #expect(desk.get("sources")["sources[0].codings"] == .integer(0))
  }

  @Test(
    "a new code stands where it is wanted among its siblings; of a path with several, the first that is made")
  func placed() {
    func names(below path: String) -> [String] {
      let parent = path.isEmpty ? JSONValue.null : JSONValue.string(desk.code(path))
      return desk.get("codes").objects("codes")?.filter { $0["parent"] == parent }
        .compactMap { $0["name"]?.string } ?? []
    }
    for (path, position, below, expected) in [
      ("outcomes/a", "0", "outcomes", ["a", "demand"]),
      ("outcomes/b", "1", "outcomes", ["a", "b", "demand"]),
      ("outcomes/c", "99", "outcomes", ["a", "b", "demand", "c"]),
      ("top/deep/deeper", "1", "", ["outcomes", "top", "mechanisms"]),
      ("outcomes/d", "-1", "outcomes", ["d", "a", "b", "demand", "c"]),
    ] {
      let answer = desk.post("codes", #"{"path":"\#(path)","position":\#(position)}"#)
      #expect(answer.outcome == "201")
      #expect(names(below: below) == expected, "\(path)")
    }
    #expect(desk.lastCommand == "code add outcomes/d")
    #expect(desk.post("codes", #"{"path":"outcomes/e","position":"first"}"#).outcome == "400 value")
    desk.post("undo")
    #expect(names(below: "outcomes") == ["a", "b", "demand", "c"])
  }
}
