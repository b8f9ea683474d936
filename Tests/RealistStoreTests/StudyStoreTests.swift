import Foundation
import RealistModel
import SQLiteKit
import Testing

@testable import RealistStore

/// Makes and opens stores in a folder of their own.
final class Workshop {
  let folder: URL
  private var clock: Int64 = 1_772_000_000_000

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "realist-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.appending(path: "study.realist").path() }

  func note(_ command: String, coder: String = "Iris") -> ChangeNote {
    clock += 1000
    let time = Timestamp(milliseconds: clock)
    return ChangeNote(
      coder: coder, time: time, command: command,
      ids: UUIDv7Source(time: time, random: SystemRandomNumberGenerator()))
  }

  func emptyStudy() -> StudyContents {
    StudyContents(
      study: Study(id: ID(high: 1, low: 2), title: "Warm Plate", created: Timestamp(milliseconds: clock)),
      revisions: [])
  }

  func makeStore() throws -> StudyStore {
    try StudyStore.create(path, contents: emptyStudy(), entry: note("init"))
  }

  /// A source with one turn for each line `Speaker: words`.
  func addSource(_ name: String, _ lines: String, to writer: StudyWriter) throws -> (Source, Revision) {
    let text = try SourceText(lines)
    var (turns, offset) = ([Turn](), 0)
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      let length = line.unicodeScalars.count
      if let colon = line.unicodeScalars.firstIndex(of: ":") {
        let label = line.unicodeScalars.distance(from: line.unicodeScalars.startIndex, to: colon)
        turns.append(
          Turn(
            span: try TextSpan(start: offset + label + 2, end: offset + length),
            speaker: String(line[..<colon])))
      }
      offset += length + 1
    }
    let source = Source(id: writer.newID(), name: name)
    let revision = Revision(source: source.id, text: text, turns: turns, imported: writer.time)
    try writer.add(source, revision)
    return (source.measured(by: revision), revision)
  }
}

@Suite("The store")
struct StudyStoreTests {
  let workshop: Workshop
  let store: StudyStore

  init() throws {
    workshop = try Workshop()
    store = try workshop.makeStore()
  }

  @Test("a change that is sent again under the id of its entry is refused as a whole")
  func sentAgain() throws {
    var note = workshop.note("tag")
    note.entry = ID(high: 9, low: 9)
    let made = try store.change(note) { try $0.addCode(path: "outcomes").id }
    #expect(try store.read { try $0.entry(ID<JournalEntry>(high: 9, low: 9))?.command } == "tag")
    #expect(try store.read { try $0.entry(ID<JournalEntry>(high: 9, low: 8)) } == nil)
    #expect(throws: StoreError.self) { try store.change(note) { _ = try $0.addCode(path: "contexts") } }
    #expect(try store.read { try $0.codes().map(\.id) } == [made])
  }

  @Test("a tag after emoji keeps exactly its words, and undo and redo take it back and bring it again")
  func tagUndoRedo() throws {
    try store.change(workshop.note("import P01")) { writer in
      _ = try workshop.addSource("P01", "INT: Well?\nP01: 🙂🙂 I trusted the nurse there", to: writer)
    }
    try store.change(workshop.note("tag P01 with trust")) { writer in
      let source = try writer.reader.source("P01")
      let text = try writer.reader.text(of: source.id, revision: 1)
      let start = 11 + 5 + 3 + 2
      let segment = try writer.segment(at: TextSpan(start: start, end: start + 17), of: source, text: text)
        .segment
      let code = try writer.addCode(path: "outcomes/trust").id
      #expect(try writer.tag(segment.id, with: code))
      #expect(try !writer.tag(segment.id, with: code))
    }
    func words() throws -> [String] {
      try store.read { reader in
        try reader.words(of: reader.segments()).values.map(\.words)
      }
    }
    #expect(try words() == ["trusted the nurse"])
    let before = try store.read { try $0.study() }
    #expect(try store.undo(workshop.note("undo")).command == "tag P01 with trust")
    #expect(try words().isEmpty)
    #expect(try store.read { try $0.codes() }.isEmpty)
    #expect(try store.undo(workshop.note("undo")).command == "import P01")
    #expect(try store.read { try $0.sources() }.isEmpty)
    #expect(throws: StoreError.nothingToUndo) { try store.undo(workshop.note("undo")) }
    #expect(try store.redo(workshop.note("redo")).number == 2)
    #expect(try store.redo(workshop.note("redo")).number == 3)
    #expect(throws: StoreError.nothingToRedo) { try store.redo(workshop.note("redo")) }
    #expect(try store.read { try $0.study() } == before)
    let log = try store.read { try $0.entries() }
    #expect(log.map(\.kind) == [.change, .change, .change, .undo, .undo, .redo, .redo])
    #expect(log.filter { !$0.isInForce }.isEmpty)
  }

  @Test("a change that throws leaves the file as it was, byte for byte")
  func failedChange() throws {
    struct Stop: Error {}
    try store.change(workshop.note("import P01")) { writer in
      _ = try workshop.addSource("P01", "P01: words", to: writer)
    }
    try store.connection.checkpoint()
    let before = try Data(contentsOf: URL(filePath: workshop.path))
    #expect(throws: Stop.self) {
      try store.change(workshop.note("fails")) { writer in
        _ = try workshop.addSource("P02", "P02: other words", to: writer)
        throw Stop()
      }
    }
    try store.connection.checkpoint()
    #expect(try Data(contentsOf: URL(filePath: workshop.path)) == before)
  }

  @Test("a change after an undo makes redo impossible")
  func redoAfterChange() throws {
    for path in ["a", "b"] {
      try store.change(workshop.note("add \(path)")) { _ = try $0.addCode(path: path) }
    }
    _ = try store.undo(workshop.note("undo"))
    try store.change(workshop.note("add c")) { _ = try $0.addCode(path: "c") }
    #expect(throws: StoreError.nothingToRedo) { try store.redo(workshop.note("redo")) }
    #expect(try store.undo(workshop.note("undo")).command == "add c")
    #expect(try store.undo(workshop.note("undo")).command == "add a")
  }

  @Test("a change that changes nothing makes no entry")
  func emptyChange() throws {
    try store.change(workshop.note("nothing")) { _ in }
    #expect(try store.read { try $0.entries() }.count == 1)
  }

  @Test("full text finds words without regard to case and accents, in phrases and by prefix")
  func search() throws {
    try store.change(workshop.note("import")) { writer in
      _ = try workshop.addSource(
        "P01", "INT: Café first?\nP01: the nurse's cafe, don't you know\nP01: nursing", to: writer)
    }
    func found(_ query: String) throws -> [[String]] {
      try store.read { reader in
        try reader.search(query).map { hit in
          let source = try reader.source(hit.source)
          let text = try reader.text(of: source.id, revision: 1)
          return hit.matches.map { String(text[$0]) }
        }
      }
    }
    #expect(try found("CAFÉ") == [["Café"], ["cafe"]])
    #expect(try found("nurs*") == [["nurse"], ["nursing"]])
    #expect(try found("don't") == [["don't"]])
    #expect(try found("\"nurse's cafe\"") == [["nurse's cafe"]])
    #expect(try found("cafe NOT first") == [["cafe"]])
    #expect(throws: StoreError.self) { try found("AND") }
    _ = try store.undo(workshop.note("undo"))
    #expect(try store.read { try $0.searchCount("cafe") } == 0)
  }

  @Test("the file refuses a coding of a segment or code that does not exist")
  func danglingCoding() throws {
    #expect(throws: StoreError.self) {
      try store.change(workshop.note("tag")) { writer in
        try writer.put(
          Coding(
            id: writer.newID(), segment: ID(high: 9, low: 9), code: ID(high: 8, low: 8), coder: "x",
            created: writer.time))
      }
    }
    #expect(try store.read { try $0.entries() }.count == 1)
  }

  @Test("names that are not there are answered with the nearest ones")
  func suggestions() throws {
    try store.change(workshop.note("codes")) { _ = try $0.addCode(path: "outcomes/service/retention") }
    #expect(
      throws: StoreError.unknown(
        .code, name: "outcomes/service/retenton", nearest: ["outcomes/service/retention"])
    ) {
      try store.read { try $0.code("outcomes/service/retenton") }
    }
    #expect(throws: StoreError.unknown(.code, name: "retension", nearest: ["outcomes/service/retention"])) {
      try store.read { try $0.code("retension") }
    }
    #expect(try store.read { try $0.code("retention") }.path == "outcomes/service/retention")
  }

  @Test("files that are no study are refused in words")
  func refusedFiles() throws {
    let other = workshop.folder.appending(path: "other.realist").path()
    #expect(throws: StoreError.noFile(path: other)) { try StudyStore.open(other) }
    try Data("not a database at all, just some words in a file".utf8).write(to: URL(filePath: other))
    #expect(throws: StoreError.notAStudy(path: other)) { try StudyStore.open(other) }
    try Data().write(to: URL(filePath: other))
    #expect(throws: StoreError.notAStudy(path: other)) { try StudyStore.open(other) }
    #expect(throws: StoreError.fileExists(path: other)) {
      try StudyStore.create(other, contents: workshop.emptyStudy(), entry: workshop.note("init"))
    }
    try store.connection.setUserVersion(99)
    #expect(throws: StoreError.newer(path: workshop.path, found: 99, known: StudySchema.migrator.known)) {
      try StudyStore.open(workshop.path)
    }
  }
}
