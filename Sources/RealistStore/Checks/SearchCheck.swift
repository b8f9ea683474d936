import SQLiteKit

extension StudyStore {
  /// Damage in the full-text index, which SQLite's own integrity check passes over. A study that cannot be written to is not asked: FTS5 is
  /// asked by an INSERT, though it writes nothing.
  func searchProblems() throws -> [StoreProblem] {
    guard !connection.isReadOnly else { return [] }
    do {
      try Self.mappingErrors(path) {
        _ = try connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
      }
      return []
    } catch StoreError.damaged {
      return [
        StoreProblem(
          .search, "full-text index", "is damaged, so searches may miss passages; the texts are not touched",
          hint: "make the study anew from its folder: realist export folder DIR, then realist build DIR")
      ]
    }
  }
}
