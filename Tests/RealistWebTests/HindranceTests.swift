import Foundation
import LoopbackServer
import RealistModel
import SQLiteKit
import Testing

@testable import RealistStore
@testable import RealistWeb

@Suite("What hinders a change, and two who change the same")
struct HindranceTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test("a full disk is 507 and nothing is changed; with room again the same request is made")
  func diskFull() throws {
    let pages = try #require(try desk.store.connection.int("PRAGMA page_count"))
    _ = try desk.store.connection.int("PRAGMA max_page_count = \(raw: String(pages))")
    let memo = String(repeating: "long ", count: 4000)
    let segment = try #require(desk.tag("waited", ["outcomes/demand"])["segment.id"]?.string)
    let before = desk.get("journal")["entries"]?.array?.count
    let full = desk.patch("segments/\(segment)", #"{"memo":"\#(memo)"}"#)
    #expect(full.outcome == "507 diskFull")
    #expect(full["error.message"] == .string("café.realist: the disk is full; nothing was changed"))
    #expect(desk.get("journal")["entries"]?.array?.count == before)
    #expect(try desk.store.integrityProblems() == [])
    _ = try desk.store.connection.int("PRAGMA max_page_count = 100000")
    #expect(desk.patch("segments/\(segment)", #"{"memo":"\#(memo)"}"#).outcome == "200")
  }

  @Test(
    "a file that was moved or replaced is 410, what was done before is in it, and it goes on when it is back")
  func moved() throws {
    desk.tag("waited", ["outcomes/demand"])
    let file = URL(filePath: desk.store.path)
    let elsewhere = desk.folder.appending(path: "elsewhere.realist")
    try FileManager.default.moveItem(at: file, to: elsewhere)
    let refused = desk.post("codes", #"{"path":"x"}"#)
    #expect(refused.outcome == "410 fileMoved")
    #expect(refused["error.message"]?.string?.contains("moved, deleted or replaced") == true)
    #expect(desk.post("undo").outcome == "410 fileMoved")
    #expect(desk.get("codes").status == 200)
    let copy = desk.folder.appending(path: "copy.realist")
    try FileManager.default.copyItem(at: elsewhere, to: copy)
    let paths = try StudyStore.open(copy.path(percentEncoded: false), .readOnly).read {
      try $0.codeTree().order.map(\.path)
    }
    #expect(paths.contains("outcomes/demand"))
    try Data("another".utf8).write(to: file)
    #expect(desk.post("codes", #"{"path":"x"}"#).outcome == "410 fileMoved")
    try FileManager.default.removeItem(at: file)
    try FileManager.default.moveItem(at: elsewhere, to: file)
    #expect(desk.post("codes", #"{"path":"x"}"#).outcome == "201")
  }

  @Test(
    "a text that another one has changed meanwhile is refused with what stands there now, unless it is the same"
  )
  func seen() throws {
    let code = desk.code("outcomes/demand")
    #expect(desk.patch("codes/\(code)", #"{"definition":"A","seen":{"definition":""}}"#).outcome == "200")
    let late = desk.patch("codes/\(code)", #"{"definition":"B","seen":{"definition":""}}"#)
    #expect(late.outcome == "409 changed")
    #expect(late["error.now"] == .string("A"))
    #expect(desk.patch("codes/\(code)", #"{"definition":" A ","seen":{"definition":""}}"#).outcome == "200")
    #expect(desk.patch("codes/\(code)", #"{"definition":"B","seen":{"definition":"A"}}"#).outcome == "200")
    #expect(desk.patch("codes/\(code)", #"{"definition":"C"}"#).outcome == "200")
    #expect(
      desk.patch("codes/\(code)", #"{"definition":"D","seen":{"meaning":""}}"#).outcome == "400 value")
  }

  @Test("a passage whose ends or memo another one has changed meanwhile is not changed again unawares")
  func seenPassage() throws {
    let segment = try #require(desk.tag("filled", ["outcomes/demand"])["segment"]?.object)
    let (id, start) = (segment["id"]?.string ?? "", segment["start"]?.integer ?? 0)
    let end = segment["end"]?.integer ?? 0
    #expect(desk.patch("segments/\(id)", #"{"start":\#(start - 2),"end":\#(end)}"#).outcome == "200")
    let late = #"{"start":\#(start - 4),"end":\#(end),"seen":{"start":\#(start),"end":\#(end)}}"#
    #expect(desk.patch("segments/\(id)", late).outcome == "409 changed")
    let now = #"{"start":\#(start - 4),"end":\#(end),"seen":{"start":\#(start - 2),"end":\#(end)}}"#
    #expect(desk.patch("segments/\(id)", now).outcome == "200")
    #expect(desk.patch("segments/\(id)", #"{"memo":"why","seen":{"memo":""}}"#).outcome == "200")
    #expect(desk.patch("segments/\(id)", #"{"memo":"no","seen":{"memo":""}}"#)["error.now"] == .string("why"))
  }
}
