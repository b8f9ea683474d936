import RealistModel
import SQLiteKit
import Testing

@testable import RealistStore

@Suite("Checks of the file")
struct StoreProblemTests {
  /// A study with a source, a segment and a configuration with evidence, in four entries.
  private func sound() throws -> Workshop {
    let workshop = try Workshop()
    let store = try workshop.makeStore()
    let (source, revision) = try store.change(workshop.note("source")) { writer in
      try workshop.addSource("P01", "Ana: I can mend a chair now.", to: writer)
    }
    let segment = try store.change(workshop.note("highlight")) { writer in
      try writer.segment(at: TextSpan(start: 5, end: 15), of: source, text: revision.text).segment
    }
    try store.change(workshop.note("cmo")) { writer in
      let configuration = Configuration(id: writer.newID(), key: "desk")
      try writer.put(configuration)
      try writer.put(
        Evidence(
          id: writer.newID(), configuration: configuration.id, elements: [], segment: segment.id,
          coder: writer.coder, created: writer.time))
    }
    return workshop
  }

  /// Changes the file behind the store's back, without its foreign keys in force.
  private func problems(after damage: String) throws -> [StoreProblem] {
    let workshop = try sound()
    let connection = try Connection(path: workshop.path, mode: .readWrite)
    try connection.executeScript("PRAGMA foreign_keys = OFF; \(damage)")
    return try StudyStore.open(workshop.path, .readOnly).problems()
  }

  @Test("a sound study has none") func none() throws {
    let workshop = try sound()
    #expect(try StudyStore.open(workshop.path, .readOnly).problems() == [])
  }

  @Test(
    "each damage is found, named by its place",
    arguments: [
      (
        "UPDATE content SET bytes = CAST('Ana: I can mend a table now.' AS BLOB)",
        StoreProblem.Check.contents,
        "P01 revision 1", "the stored text is not the one that was imported"
      ),
      (
        "UPDATE segment SET check_value = 7", .segments, "P01 5..15",
        "its words are not the ones that were marked"
      ),
      (
        #"UPDATE segment SET "end" = 99"#, .segments, "P01 5..99",
        "reaches beyond the end of the text, which has 28 characters"
      ),
      (
        "UPDATE entry SET changeset = substr(changeset, 1, 9) WHERE number = 3", .journal, "entry 3",
        "its changeset cannot be read, so it cannot be undone"
      ),
      (
        "DELETE FROM entry WHERE number = 3", .journal, "entry 4",
        "the entry before it is missing from the journal"
      ),
      (
        "UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10", .search, "full-text index",
        "is damaged, so searches may miss passages; the texts are not touched"
      ),
      ("DELETE FROM source", .file, "", "revision refers to no source"),
    ])
  func damages(damage: String, check: StoreProblem.Check, place: String, message: String) throws {
    let found = try problems(after: damage)
    #expect(
      found.contains { $0.check == check && $0.message == message && $0.place.hasSuffix(place) }, "\(found)")
  }

  @Test("no finding has words of a text in it") func noWords() throws {
    let found = try problems(after: "UPDATE content SET bytes = CAST('Ana: I can mend a table now.' AS BLOB)")
    #expect(!found.isEmpty)
    #expect(!found.contains { ($0.message + $0.place + $0.hint).contains("mend") })
  }
}
