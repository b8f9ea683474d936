import RealistModel
import SQLiteKit

extension StudyReader {
  /// All linked codings, by the place of their passages; those of one passage in the order they were made.
  public func linkedCodings() throws -> [LinkedCoding] {
    var parts: [ID<LinkedCoding>: [LinkedCoding.Part]] = [:]
    try connection.query(
      """
      SELECT linked_coding, letter, code, segment
      FROM linked_part
      ORDER BY linked_coding, position
      """
    ) { row in
      parts[row.id(0), default: []].append(
        LinkedCoding.Part(letter: row.text(1), code: row.id(2), segment: row.optionalID(3)))
    }
    return try connection.queryAll(
      """
      SELECT linked_coding.id, key, segment, linked_coding.coder, linked_coding.created, linked_coding.memo
      FROM linked_coding
      JOIN segment ON segment.id = linked_coding.segment
      JOIN source ON source.id = segment.source
      ORDER BY source.position, source.name, segment.revision, segment.start, segment."end",
        linked_coding.position, linked_coding.id
      """
    ) { row in
      let id: ID<LinkedCoding> = row.id(0)
      return LinkedCoding(
        id: id, key: row.text(1), segment: row.id(2), parts: parts[id] ?? [], coder: row.text(3),
        created: row.time(4), memo: row.text(5))
    }
  }

  /// A linked coding by key.
  public func linkedCoding(_ key: String) throws -> LinkedCoding {
    let all = try linkedCodings()
    let folded = key.uppercased()
    if let found = all.first(where: { $0.key.isIdentical(to: key) })
      ?? all.first(where: { $0.key.uppercased() == folded })
    {
      return found
    }
    throw StoreError.unknown(
      .linkedCoding, name: key, nearest: Suggestion.nearest(to: key, in: all.map(\.key)))
  }

  /// A study with its linked codings and the segments they refer to, and what they are grouped by: codes, sources, participants.
  public func linkedStudy() throws -> Study {
    var study = try study([.participants, .sources, .codes, .linkedCodings])
    study.segments = try segments(study.linkedCodings.flatMap(\.segments)).values.sorted { $0.id < $1.id }
    return study
  }
}
