import RealistModel
import SQLiteKit

extension StudyWriter {
  /// Writes a segment as it is.
  public func put(_ segment: Segment) throws {
    try put(
      "segment", "id source revision start end check_value coder created memo", segment.id, segment.source,
      segment.revision, segment.span.start, segment.span.end, segment.check, segment.coder, segment.created,
      segment.memo)
  }

  /// Writes a coding as it is.
  public func put(_ coding: Coding) throws {
    try put(
      "coding", "id segment code coder created memo", coding.id, coding.segment, coding.code, coding.coder,
      coding.created, coding.memo)
  }

  /// The segment of a span, made when there is none. The span must lie within the text.
  @discardableResult
  public func segment(
    at span: TextSpan, of source: Source, text: SourceText
  ) throws -> (segment: Segment, isNew: Bool) {
    if let known = try reader.segment(at: span, of: source.id, revision: source.revision) {
      return (known, false)
    }
    do { _ = try text.checked(span) } catch { throw StoreError.span(source: source.name, error) }
    let segment = Segment(
      id: newID(), source: source.id, revision: source.revision, span: span, check: text.check(span),
      coder: coder,
      created: time)
    try put(segment)
    return (segment, true)
  }

  /// Puts a code on a segment for this change's coder. The same coding twice is one coding; a memo that is given replaces the old one.
  ///
  /// - Returns: whether the coding is new.
  @discardableResult
  public func tag(_ segment: ID<Segment>, with code: ID<Code>, memo: String = "") throws -> Bool {
    let known = try connection.queryOne(
      "SELECT id FROM coding WHERE segment = \(segment) AND code = \(code) AND coder = \(coder)"
    ) { row in row.id(0, of: Coding.self) }
    if let known {
      if !memo.isEmpty { try statement("UPDATE coding SET memo = ? WHERE id = ?").run(memo, known) }
      return false
    }
    try put(Coding(id: newID(), segment: segment, code: code, coder: coder, created: time, memo: memo))
    return true
  }

  /// Takes codings off a segment. A segment that is left without coding stays as a highlight.
  ///
  /// - Parameters:
  ///   - code: only this one; `nil` for all.
  ///   - coder: only this coder's; `nil` for everybody's.
  /// - Returns: how many codings went.
  @discardableResult
  public func untag(_ segment: ID<Segment>, code: ID<Code>? = nil, coder: String? = nil) throws -> Int {
    try connection.execute(
      """
      DELETE FROM coding
      WHERE segment = \(segment) AND (\(code) IS NULL OR code = \(code)) AND (\(coder) IS NULL OR coder = \(coder))
      """)
  }

  /// Deletes a segment with its codings, linked codings and the evidence it is.
  public func removeSegment(_ id: ID<Segment>) throws {
    try removeLinkedCodings(of: id)
    try removeTheoryPassages(of: id)
    try delete(from: "coding", where: "segment", is: id)
    try statement(
      "DELETE FROM evidence_element WHERE evidence IN (SELECT id FROM evidence WHERE segment = ?)"
    )
    .run(id)
    try delete(from: "evidence", where: "segment", is: id)
    try delete(from: "link_segment", where: "segment", is: id)
    try delete(from: "memo", where: "subject", is: id)
    try delete(from: "segment", where: "id", is: id)
  }

  /// How much evidence, and how many links, linked codings, theories and responses, refer to a segment.
  public func dependents(ofSegment id: ID<Segment>) throws -> [StoreError.Dependents] {
    let evidence = try connection.int("SELECT count(*) FROM evidence WHERE segment = \(id)") ?? 0
    let links = try connection.int("SELECT count(*) FROM link_segment WHERE segment = \(id)") ?? 0
    let linked =
      try connection.int(
        """
        SELECT count(*)
        FROM linked_coding
        WHERE segment = \(id)
          OR id IN (SELECT linked_part.linked_coding FROM linked_part WHERE linked_part.segment = \(id))
        """) ?? 0
    let theories =
      try connection.int("SELECT count(DISTINCT theory) FROM theory_passage WHERE segment = \(id)") ?? 0
    let responses = try connection.int("SELECT count(*) FROM theory_response WHERE segment = \(id)") ?? 0
    return [
      StoreError.Dependents(count: evidence, kind: .evidence), .init(count: links, kind: .link),
      .init(count: linked, kind: .linkedCoding), .init(count: theories, kind: .theory),
      .init(count: responses, kind: .response),
    ].filter { $0.count > 0 }
  }

  /// Moves a segment to another span of its text. Where a segment lies there already, the two become one.
  public func resize(_ segment: Segment, to span: TextSpan, text: SourceText) throws {
    let there = try reader.segment(at: span, of: segment.source, revision: segment.revision)
    if let there, there.id != segment.id { return try mergeSegment(segment.id, into: there.id) }
    var segment = segment
    (segment.span, segment.check) = (span, text.check(span))
    try put(segment)
  }

  /// Gives a segment's codings, evidence, links and memos to another one and deletes it; what both have stays once.
  func mergeSegment(_ id: ID<Segment>, into target: ID<Segment>) throws {
    try statement(
      """
      DELETE FROM coding
      WHERE segment = ?1 AND EXISTS (
        SELECT 1 FROM coding AS other
        WHERE other.segment = ?2 AND other.code = coding.code AND other.coder = coding.coder)
      """
    ).run(id, target)
    try statement("UPDATE coding SET segment = ?2 WHERE segment = ?1").run(id, target)
    try statement("UPDATE evidence SET segment = ?2 WHERE segment = ?1").run(id, target)
    for table in ["linked_coding", "linked_part", "theory_passage", "theory_response"] {
      try statement("UPDATE \(table) SET segment = ?2 WHERE segment = ?1").run(id, target)
    }
    try statement("UPDATE OR IGNORE link_segment SET segment = ?2 WHERE segment = ?1").run(id, target)
    try statement("UPDATE memo SET subject = ?2 WHERE subject = ?1").run(id, target)
    try statement(
      """
      UPDATE segment
      SET memo = memo || CASE WHEN memo = '' THEN '' ELSE char(10) END || (SELECT memo FROM segment WHERE id = ?1)
      WHERE id = ?2 AND (SELECT memo FROM segment WHERE id = ?1) <> ''
      """
    ).run(id, target)
    try removeSegment(id)
  }
}
