import LoopbackServer
import RealistFormats
import RealistModel
import RealistStore
import Testing

@testable import RealistWeb

@Suite("Undo, and others at the same study")
struct SharingTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test("undo and redo go through the journal, and only the entry that is meant")
  func undo() throws {
    desk.tag("waited", ["outcomes/demand"])
    let journal = desk.get("journal")
    let entry = try #require(journal["undo"]?.integer)
    #expect(journal["redo"] == .null)
    desk.tag("advance", [], headers: ["realist-coder": "Bea"])
    let stale = desk.post("undo", #"{"entry":\#(entry)}"#)
    #expect(stale.outcome == "409 moved")
    #expect(stale["error.message"]?.string?.contains("by Bea: tag I1") == true)
    #expect(desk.post("undo", #"{"entry":\#(entry + 1)}"#)["entry.coder"] == .string("Bea"))
    #expect(desk.post("undo")["entry.number"] == .integer(entry))
    #expect(desk.get("sources/\(desk.source)/segments")["segments"] == .array([]))
    #expect(desk.get("sources")["sources[0].codings"] == .integer(0))
    #expect(desk.post("redo", #"{"entry":\#(entry + 1)}"#).outcome == "409 moved")
    #expect(desk.post("redo")["entry.undone"] == .boolean(false))
    #expect(desk.get("sources")["sources[0].codings"] == .integer(1))
  }

  @Test("there is an end to undoing and to redoing")
  func ends() throws {
    let desk = try Desk(empty: true)
    #expect(desk.post("undo").outcome == "409 nothingToUndo")
    #expect(desk.post("redo").outcome == "409 nothingToRedo")
    #expect(desk.get("journal")["undo"] == .null)
  }

  @Test("what another process changes is noticed, told, and counted anew")
  func foreign() throws {
    #expect(desk.get("codes")["version"] == .integer(1))
    #expect(desk.workbench.news().isEmpty)
    let other = try desk.otherStore()
    try other.change(Desk.note("code add far", at: Timestamp(milliseconds: 1_772_500_000_000))) {
      _ = try $0.addCode(path: "far")
    }
    let line = String(decoding: desk.workbench.news(), as: UTF8.self)
    #expect(line == "{\"version\":2,\"coder\":null,\"command\":null}\n")
    #expect(desk.code("far") != "?")
    #expect(desk.get("codes")["version"] == .integer(2))
    #expect(desk.workbench.news().isEmpty)
  }

  @Test("a change of this workbench is told with who made it")
  func told() {
    _ = desk.workbench.news()
    desk.tag("waited", [], headers: ["realist-coder": "Bea"])
    let line = String(decoding: desk.workbench.news(), as: UTF8.self)
    #expect(line.hasPrefix("{\"version\":2,\"coder\":\"Bea\",\"command\":\"tag I1 "))
    #expect(line.hasSuffix("\"}\n"))
    desk.post("undo")
    #expect(String(decoding: desk.workbench.news(), as: UTF8.self).contains("undo #3: tag I1"))
  }

  @Test("the stream greets with the version and stays open")
  func stream() {
    let answer = desk.get("changes")
    #expect(answer.text == "{\"version\":1}\n")
    guard case .live = answer.response.body else {
      Issue.record("the stream has an end")
      return
    }
    #expect(desk.workbench.news().isEmpty)
  }

  @Test("a read-only workbench reads, and changes nothing")
  func readOnly() throws {
    let desk = try Desk(isReadOnly: true)
    #expect(desk.get("study")["readOnly"] == .boolean(true))
    #expect(desk.tag("waited", ["outcomes/demand"]).outcome == "403 readOnly")
    #expect(desk.post("codes", #"{"path":"x"}"#).outcome == "403 readOnly")
    #expect(desk.delete("codes/\(desk.code("outcomes"))?all=true").outcome == "403 readOnly")
    #expect(desk.post("undo").outcome == "403 readOnly")
    #expect(desk.get("journal")["entries"]?.array?.count == 2)
  }

  @Test("while another process writes, a change says that the study is in use, without its folders")
  func locked() throws {
    let store = try StudyStore.open(desk.store.path, busyTimeout: 1)
    let clock = Timestamp(milliseconds: 1_772_500_000_000)
    let workbench = Workbench(
      store, coder: "Iris", now: { clock }, random: { Array(repeating: 7, count: $0) })
    let request = HTTPRequest(.post, path: ["api", "1", "codes"], body: Array(#"{"path":"x"}"#.utf8))
    try desk.store.change(Desk.note("slow", at: clock)) { writer in
      try writer.addCode(path: "slow")
      let answer = Answer(response: workbench.respond(to: request))
      #expect(answer.outcome == "423 locked")
      #expect(answer["error.message"] == .string("café.realist: the study is in use by another process"))
      #expect(
        Answer(response: workbench.respond(to: HTTPRequest(.get, path: ["api", "1", "codes"]))).status == 200)
    }
    #expect(Answer(response: workbench.respond(to: request)).outcome == "201")
  }

  @Test("no error holds words of the transcript")
  func privacy() {
    let segment = desk.tag("waited", ["outcomes/demand"])["segment.id"]?.string ?? ""
    let answers = [
      desk.patch("segments/\(segment)", #"{"start":1,"end":0}"#),
      desk.delete("segments/\(segment)/codings/\(desk.code("outcomes"))"),
      desk.post("sources/\(desk.source)/segments", #"{"start":0,"end":99999}"#),
      desk.delete("codes/\(desk.code("outcomes"))"),
    ]
    for answer in answers {
      #expect(answer.status >= 400)
      for word in ["waited", "clinics", "nurse", "advance"] { #expect(!answer.text.contains(word)) }
    }
  }
}
