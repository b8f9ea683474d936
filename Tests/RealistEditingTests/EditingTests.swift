import RealistEditing
import RealistFolder
import RealistModel
import RealistStore
import TestSupport
import Testing

@Suite("Changes that the command line and the page share")
struct EditingTests {
  private static let time = Timestamp(milliseconds: 1_772_000_000_000)

  /// A study with one participant and one imported interview.
  private func withStudy(_ body: (StudyStore) throws -> Void) throws {
    try withTemporaryDirectory { folder in
      let path = folder.appending(path: "study.realist").path
      let study = Study(id: ID(high: 1, low: 2), title: "Invented", created: Self.time)
      let store = try StudyStore.create(
        path, contents: StudyContents(study: study, revisions: []), entry: note("create"))
      try change(store) { writer in
        try writer.put(Participant(id: writer.newID(), key: "P01", name: "Dawn"))
        var drafts = try TranscriptDrafts(writer.reader)
        try writer.add(try drafts.draft(Self.interview(), TranscriptReading()))
      }
      try body(store)
    }
  }

  private static func interview(_ source: String = "P01-first") -> TranscriptFile {
    let words = "Iris: Do you feel safe?\nDawn: I felt safe there.\nIris: And now?\nDawn: I would stay 🙂.\n"
    return TranscriptFile(name: "interviews/first.txt", bytes: Array(words.utf8), source: source)
  }

  private func note(_ command: String) -> ChangeNote {
    let ids = UUIDv7Source(time: Self.time, random: SystemRandomNumberGenerator())
    return ChangeNote(coder: "Iris", time: Self.time, command: command, ids: ids)
  }

  private func change<Result>(_ store: StudyStore, _ body: (StudyWriter) throws -> Result) throws -> Result {
    try store.change(note("change"), body)
  }

  @Test("a transcript becomes a source whose speakers are the participants of their names")
  func transcript() throws {
    try withStudy { store in
      let (source, turns) = try store.read { reader in
        let source = try reader.source("P01-first")
        return (source, try reader.turns(of: source.id, revision: source.revision))
      }
      #expect(turns.count == 4)
      #expect(turns.compactMap(\.participant).count == 2)
      #expect(source.participants.count == 1)
    }
  }

  @Test("the same bytes, and a name that is in use, are refused")
  func refusedTranscripts() throws {
    try withStudy { store in
      try store.read { reader in
        var drafts = try TranscriptDrafts(reader)
        #expect(throws: EditingError.alreadyImported(file: "interviews/first.txt", source: "P01-first")) {
          try drafts.draft(Self.interview("again"), TranscriptReading())
        }
        #expect(throws: EditingError.sourceExists(file: "interviews/first.txt", name: "P01-first")) {
          try drafts.draft(Self.interview(), TranscriptReading(again: true))
        }
        let twice = try drafts.draft(Self.interview("again"), TranscriptReading(again: true))
        #expect(twice.speakers.map(\.turns) == [2, 2])
      }
    }
  }

  @Test("a configuration is made of its statement, and a new statement keeps what stays")
  func statement() throws {
    try withStudy { store in
      let draft = ConfigurationDraft(
        statement: "If the place is known (C: contexts/place), people feel safe (M+) and stay (O).",
        title: "Known places", createsCodes: true)
      let added = try change(store) { try $0.addConfiguration(draft, place: "the statement") }
      #expect(added.number == 1)
      #expect(added.codes == ["contexts", "contexts/place"])
      #expect(added.configuration.labelled.map(\.label) == ["C1", "M1", "O1"])

      let old = added.configuration
      let longer = old.statement(adding: "others follow (O)")
      #expect(longer.hasSuffix("stay (O). Others follow (O)."))
      try change(store) { _ = try $0.restate(old, as: longer, place: "the statement") }
      let new = try store.read { try $0.configuration(old.key) }
      #expect(new.elements.prefix(3).map(\.id) == old.elements.map(\.id))
      #expect(new.labelled.map(\.label) == ["C1", "M1", "O1", "O2"])
    }
  }

  @Test("a statement without a tag, and a key that is in use, change nothing")
  func refusedStatements() throws {
    try withStudy { store in
      let plain = ConfigurationDraft(statement: "People stay.")
      #expect(throws: EditingError.untagged(place: "the statement", letters: ["C", "M", "O"])) {
        try change(store) { _ = try $0.addConfiguration(plain, place: "the statement") }
      }
      let draft = ConfigurationDraft(statement: "People stay (O).", key: "stay")
      try change(store) { _ = try $0.addConfiguration(draft, place: "the statement") }
      #expect(throws: StoreError.taken(.configuration, name: "stay")) {
        try change(store) { _ = try $0.addConfiguration(draft, place: "the statement") }
      }
      #expect(try store.read { try $0.configurations().count } == 1)
    }
  }

  @Test("the same claim by the same passage is one piece of evidence")
  func evidence() throws {
    try withStudy { store in
      let answers = try change(store) { writer -> [Bool?] in
        let made = try writer.addConfiguration(
          ConfigurationDraft(statement: "People feel safe (M) and stay (O)."), place: "the statement")
        let source = try writer.reader.source("P01-first")
        let text = try writer.reader.text(of: source.id, revision: 1)
        let passage = try text.span(covering: 30..<44).span
        let segment = try writer.segment(at: passage, of: source, text: text).segment
        let element = made.configuration.elements[0].id
        func add(_ standing: Evidence.Standing, _ elements: [ID<Element>]) throws -> Bool? {
          try writer.addEvidence(
            segment.id, to: made.configuration, elements: elements, bearing: .supports, standing: standing
          ).isNew
        }
        return try [
          add(.observed, [element]), add(.observed, [element]), add(.implied, [element]), add(.implied, []),
        ]
      }
      #expect(answers == [true, nil, false, true])
      #expect(try store.read { try $0.evidence().count } == 2)
    }
  }
}
