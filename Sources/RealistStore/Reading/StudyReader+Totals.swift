import RealistModel
import SQLiteKit

/// How many there are of the things a study is made of; ``StudyCounts`` says more and takes longer.
public struct StudyTotals: Hashable, Sendable {
  public var sources = 0
  /// In the newest texts.
  public var words = 0
  public var participants = 0
  public var codes = 0
  public var segments = 0
  public var codings = 0
  public var configurations = 0
  public var evidence = 0
  public var factors = 0
  public var links = 0

  public init() {}
}

extension StudyReader {
  /// The size of every collection; SQLite counts rows without reading them.
  public func totals() throws -> StudyTotals {
    var totals = StudyTotals()
    try connection.query(
      """
      SELECT (SELECT count(*) FROM source), (SELECT coalesce(sum(words), 0) FROM source),
        (SELECT count(*) FROM participant), (SELECT count(*) FROM code), (SELECT count(*) FROM segment),
        (SELECT count(*) FROM coding), (SELECT count(*) FROM configuration), (SELECT count(*) FROM evidence),
        (SELECT count(*) FROM factor), (SELECT count(*) FROM link)
      """
    ) { row in
      (totals.sources, totals.words, totals.participants) = (row.int(0), row.int(1), row.int(2))
      (totals.codes, totals.segments, totals.codings) = (row.int(3), row.int(4), row.int(5))
      (totals.configurations, totals.evidence) = (row.int(6), row.int(7))
      (totals.factors, totals.links) = (row.int(8), row.int(9))
    }
    return totals
  }
}
