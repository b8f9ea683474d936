import RealistModel
import SQLiteKit

/// A study in numbers, counted by SQLite where the rows are.
public struct StudyCounts: Hashable, Sendable {
  /// Kinds without a source are left out.
  public var sources: [Source.Kind: Int] = [:]
  /// In the newest texts.
  public var words = 0
  public var participants = 0
  public var withdrawnParticipants = 0
  public var codes = 0
  public var segments = 0
  /// Segments without a coding.
  public var highlights = 0
  public var codings = 0
  public var linkedCodings = 0
  /// Who coded, in alphabetical order.
  public var coders: [String] = []
  /// Names of sources without any coding, in the study's order.
  public var uncodedSources: [String] = []
  public var configurations: [Configuration.Status: Int] = [:]
  /// Keys of configurations that nothing speaks to, in the study's order.
  public var configurationsWithoutEvidence: [String] = []
  public var evidence: [Evidence.Bearing: Int] = [:]
  public var theories = 0
  /// What people said when a theory was put to them.
  public var responses = 0
  public var factors = 0
  public var links = 0
  public var loops = 0
  public var memos = 0
  public var recommendations = 0
}

extension StudyReader {
  /// Counts everything; one index of codings is walked through, the rest is small or counted page by page.
  public func counts() throws -> StudyCounts {
    var counts = StudyCounts()
    try countMaterial(&counts)
    try countCodings(&counts)
    try countConfigurations(&counts)
    try connection.query(
      """
      SELECT (SELECT count(*) FROM theory), (SELECT count(*) FROM factor), (SELECT count(*) FROM link),
        (SELECT count(*) FROM "loop"), (SELECT count(*) FROM memo), (SELECT count(*) FROM recommendation),
        (SELECT count(*) FROM linked_coding), (SELECT count(*) FROM theory_response)
      """
    ) { row in
      (counts.theories, counts.factors, counts.links) = (row.int(0), row.int(1), row.int(2))
      (counts.loops, counts.memos, counts.recommendations) = (row.int(3), row.int(4), row.int(5))
      (counts.linkedCodings, counts.responses) = (row.int(6), row.int(7))
    }
    return counts
  }

  /// Who coded, in alphabetical order. Goes from coder to coder of each code, past all the codings between.
  public func coders() throws -> [String] {
    try connection.queryAll(
      """
      WITH RECURSIVE used (code, coder) AS (
        SELECT code.id, (SELECT min(coding.coder) FROM coding WHERE coding.code = code.id)
        FROM code
        UNION ALL
        SELECT used.code,
          (SELECT min(coding.coder) FROM coding WHERE coding.code = used.code AND coding.coder > used.coder)
        FROM used
        WHERE used.coder IS NOT NULL)
      SELECT DISTINCT coder FROM used WHERE coder IS NOT NULL ORDER BY coder
      """
    ) { row in row.text(0) }
  }

  private func countMaterial(_ counts: inout StudyCounts) throws {
    try connection.query("SELECT kind, count(*), sum(words) FROM source GROUP BY kind") { row in
      counts.sources[row.value(0, or: .interview), default: 0] += row.int(1)
      counts.words += row.int(2)
    }
    try connection.query(
      "SELECT count(*), count(withdrawn), (SELECT count(*) FROM code) FROM participant"
    ) { row in
      (counts.participants, counts.withdrawnParticipants, counts.codes) = (row.int(0), row.int(1), row.int(2))
    }
  }

  private func countCodings(_ counts: inout StudyCounts) throws {
    // In SQL, `count(DISTINCT segment)` beside the number of codings takes twice as long as looking at each segment here.
    var (coded, last) = (0, nil as ID<Segment>?)
    try connection.query("SELECT segment FROM coding ORDER BY segment") { row in
      let segment: ID<Segment> = row.id(0)
      counts.codings += 1
      if segment != last { (coded, last) = (coded + 1, segment) }
    }
    counts.segments = try connection.int("SELECT count(*) FROM segment") ?? 0
    counts.highlights = counts.segments - coded
    counts.coders = try coders()
    counts.uncodedSources = try connection.queryAll(
      """
      SELECT name
      FROM source
      WHERE NOT EXISTS (
        SELECT 1 FROM segment JOIN coding ON coding.segment = segment.id WHERE segment.source = source.id)
      ORDER BY position, name
      """
    ) { row in row.text(0) }
  }

  private func countConfigurations(_ counts: inout StudyCounts) throws {
    try connection.query("SELECT status, count(*) FROM configuration GROUP BY status") { row in
      counts.configurations[row.value(0, or: .proposed), default: 0] += row.int(1)
    }
    try connection.query("SELECT bearing, count(*) FROM evidence GROUP BY bearing") { row in
      counts.evidence[row.value(0, or: .supports), default: 0] += row.int(1)
    }
    counts.configurationsWithoutEvidence = try connection.queryAll(
      """
      SELECT key
      FROM configuration
      WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.configuration = configuration.id)
      ORDER BY position, key
      """
    ) { row in row.text(0) }
  }
}
