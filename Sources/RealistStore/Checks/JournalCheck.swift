import RealistModel
import SQLiteKit

extension StudyReader {
  /// Entries of the journal that could not be undone or redone: changesets that cannot be read, numbers that are missing, an undo of
  /// nothing. Reads one changeset at a time.
  func journalProblems() throws -> [StoreProblem] {
    var (problems, expected) = ([StoreProblem](), 1)
    try connection.query(
      """
      SELECT number, kind, target, changeset, target IS NOT NULL AND target NOT IN (
        SELECT number FROM entry WHERE kind = 'change')
      FROM entry
      ORDER BY number
      """
    ) { row in
      let place = "entry \(row.int(0))"
      if row.int(0) != expected {
        problems.append(StoreProblem(.journal, place, "the entry before it is missing from the journal"))
      }
      expected = row.int(0) + 1
      if row.bool(4) {
        problems.append(StoreProblem(.journal, place, "takes back entry \(row.int(2)), which is no change"))
      }
      if let bytes = row.optionalBlob(3), !Changeset(bytes: bytes).isWellFormed {
        problems.append(
          StoreProblem(
            .journal, place, "its changeset cannot be read, so it cannot be undone",
            hint: "restore the study from a copy made before it: realist log"))
      }
    }
    return problems
  }
}
