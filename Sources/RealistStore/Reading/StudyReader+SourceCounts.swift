import RealistModel
import SQLiteKit

extension StudyReader {
  /// What there is in each source, counted without reading a text. A source without anything is not in it.
  public func sourceCounts() throws -> [ID<Source>: SourceCounts] {
    var counts: [ID<Source>: SourceCounts] = [:]
    try connection.query(
      """
      SELECT source.id, count(*)
      FROM source CROSS JOIN turn ON turn.source = source.id AND turn.revision = source.revision
      GROUP BY source.id
      """
    ) { row in counts[row.id(0), default: SourceCounts()].turns = row.int(1) }
    var revisions: [ID<Source>: Int] = [:]
    try connection.query("SELECT id, revision FROM source") { row in revisions[row.id(0)] = row.int(1) }
    try forEachSegment { place, _, codes in
      let isNewest = place.number == revisions[place.source]
      counts[place.source, default: SourceCounts()].add(isNewest: isNewest, codings: codes.count)
    }
    return counts
  }

  /// What would go with a source: segments, codings, evidence and memos; only kinds that there are.
  public func dependents(ofSource id: ID<Source>) throws -> [StoreError.Dependents] {
    let kinds: [(StoreError.Kind, SQL)] = [
      (.segment, "SELECT count(*) FROM segment WHERE source = \(id)"),
      (.coding, "SELECT count(*) FROM coding WHERE segment IN (SELECT id FROM segment WHERE source = \(id))"),
      (
        .evidence,
        "SELECT count(*) FROM evidence WHERE segment IN (SELECT id FROM segment WHERE source = \(id))"
      ),
      (.memo, "SELECT count(*) FROM memo WHERE subject = \(id)"),
      (.summary, "SELECT count(*) FROM framework WHERE source = \(id)"),
    ]
    return try kinds.map { StoreError.Dependents(count: try connection.int($0.1) ?? 0, kind: $0.0) }
      .filter { $0.count > 0 }
  }

  /// The sources that a participant took part in or speaks in, and the memos about the person; only kinds that there are.
  public func dependents(ofParticipant id: ID<Participant>) throws -> [StoreError.Dependents] {
    let sources = try connection.int(
      """
      SELECT count(*)
      FROM (
        SELECT source FROM source_participant WHERE participant = \(id)
        UNION
        SELECT source FROM turn WHERE participant = \(id))
      """)
    let memos = try connection.int("SELECT count(*) FROM memo WHERE subject = \(id)")
    return [
      StoreError.Dependents(count: sources ?? 0, kind: .source),
      StoreError.Dependents(count: memos ?? 0, kind: .memo),
      StoreError.Dependents(
        count: try connection.int("SELECT count(*) FROM framework WHERE participant = \(id)") ?? 0,
        kind: .summary),
    ].filter { $0.count > 0 }
  }
}

extension SourceCounts {
  fileprivate mutating func add(isNewest: Bool, codings count: Int) {
    if isNewest { segments += 1 } else { leftBehind += 1 }
    if count == 0 { highlights += 1 }
    codings += count
  }
}
