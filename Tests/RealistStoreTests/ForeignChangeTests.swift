import RealistModel
import Testing

@testable import RealistStore

@Suite("Who else changes a study")
struct ForeignChangeTests {
  let workshop: Workshop
  let store: StudyStore

  init() throws {
    workshop = try Workshop()
    store = try workshop.makeStore()
  }

  @Test("the data version moves with another connection's changes only")
  func dataVersion() throws {
    let other = try StudyStore.open(workshop.path)
    let before = try store.dataVersion()
    try store.change(workshop.note("own")) { _ = try $0.addCode(path: "own") }
    #expect(try store.dataVersion() == before)
    try other.change(workshop.note("other")) { _ = try $0.addCode(path: "other") }
    let after = try store.dataVersion()
    #expect(after != before)
    #expect(try store.dataVersion() == after)
  }

  @Test("a change that is recorded answers its line; one that changes nothing has none")
  func recorded() throws {
    let (made, entry) = try store.record(workshop.note("code add", coder: "Bea")) { writer in
      writer.command = "code add x"
      return try writer.addCode(path: "x").made
    }
    #expect(made == ["x"])
    let last = try #require(try store.read { try $0.entries().last })
    #expect(entry == last)
    #expect(entry?.command == "code add x" && entry?.coder == "Bea")
    let nothing = try store.record(workshop.note("nothing")) { _ in 7 }
    #expect(nothing.result == 7 && nothing.entry == nil)
  }

  @Test("undo and redo take only the change that is meant")
  func expected() throws {
    for path in ["a", "b"] {
      try store.change(workshop.note("code add \(path)")) { _ = try $0.addCode(path: path) }
    }
    #expect(try store.read { try $0.undoable() } == 3)
    #expect(throws: StoreError.self) { try store.undo(workshop.note("undo"), expecting: 2) }
    #expect(try store.read { try $0.codes().count } == 2)
    #expect(try store.undo(workshop.note("undo"), expecting: 3).number == 3)
    #expect(try store.undo(workshop.note("undo"), expecting: 2).number == 2)
    #expect(try store.read { try $0.undoable() } == nil)
    #expect(try store.read { try $0.redoable() } == 2)
    do {
      _ = try store.redo(workshop.note("redo"), expecting: 3)
      Issue.record("another change was redone")
    } catch StoreError.moved(let entry) {
      #expect(entry.number == 2 && entry.command == "code add a")
    }
    #expect(try store.redo(workshop.note("redo"), expecting: 2).number == 2)
  }
}
