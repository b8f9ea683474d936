import Foundation
import LoopbackServer
import RealistAnalysis
import RealistDiagrams
import RealistFormats
import RealistModel
import RealistStore
import Testing

@testable import RealistWeb

@Suite("The theory of change through the interface")
struct GraphTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    let segment = desk.tag("trusted the nurse", ["mechanisms/trust"])["segment.id"]?.string ?? ""
    let made = desk.post(
      "configurations",
      #"{"statement":"If full (C: outcomes/demand), trust grows (M+: mechanisms/trust), so people stay (O: outcomes).","title":"Stay"}"#
    )
    let id = made["configuration.id"]?.string ?? ""
    let mechanism = made["configuration.elements[1].id"]?.string ?? ""
    desk.post("configurations/\(id)/evidence", #"{"segment":"\#(segment)","elements":["\#(mechanism)"]}"#)
  }

  @Test("nodes and links have the ids that their groups have in the drawing, and the quotes behind them")
  func ids() throws {
    let answer = desk.get("theory-of-change?view=configurations")
    let nodes = try #require(answer.objects("nodes"))
    let links = try #require(answer.objects("links"))
    #expect(!nodes.isEmpty && !links.isEmpty)
    let ids = Set(nodes.compactMap { $0["id"]?.string })
    #expect(ids.count == nodes.count)
    for link in links {
      #expect(ids.contains(link["from"]?.string ?? "") && ids.contains(link["to"]?.string ?? ""))
    }
    let trust = try #require(nodes.first { $0["quotes"] == .integer(1) }?["id"]?.string)
    let quotes = desk.get("theory-of-change/nodes/\(trust)/quotes?view=configurations")
    #expect(quotes["quotes[0].words"] == .string("trusted the nurse"))
    #expect(quotes["quotes[0].source"] == .string(desk.source))
    #expect(quotes["quotes[0].place"] == .string("CMO1.M1"))
    let drawing = desk.get("theory-of-change.svg?view=configurations")
    guard drawing.status == 200 else {
      #expect(drawing.outcome == "503 dotMissing")
      return
    }
    #expect(drawing.response.contentType == "image/svg+xml")
    // Graphviz writes a hyphen as a character reference.
    let text = drawing.text.replacing("&#45;", with: "-")
    for id in ids { #expect(text.contains("id=\"\(id)\"")) }
    for link in links { #expect(text.contains("id=\"\(link["id"]?.string ?? "?")\"")) }
  }

  @Test("a factor that only its code leads to has as many quotes and sources as the list of them tells")
  func counted() throws {
    desk.tag("weeks in advance", ["outcomes/demand", "outcomes/demand/early"])
    desk.tag("waited", ["outcomes/demand/early"])
    desk.tag("waited", ["outcomes/demand/early"], headers: ["realist-coder": "Bea"])
    let code = try #require(ID<Code>(desk.code("outcomes")))
    try desk.store.change(Desk.note("factor", at: Timestamp(milliseconds: 1_772_500_000_000))) { writer in
      let stage = try #require(try writer.reader.header().stages.first { $0.kind == .impacts })
      try writer.put(
        Factor(id: writer.newID(), key: "demand", stage: stage.key, text: "Demand", code: code))
    }
    for (condition, count) in [
      ("", 2), ("where=profession%20%3D%20nurse", 2), ("where=profession%20%3D%20OT", 0),
    ] {
      desk.post("codes", #"{"path":"anew/for-\#(count)-\#(condition.count)"}"#)
      let node = try #require(
        desk.get("theory-of-change?\(condition)").objects("nodes")?.first { $0["key"] == .string("demand") })
      #expect(node["quotes"] == .integer(count), "\(condition)")
      #expect(node["sources"] == .array(count == 0 ? [] : [.string("I1")]), "\(condition)")
      let list = desk.get("theory-of-change/nodes/\(node["id"]?.string ?? "")/quotes?\(condition)")
      #expect(list["count"] == .integer(count), "\(condition)")
      #expect(list.objects("quotes")?.count == count)
      if count > 0 {
        #expect(list["quotes[0].words"] == .string("weeks in advance"))
        #expect(list["quotes[0].attribution"]?.string?.isEmpty == false)
        #expect(list["quotes[0].participant"] == .string("P01"))
      }
    }
  }

  @Test("the drawing prints the same quotes as the command does, whose words are all read")
  func printed() throws {
    desk.tag("weeks in advance", ["outcomes/demand"])
    desk.tag("waited", ["outcomes/demand"])
    let code = try #require(ID<Code>(desk.code("outcomes")))
    try desk.store.change(Desk.note("factor", at: Timestamp(milliseconds: 1_772_500_000_000))) { writer in
      let stage = try #require(try writer.reader.header().stages.first { $0.kind == .impacts })
      try writer.put(
        Factor(id: writer.newID(), key: "demand", stage: stage.key, text: "Demand", code: code))
    }
    let expected = try desk.store.read { reader in
      let (study, words) = try reader.drawnStudy()
      return CausalGraph.theoryOfChange(study, try StudyLookup(study), words: words, derive: true).dot()
    }
    #expect(expected.contains("weeks in advance") && expected.contains("waited"))
    #expect(desk.get("theory-of-change.dot").text == expected)
  }

  @Test("conditions, a stage, a focus and a status narrow it; numbers stay what they are")
  func narrowed() throws {
    func quotes(_ address: String) -> Int {
      (desk.get(address)["nodes"]?.array ?? []).reduce(0) { $0 + ($1.object?["quotes"]?.integer ?? 0) }
    }
    #expect(quotes("theory-of-change?view=configurations") == 1)
    #expect(quotes("theory-of-change?view=configurations&where=profession%20%3D%20nurse") == 0)
    #expect(desk.get("theory-of-change?view=configurations&status=agreed")["nodes"] == .array([]))
    #expect(desk.get("theory-of-change?view=configurations&status=sure").outcome == "400 value")
    #expect(desk.get("theory-of-change?view=x").outcome == "400 value")
    #expect(desk.get("theory-of-change?focus=nothing").outcome == "404 unknown")
    #expect(desk.get("theory-of-change?stage=nothing").outcome == "404 unknown")
    #expect(desk.get("theory-of-change/nodes/n-none/quotes").outcome == "404 unknown")
    let dot = desk.get("theory-of-change.dot?view=configurations")
    #expect(dot.text.hasPrefix("digraph"))
    #expect(dot.response.headers["Content-Disposition"]?.contains("theory-of-change.dot") == true)
  }

  @Test("without Graphviz the drawing is missing, and nothing else is")
  func missing() throws {
    let workbench = Workbench(
      desk.store, coder: "Iris", dotProgram: "/no/such/dot", now: { Timestamp(milliseconds: 1) },
      random: { Array(repeating: 0, count: $0) })
    func get(_ last: String) -> Answer {
      Answer(response: workbench.respond(to: HTTPRequest(.get, path: ["api", "1", last])))
    }
    #expect(get("theory-of-change.svg").outcome == "503 dotMissing")
    #expect(get("theory-of-change.dot").status == 200)
    #expect(get("theory-of-change").status == 200)
  }
}
