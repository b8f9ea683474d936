import RealistModel
import SQLiteKit

/// How much there is in a study, counted by SQLite without reading the rows.
public struct StudyCounts: Hashable, Sendable {
  public var sources = 0
  public var words = 0
  public var participants = 0
  public var codes = 0
  public var segments = 0
  public var codings = 0
  /// Segments without a coding.
  public var highlights = 0
  public var coders: [String] = []
  public var configurations = 0
  public var elements = 0
  public var evidence = 0
  public var theories = 0
  public var factors = 0
  public var links = 0
  public var memos = 0
  /// Names of sources without any coding, in the study's order.
  public var uncodedSources: [String] = []
}

extension StudyReader {
  /// Counts everything; the codings are walked through once, in an index.
  public func counts() throws -> StudyCounts {
    var counts = StudyCounts()
    try connection.query(
      """
      SELECT (SELECT count(*) FROM source), (SELECT total(words) FROM source), (SELECT count(*) FROM participant),
        (SELECT count(*) FROM code), (SELECT count(*) FROM segment), (SELECT count(*) FROM coding),
        (SELECT count(*) FROM configuration), (SELECT count(*) FROM element), (SELECT count(*) FROM evidence),
        (SELECT count(*) FROM theory), (SELECT count(*) FROM factor), (SELECT count(*) FROM link),
        (SELECT count(*) FROM memo),
        (SELECT count(*) FROM segment) - (SELECT count(DISTINCT segment) FROM coding)
      """
    ) { row in
      (counts.sources, counts.words, counts.participants) = (row.int(0), row.int(1), row.int(2))
      (counts.codes, counts.segments, counts.codings) = (row.int(3), row.int(4), row.int(5))
      (counts.configurations, counts.elements, counts.evidence) = (row.int(6), row.int(7), row.int(8))
      (counts.theories, counts.factors, counts.links) = (row.int(9), row.int(10), row.int(11))
      (counts.memos, counts.highlights) = (row.int(12), row.int(13))
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
    counts.coders = try connection.queryAll("SELECT DISTINCT coder FROM entry ORDER BY coder") { row in
      row.text(0)
    }
    return counts
  }
}
