import RealistModel
import SQLiteKit

extension StudyReader {
  /// Texts and original files whose bytes do not have the hash that they are filed under.
  func contentProblems() throws -> [StoreProblem] {
    let damaged = try connection.queryAll(
      """
      SELECT hash, bytes FROM content
      """
    ) { row -> [UInt8]? in
      let hash = row.withBlob(0) { Array($0) }
      return row.withBlob(1) { SHA256Digest(of: $0).bytes } == hash ? nil : hash
    }
    return try damaged.compactMap { $0 }.flatMap(uses(ofContent:))
  }

  /// A finding for each revision that a damaged content belongs to.
  private func uses(ofContent hash: [UInt8]) throws -> [StoreProblem] {
    let uses = try connection.queryAll(
      """
      SELECT source.name, revision.number, revision.text = \(hash)
      FROM revision JOIN source ON source.id = revision.source
      WHERE revision.text = \(hash) OR revision.original = \(hash)
      ORDER BY source.position, revision.number
      """
    ) { row in
      StoreProblem(
        .contents, "\(row.text(0)) revision \(row.int(1))",
        row.bool(2)
          ? "the stored text is not the one that was imported"
          : "the stored original is not the one that was imported",
        hint: "restore the study from a copy, or import the file again with: realist source revise")
    }
    return uses.isEmpty
      ? [StoreProblem(.contents, "content", "stored bytes that nothing uses are damaged")] : uses
  }
}
