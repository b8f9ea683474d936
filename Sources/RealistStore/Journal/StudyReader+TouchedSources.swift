import RealistModel
import SQLiteKit

extension StudyReader {
  /// The sources whose texts, passages or codings an entry changed, so that only those need be counted anew after it was undone or redone;
  /// `nil` when that cannot be told, or when to look it up would take longer than to count everything.
  public func sourcesTouched(byEntry number: Int) throws -> Set<ID<Source>>? {
    guard let bytes = try connection.blob("SELECT changeset FROM entry WHERE number = \(number)") else {
      return nil
    }
    var rows = TouchedRows()
    try Changeset(bytes: bytes).forEach { rows.add($0) }
    let segments = rows.segments.subtracting(rows.placed)
    guard segments.count + rows.codings.count <= Self.mostLookups else { return nil }
    let bySegment = try connection.prepare("SELECT source FROM segment WHERE id = ?")
    let byCoding = try connection.prepare(
      """
      SELECT segment.source
      FROM coding JOIN segment ON segment.id = coding.segment
      WHERE coding.id = ?
      """)
    for segment in segments {
      guard let source: ID<Source> = try bySegment.queryOne(segment, body: { $0.id(0) }) else { return nil }
      rows.sources.insert(source)
    }
    for coding in rows.codings {
      guard let source: ID<Source> = try byCoding.queryOne(coding, body: { $0.id(0) }) else { return nil }
      rows.sources.insert(source)
    }
    return rows.sources
  }

  private static let mostLookups = 2_000
}

/// What the rows of a changeset belong to.
private struct TouchedRows {
  var sources: Set<ID<Source>> = []
  /// Segments of which rows speak, and those of them whose source the rows tell.
  var segments: Set<ID<Segment>> = []
  var placed: Set<ID<Segment>> = []
  /// Codings of which the rows do not tell the segment: an update leaves out what stayed.
  var codings: Set<ID<Coding>> = []

  mutating func add(_ change: Change) {
    switch change.table {
    case "source", "revision", "turn": sources.formUnion(change.ids(column: 0))
    case "segment":
      let (ids, places): ([ID<Segment>], [ID<Source>]) = (change.ids(column: 0), change.ids(column: 1))
      segments.formUnion(ids)
      sources.formUnion(places)
      if !places.isEmpty { placed.formUnion(ids) }
    case "coding":
      let own: [ID<Segment>] = change.ids(column: 1)
      segments.formUnion(own)
      if own.isEmpty { codings.formUnion(change.ids(column: 0)) }
    default: break
    }
  }
}

extension Change {
  /// The ids in a column before and after.
  fileprivate func ids<Entity>(column: Int) -> [ID<Entity>] {
    [old, new].compactMap { values in
      guard values.indices.contains(column), case .blob(let bytes)? = values[column] else { return nil }
      return ID(bytes: bytes)
    }
  }
}
