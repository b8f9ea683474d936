import Foundation
import RealistModel
import SQLiteKit
import Testing

@testable import RealistStore

/// Studies that an earlier version of the program wrote.
@Suite("A study of an older version")
struct OlderStudyTests {
  private let workshop: Workshop

  /// A study with a journal, in the first schema: rows are copied out of a new file into the tables as they were first.
  init() throws {
    workshop = try Workshop()
    let new = workshop.folder.appending(path: "new.realist").path()
    let store = try StudyStore.create(new, contents: workshop.emptyStudy(), entry: workshop.note("init"))
    try store.change(workshop.note("import P01")) { writer in
      _ = try workshop.addSource("P01", "Nell: Why?\nAna: They are neighbours.", to: writer)
    }
    try store.change(workshop.note("add a code")) { writer in
      _ = try writer.addCode(path: "contexts/neighbours")
    }
    try Self.copy(new, to: workshop.path, schema: Migration1.tables + Migration1.indexes)
  }

  private static func copy(_ new: String, to path: String, schema: String) throws {
    let old = try Connection(path: path, mode: .readWriteCreate)
    try old.setJournalMode(.wal)
    try old.executeScript(schema)
    try old.execute("ATTACH \(new) AS new")
    try old.setEnforcesForeignKeys(false)
    // The tables behind the full text come last: they are there already, with rows of their own.
    let tables = try old.queryAll(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name <> 'search' ORDER BY name"
    ) { $0.text(0) }
    for table in tables {
      let columns = try old.queryAll("SELECT name FROM pragma_table_info(\(table))") { $0.text(0) }
      let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
      try old.execute("DELETE FROM main.\(raw: "\"\(table)\"")")
      try old.execute(
        "INSERT INTO main.\(raw: "\"\(table)\"") (\(raw: list)) SELECT \(raw: list) FROM new.\(raw: "\"\(table)\"")"
      )
    }
    try old.setApplicationID(StudySchema.applicationID)
    try old.setUserVersion(1)
  }

  @Test("is brought up to date when it is opened, for reading as well, and a copy is kept as it was")
  func upgraded() throws {
    let store = try StudyStore.open(workshop.path, .readOnly)
    let backup = try #require(store.backup)
    #expect(try store.connection.userVersion() == StudySchema.migrator.known)
    #expect(try store.problems() == [])
    #expect(try store.read { try $0.sources().map(\.name) } == ["P01"])
    #expect(try Connection(path: backup, mode: .readOnly).userVersion() == 1)
    #expect(try StudyStore.open(workshop.path).backup == nil)
  }

  @Test("keeps its journal: what was done before can be undone after, and redone")
  func undone() throws {
    let store = try StudyStore.open(workshop.path)
    let last = try store.read { try $0.study() }
    _ = try store.undo(workshop.note("undo"))
    _ = try store.undo(workshop.note("undo"))
    #expect(try store.read { try $0.study() }.sources == [])
    _ = try store.redo(workshop.note("redo"))
    _ = try store.redo(workshop.note("redo"))
    #expect(try store.read { try $0.study() } == last)
    #expect(try store.problems() == [])
  }

  @Test("that may only be read is refused in words", .enabled(if: geteuid() != 0, "root may write anything"))
  func shut() throws {
    try Connection(path: workshop.path, mode: .readWrite).checkpoint()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: workshop.path)
    #expect(throws: StoreError.older(path: workshop.path, found: 1, known: StudySchema.migrator.known)) {
      try StudyStore.open(workshop.path, .readOnly)
    }
  }
}
