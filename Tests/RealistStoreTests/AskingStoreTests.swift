import RealistModel
import RealistSamples
import Testing

@testable import RealistStore

@Suite("Queries, framework matrices and context in the store")
struct AskingStoreTests {
  private func sampleStore() throws -> (Workshop, StudyStore) {
    let workshop = try Workshop()
    let sample = Sample(size: Sample.Size(sources: 3, codingsPerSource: 30, codes: 9, wordsPerSource: 300))
    return (
      workshop,
      try StudyStore.create(workshop.path, contents: sample.contents(), entry: workshop.note("sample"))
    )
  }

  /// Codes without any below them.
  private func leaves(_ reader: StudyReader) throws -> [Code] {
    try reader.codeTree().order.filter { $0.subtree.count == 1 }.map(\.code)
  }

  private func write(_ writer: StudyWriter) throws {
    let (codes, source) = (try leaves(writer.reader), try writer.reader.sources()[1])
    let participant = try writer.reader.participants()[0]
    try writer.put(SavedQuery(id: writer.newID(), name: "doubt", text: "a OVERLAPS b"))
    let rows: [FrameworkSummary.Case] = [
      .source(source.id), .participant(participant.id), .group(attribute: "region", value: "North"),
    ]
    for (place, row) in rows.enumerated() {
      try writer.put(
        FrameworkSummary(
          id: writer.newID(), row: row, code: codes[place].id, summary: "says\nmuch", coder: writer.coder,
          written: writer.time))
    }
    try writer.put(
      ContextTable(
        id: writer.newID(), key: "posts", title: "Posts", unit: "percent", source: "invented", date: "2025",
        notes: ["rounded", "two"], columns: ["region", "vacant"], rows: [["North", "12"], ["South", ""]]))
  }

  @Test("what is written is read, undone and redone")
  func undo() throws {
    let (workshop, store) = try sampleStore()
    let before = try store.read { try $0.study() }
    try store.change(workshop.note("ask"), write)
    let after = try store.read { try $0.study() }
    #expect(after.queries.map(\.text) == ["a OVERLAPS b"])
    #expect(after.framework.map(\.summary) == ["says\nmuch", "says\nmuch", "says\nmuch"])
    #expect(after.contextTables.first?.rows == [["North", "12"], ["South", ""]])
    #expect(after.contextTables.first?.notes == ["rounded", "two"])
    _ = try store.undo(workshop.note("undo"))
    #expect(try store.read { try $0.study() } == before)
    _ = try store.redo(workshop.note("redo"))
    #expect(try store.read { try $0.study() } == after)
    #expect(try store.problems() == [])
  }

  @Test("summaries go with their code, source and participant, and with a merged code to the other")
  func dependents() throws {
    let (workshop, store) = try sampleStore()
    try store.change(workshop.note("ask"), write)
    let before = try store.read { try $0.study() }
    let target = try #require(try store.read { try leaves($0) }.last).id
    try #require(!before.framework.map(\.code).contains(target))
    try store.change(workshop.note("remove")) { writer in
      #expect(try writer.dependents(ofCode: before.framework[0].code).contains { $0.kind == .summary })
      if case .participant(let id) = before.framework[1].row { try writer.removeParticipant(id) }
      try writer.mergeCode(before.framework[0].code, into: target)
    }
    #expect(try store.read { try $0.frameworkSummaries().map(\.code) }.first == target)
    #expect(try store.read { try $0.frameworkSummaries().count } == 2)
    try store.change(workshop.note("remove")) { try $0.removeCode(target) }
    #expect(try store.read { try $0.frameworkSummaries().count } == 1)
    #expect(try store.problems() == [])
    _ = try store.undo(workshop.note("undo"))
    _ = try store.undo(workshop.note("undo"))
    #expect(try store.read { try $0.study() } == before)
  }

  @Test("the table of codings holds what reading everything gives", arguments: 1...3 as ClosedRange<UInt64>)
  func narrowReading(seed: UInt64) throws {
    let workshop = try Workshop()
    let size = Sample.Size(sources: 12, codingsPerSource: 60, codes: 12, wordsPerSource: 400)
    let contents = Sample(size: size, seed: seed).contents()
    let store = try StudyStore.create(workshop.path, contents: contents, entry: workshop.note("sample"))
    let expected = try CodingTable(contents)
    let parts: CodingTable.Part = [.turns, .words, .days, .highlights]
    let found = try store.read { try $0.codingTable(parts) }
    #expect(found.passages.count == expected.passages.count && !found.passages.isEmpty)
    #expect(found.coders == expected.coders)
    for (left, right) in zip(found.passages, expected.passages) {
      #expect(left.segment == right.segment && left.start == right.start && left.end == right.end)
      #expect(left.participant == right.participant && left.words == right.words && left.turns == right.turns)
      #expect(Array(found.marks[left.marks]) == Array(expected.marks[right.marks]))
    }
    let coded = try store.read { try $0.codingTable() }
    #expect(coded.passages.map(\.segment) == expected.passages.filter { !$0.marks.isEmpty }.map(\.segment))
  }

  @Test("names that cannot be typed are refused")
  func names() throws {
    let (workshop, store) = try sampleStore()
    for name in ["", "two words", "a/b", "@x"] {
      #expect(throws: StoreError.self) {
        try store.change(workshop.note("save")) {
          try $0.put(SavedQuery(id: $0.newID(), name: name, text: "ANY"))
        }
      }
    }
    #expect(try store.read { try $0.queries() } == [])
  }
}
