import RealistModel
import SQLiteKit

/// How far a source has been worked through.
public struct SourceProgress: Hashable, Sendable {
  /// Passages of the newest revision that are marked.
  public var segments = 0
  /// Codings of any revision.
  public var codings = 0
  /// Unicode scalars of the newest revision that lie in at least one coded passage.
  public var coded = 0
  /// When something was marked or coded last; `nil` when nothing is.
  public var touched: Timestamp?
  /// Codings of any revision by code.
  public var codes: [ID<Code>: Int] = [:]

  public init() {}
}

extension StudyReader {
  /// How far sources have been worked through, by source; one statement and no text a source.
  public func progress(of sources: some Sequence<Source>) throws -> [ID<Source>: SourceProgress] {
    let select = try connection.prepare(
      """
      SELECT segment.id, segment.revision, segment.start, segment."end", segment.created, coding.code,
        coding.created
      FROM segment LEFT JOIN coding ON coding.segment = segment.id
      WHERE segment.source = ?
      ORDER BY segment.revision, segment.start
      """)
    var progress: [ID<Source>: SourceProgress] = [:]
    for source in sources {
      var tally = ProgressTally(revision: source.revision)
      try select.query(source.id) { row in tally.add(row) }
      progress[source.id] = tally.progress
    }
    return progress
  }
}

/// One source's numbers while its segments come in by place.
private struct ProgressTally {
  let revision: Int
  private(set) var progress = SourceProgress()
  private var last: ID<Segment>?
  /// Where the coded passages so far end.
  private var end = 0

  init(revision: Int) { self.revision = revision }

  mutating func add(_ row: borrowing Row) {
    let (id, isNewest): (ID<Segment>, Bool) = (row.id(0), row.int(1) == revision)
    if id != last {
      last = id
      if isNewest { progress.segments += 1 }
      touch(row.time(4))
    }
    guard !row.isNull(5) else { return }
    progress.codings += 1
    progress.codes[row.id(5), default: 0] += 1
    touch(row.time(6))
    guard isNewest, row.int(3) > end else { return }
    progress.coded += row.int(3) - max(end, row.int(2))
    end = row.int(3)
  }

  private mutating func touch(_ time: Timestamp) {
    progress.touched = max(progress.touched ?? time, time)
  }
}
