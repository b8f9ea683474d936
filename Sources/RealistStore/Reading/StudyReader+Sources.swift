import RealistModel
import SQLiteKit

extension StudyReader {
  /// All participants, in the order they were added.
  public func participants() throws -> [Participant] {
    var values = try attributeValues(
      """
      SELECT participant, attribute, value, kind
      FROM participant_value JOIN participant_attribute ON name = attribute
      """, of: Participant.self)
    return try connection.queryAll(
      "SELECT id, key, name, consent, withdrawn FROM participant ORDER BY position, key"
    ) { row in
      let id: ID<Participant> = row.id(0)
      return Participant(
        id: id, key: row.text(1), name: row.text(2), attributes: values.removeValue(forKey: id) ?? [:],
        consent: row.lines(3), withdrawn: row.optionalDate(4))
    }
  }

  /// The pseudonym of every participant.
  public func participantKeys() throws -> [ID<Participant>: String] {
    var keys: [ID<Participant>: String] = [:]
    try connection.query("SELECT id, key FROM participant") { row in keys[row.id(0)] = row.text(1) }
    return keys
  }

  /// All sources, in the order of import.
  public func sources() throws -> [Source] { try sources(only: nil) }

  /// The source of an id.
  public func source(_ id: ID<Source>) throws -> Source? { try sources(only: id).first }

  private func sources(only id: ID<Source>?) throws -> [Source] {
    let isWanted: (SQL) -> SQL = { column in id.map { "\(sql: column) = \($0)" } ?? "TRUE" }
    var values = try attributeValues(
      """
      SELECT source, attribute, value, kind
      FROM source_value JOIN source_attribute ON name = attribute
      WHERE \(sql: isWanted("source"))
      """, of: Source.self)
    var participants: [ID<Source>: [ID<Participant>]] = [:]
    try connection.query(
      """
      SELECT source, participant
      FROM source_participant
      WHERE \(sql: isWanted("source"))
      ORDER BY source, position
      """
    ) { row in
      participants[row.id(0), default: []].append(row.id(1))
    }
    return try connection.queryAll(
      """
      SELECT id, name, title, kind, mode, date, minutes, revision, length, words
      FROM source
      WHERE \(sql: isWanted("id"))
      ORDER BY position, name
      """
    ) { row in
      let id: ID<Source> = row.id(0)
      return Source(
        id: id, name: row.text(1), title: row.text(2), kind: row.value(3, or: .interview), mode: row.text(4),
        date: row.optionalDate(5), minutes: row.optionalDouble(6), participants: participants[id] ?? [],
        attributes: values.removeValue(forKey: id) ?? [:], revision: row.int(7), length: row.int(8),
        words: row.int(9))
    }
  }

  private func attributeValues<Owner>(
    _ sql: SQL, of owner: Owner.Type
  ) throws -> [ID<Owner>: [String: AttributeValue]] {
    var values: [ID<Owner>: [String: AttributeValue]] = [:]
    try connection.query(sql) { row in
      values[row.id(0), default: [:]][row.text(1)] = AttributeValue(
        row.value(2), kind: row.value(3, or: .text))
    }
    return values
  }

  /// The text of a revision.
  ///
  /// - Throws: ``StoreError/contentDamaged(source:)`` when the stored bytes are no text.
  public func text(of source: ID<Source>, revision: Int) throws -> SourceText {
    let found = try connection.queryOne(
      """
      SELECT content.bytes
      FROM revision JOIN content ON content.hash = revision.text
      WHERE revision.source = \(source) AND revision.number = \(revision)
      """
    ) { row in row.withBlob(0) { String(validating: $0, as: UTF8.self) } }
    guard let valid = found, let string = valid, let text = try? SourceText(string) else {
      throw StoreError.contentDamaged(source: try name(of: source))
    }
    return text
  }

  /// The turns of a revision, in order.
  public func turns(of source: ID<Source>, revision: Int) throws -> [Turn] {
    try connection.queryAll(
      """
      SELECT start, "end", speaker, participant, begins, ends, question
      FROM turn
      WHERE source = \(source) AND revision = \(revision)
      ORDER BY position
      """
    ) { row in
      Turn(
        span: try TextSpan(start: row.int(0), end: row.int(1)), speaker: row.optionalText(2),
        participant: row.optionalID(3), begins: row.optionalInt(4), ends: row.optionalInt(5),
        question: row.optionalText(6))
    }
  }

  /// Every revision of a source with text, turns and original bytes, oldest first.
  public func revisions(of source: ID<Source>) throws -> [Revision] {
    try revisions(of: source, number: nil)
  }

  /// One revision of a source with text, turns and original bytes; `nil` when there is none of that number.
  public func revision(_ number: Int, of source: ID<Source>) throws -> Revision? {
    try revisions(of: source, number: number).first
  }

  private func revisions(of source: ID<Source>, number: Int?) throws -> [Revision] {
    let rows = try connection.queryAll(
      """
      SELECT number, original.bytes, original_name, format, encoding, imported, reason, notes
      FROM revision LEFT JOIN content AS original ON original.hash = revision.original
      WHERE source = \(source) AND (\(number) IS NULL OR number = \(number))
      ORDER BY number
      """
    ) { row in
      let original = row.optionalBlob(1).map {
        OriginalFile(name: row.text(2), format: row.text(3), encoding: row.text(4), bytes: $0)
      }
      return (
        number: row.int(0), original: original, imported: row.time(5), reason: row.text(6),
        notes: row.lines(7)
      )
    }
    return try rows.map { row in
      Revision(
        source: source, number: row.number, text: try text(of: source, revision: row.number),
        turns: try turns(of: source, revision: row.number), original: row.original, imported: row.imported,
        reason: row.reason, notes: row.notes)
    }
  }

  /// Sources that were imported from exactly these bytes.
  public func sources(withOriginal bytes: [UInt8]) throws -> [String] {
    try connection.queryAll(
      """
      SELECT DISTINCT source.name
      FROM revision JOIN source ON source.id = revision.source
      WHERE revision.original = \(SHA256Digest(of: bytes))
      ORDER BY source.position
      """
    ) { row in row.text(0) }
  }

  func name(of source: ID<Source>) throws -> String {
    try connection.text("SELECT name FROM source WHERE id = \(source)") ?? "?"
  }
}
