import RealistModel
import SQLiteKit

/// How much is marked and coded in a study, counted by SQLite without reading the rows.
public struct CodingCounts: Hashable, Sendable {
  public var segments = 0
  /// Segments without a coding.
  public var highlights = 0
  public var codings = 0
  /// Who coded, in alphabetical order.
  public var coders: [String] = []
  /// Names of sources without any coding, in the study's order.
  public var uncodedSources: [String] = []
}

extension StudyReader {
  /// Counts segments and codings; each is walked through once, in an index.
  public func codingCounts() throws -> CodingCounts {
    var counts = CodingCounts()
    try connection.query(
      """
      SELECT (SELECT count(*) FROM segment), (SELECT count(*) FROM coding),
        (SELECT count(*) FROM (SELECT 1 FROM coding GROUP BY segment))
      """
    ) { row in
      (counts.segments, counts.codings) = (row.int(0), row.int(1))
      counts.highlights = row.int(0) - row.int(2)
    }
    counts.uncodedSources = try connection.queryAll(
      """
      SELECT name
      FROM source
      WHERE NOT EXISTS (
        SELECT 1 FROM segment JOIN coding ON coding.segment = segment.id WHERE segment.source = source.id)
      ORDER BY position, name
      """
    ) { row in row.text(0) }
    counts.coders = try connection.queryAll("SELECT DISTINCT coder FROM coding ORDER BY coder") { row in
      row.text(0)
    }
    return counts
  }
}
