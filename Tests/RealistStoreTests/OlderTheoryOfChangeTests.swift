import Foundation
import RealistModel
import SQLiteKit
import Testing

@testable import RealistStore

/// The second schema adds columns to tables that the journal of an older study wrote to.
@Suite("A theory of change of an older version")
struct OlderTheoryOfChangeTests {
  @Test("is undone and redone though its tables have grown since, and grows by what is new")
  func undone() throws {
    let workshop = try Workshop()
    let ids = (0..<4).map { UInt64($0) + 1 }.map { ID<Factor>(high: 0x019b_7000_0000_7000, low: $0) }
    try Self.makeOldStudy(workshop, ids)
    let store = try StudyStore.open(workshop.path)
    let study = try store.read { try $0.study() }
    #expect(study.factors.map(\.key) == ["a", "b"] && study.links.count == 1 && study.loops.count == 1)
    #expect(!study.links[0].isDespite && study.links[0].contexts == [] && study.factors[0].opposite == nil)
    _ = try store.undo(workshop.note("undo"))
    #expect(try store.read { try $0.study() }.factors == [])
    _ = try store.redo(workshop.note("redo"))
    #expect(try store.read { try $0.study() } == study)
    try store.change(workshop.note("new")) { writer in
      var (factor, link, loop) = (study.factors[1], study.links[0], study.loops[0])
      (factor.opposite, link.isDespite, link.contexts) = (study.factors[0].id, true, ["night", "far"])
      try writer.put(factor)
      try writer.put(link)
      loop = Loop(id: writer.newID(), key: "after", title: "After", factors: loop.factors, before: loop.id)
      try writer.put(loop)
    }
    let new = try store.read { try $0.study() }
    #expect(new.factors[1].opposite == study.factors[0].id && new.links[0].contexts == ["night", "far"])
    #expect(new.links[0].isDespite && new.loops[1].before == study.loops[0].id)
    _ = try store.undo(workshop.note("undo"))
    #expect(try store.read { try $0.study() } == study)
    _ = try store.redo(workshop.note("redo"))
    #expect(try store.read { try $0.study() } == new)
    #expect(try store.problems() == [])
  }

  @Test("confirmed ripples go with the configuration of either end, opposites and pairs with what they name")
  func dependents() throws {
    let workshop = try Workshop()
    let store = try workshop.makeStore()
    let (first, factor, loop) = try store.change(workshop.note("add")) { writer in
      var (first, second) = (
        Configuration(id: writer.newID(), key: "x"), Configuration(id: writer.newID(), key: "y")
      )
      first.elements = [Element(id: writer.newID(), letter: "O", text: "an outcome")]
      second.elements = [Element(id: writer.newID(), letter: "C", text: "a context")]
      try writer.put(first)
      try writer.put(second)
      try writer.put(
        ConfirmedRipple(
          id: writer.newID(), outcome: first.elements[0].id, context: second.elements[0].id, note: "so it is")
      )
      let factor = Factor(id: writer.newID(), key: "a", stage: "inputs", text: "A")
      try writer.put(factor)
      try writer.put(Factor(id: writer.newID(), key: "b", stage: "inputs", text: "B", opposite: factor.id))
      let loop = Loop(id: writer.newID(), key: "l", title: "L")
      try writer.put(loop)
      try writer.put(Loop(id: writer.newID(), key: "m", title: "M", before: loop.id))
      return (first, factor, loop)
    }
    #expect(try store.read { try $0.confirmedRipples().map(\.note) } == ["so it is"])
    try store.change(workshop.note("remove")) { writer in
      try writer.removeConfiguration(first.id)
      try writer.removeFactor(factor.id)
      try writer.removeLoop(loop.id)
    }
    let study = try store.read { try $0.study() }
    #expect(study.confirmedRipples == [] && study.factors[0].opposite == nil && study.loops[0].before == nil)
    #expect(try store.problems() == [])
    _ = try store.undo(workshop.note("undo"))
    #expect(try store.read { try $0.confirmedRipples().count } == 1)
    try store.change(workshop.note("less")) { writer in
      var fewer = first
      fewer.elements = []
      try writer.put(fewer)
    }
    #expect(try store.read { try $0.confirmedRipples() } == [])
    #expect(try store.problems() == [])
  }

  /// A study of the first schema whose journal has a factor, a link and a loop in it, written without today's statements.
  private static func makeOldStudy(_ workshop: Workshop, _ ids: [ID<Factor>]) throws {
    let new = workshop.folder.appending(path: "new.realist").path()
    _ = try StudyStore.create(new, contents: workshop.emptyStudy(), entry: workshop.note("init"))
    let old = try Connection(path: workshop.path, mode: .readWriteCreate)
    try old.executeScript(Migration1.tables + Migration1.indexes)
    try old.execute("ATTACH \(new) AS new")
    for table in ["study", "slot", "stage", "entry"] {
      let columns = try old.queryAll("SELECT name FROM pragma_table_info(\(table), 'main')") { $0.text(0) }
      let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
      try old.execute(
        "INSERT INTO main.\(raw: table) (\(raw: list)) SELECT \(raw: list) FROM new.\(raw: table)")
    }
    try old.execute("DETACH new")
    let (_, changeset) = try old.transaction {
      try old.recordingChanges(of: StudySchema.journalled) {
        for (place, key) in ["a", "b"].enumerated() {
          try old.execute(
            "INSERT INTO factor VALUES (\(ids[place].bytes), \(key), 'inputs', 'text', '', NULL, \(place))")
        }
        try old.execute(
          "INSERT INTO link VALUES (\(ids[2].bytes), \(ids[0].bytes), \(ids[1].bytes), 'increases', '', 0)")
        try old.execute(#"INSERT INTO "loop" VALUES (\#(ids[3].bytes), 'l', 'L', 'vicious', 0)"#)
        try old.execute("INSERT INTO loop_factor VALUES (\(ids[3].bytes), 0, \(ids[0].bytes))")
      }
    }
    let store = StudyStore(path: workshop.path, connection: old)
    try old.transaction {
      try store.appendEntry(
        kind: .change, note: workshop.note("toc import"), command: "toc import", target: nil,
        changeset: changeset)
    }
    try old.setApplicationID(StudySchema.applicationID)
    try old.setUserVersion(1)
  }
}
