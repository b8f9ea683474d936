import Foundation
import LoopbackServer
import RealistFormats
import RealistModel
import RealistStore
import Testing

@testable import RealistWeb

@Suite("Tables through the interface")
struct TableTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    desk.tag("weeks in advance", ["outcomes/demand"])
    desk.tag("trusted the nurse", ["mechanisms/trust", "outcomes/demand"])
    desk.post(
      "configurations", #"{"statement":"If full (C: outcomes/demand), trust (M), stay (O).","title":"Stay"}"#)
  }

  @Test("every table that is listed can be had, with rows as wide as it has columns")
  func all() throws {
    let kinds = try #require(desk.get("tables").objects("tables"))
    let names = kinds.compactMap { $0["name"]?.string }
    #expect(names.count >= 14)
    for name in names where !["agreement", "disagreements"].contains(name) {
      let answer = desk.get("tables/\(name)")
      #expect(answer.status == 200, "\(name)")
      let columns = try #require(answer["columns"]?.array?.count)
      for row in answer["rows"]?.array ?? [] { #expect(row.array?.count == columns, "\(name)") }
      #expect(answer["title"]?.string?.isEmpty == false)
    }
  }

  @Test("what cannot be compared or judged is said in words of the page")
  func refusedRigour() {
    func said(_ path: String) -> [String?] {
      let answer = desk.get("tables/\(path)")
      return [answer.outcome, answer["error.message"]?.string, answer["error.hint"]?.string]
    }
    #expect(
      said("agreement") == [
        "400 option", "only Iris has coded: agreement compares two coders or more",
        "let somebody else code the same sources, with their own name as coder",
      ])
    #expect(said("disagreements?coder=Iris")[1] == "agreement compares two coders or more, and one is named")
    #expect(said("agreement?coder=Bob")[1] == "nobody named 'Bob' has coded")
    #expect(said("agreement?coefficient=u-alpha&unit=turn")[2] == "judge characters")
    #expect(said("agreement?bootstrap=20000")[0] == "400 value")
    #expect(
      said("saturation?bootstrap=5")[2] == "leave out the random orders, or choose a smaller base and run")
    #expect(said("saturation?kind=document")[1] == "there is no interview and no focus group yet")
    #expect(said("saturation?threshold=101")[0] == "400 value")
    #expect(said("saturation?by=theories&code=outcomes")[0] == "400 value")
    #expect(said("saturation?base=0")[0] == "400 value")
  }

  @Test("every download is what its ending says", arguments: ["cmo", "quotes", "matrix"])
  func downloads(name: String) throws {
    let endings = try #require(desk.get("tables").strings("downloads"))
    for ending in endings {
      let answer = desk.get("tables/\(name).\(ending)")
      #expect(answer.status == 200, "\(name).\(ending)")
      #expect(answer.bytes.count > 20)
      #expect(answer.response.headers["Content-Disposition"]?.hasSuffix("\(name).\(ending)") == true)
      if ending == "docx" || ending == "xlsx" { #expect(answer.bytes.starts(with: [0x50, 0x4b, 3, 4])) }
    }
    #expect(desk.get("tables/\(name).csv").text.contains(",") || name == "cmo")
  }

  @Test("conditions and options hold for tables")
  func options() {
    #expect(desk.get("tables/quotes")["rows"]?.array?.count == 2)
    #expect(desk.get("tables/quotes?where=profession%20%3D%20nurse")["rows"]?.array?.count == 1)
    #expect(desk.get("tables/quotes?code=mechanisms")["rows"]?.array?.count == 1)
    #expect(desk.get("tables/quotes?limit=1")["omitted"] == .integer(1))
    #expect(desk.get("tables/matrix?by=profession&level=1&hideEmpty=true").status == 200)
    #expect(desk.get("tables/cmo?layout=sentences")["columns"]?.array?.count == 1)
    #expect(desk.get("tables/cmo?layout=nothing").outcome == "400 option")
    #expect(desk.get("tables/matrix?by=nothing").outcome == "404 unknown")
    #expect(desk.get("tables/matrix?level=0").outcome == "400 value")
    #expect(desk.get("tables/quots").outcome == "404 unknown")
    #expect(desk.get("tables/quots")["error.hint"] == .string("did you mean 'quotes'?"))
    #expect(desk.get("tables/quotes.exe").outcome == "404 unknown")
  }

  @Test("what looks like a formula or a script stays words in every download")
  func harmless() {
    desk.post("codes", #"{"path":"=1+1"}"#)
    desk.post("codes", #"{"path":"<script>alert(1)<"}"#)
    desk.tag("waited", ["=1+1", "<script>alert(1)<"])
    #expect(!desk.get("tables/quotes.html").text.contains("<script>"))
    #expect(desk.get("tables/quotes")["rows"] != nil)
  }
}
