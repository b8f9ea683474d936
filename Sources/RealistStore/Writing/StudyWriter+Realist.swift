import RealistModel
import SQLiteKit

extension StudyWriter {
  /// Writes a configuration with its elements. Elements that it no longer has go, and evidence for them speaks to what is left of its
  /// elements, or to the whole configuration.
  public func put(_ configuration: Configuration) throws {
    try requireFree(
      configuration.key, in: "configuration", column: "key", for: configuration.id, kind: .configuration)
    try put(
      "configuration", "id key title theory status group statement position", configuration.id,
      configuration.key,
      configuration.title, configuration.theory, configuration.status.rawValue, configuration.group,
      configuration.statement, try position(of: configuration.id, in: "configuration"))
    let kept = Set(configuration.elements.map(\.id))
    let known = try connection.queryAll("SELECT id FROM element WHERE configuration = \(configuration.id)") {
      row in
      row.id(0, of: Element.self)
    }
    for id in known where !kept.contains(id) {
      try delete(from: "evidence_element", where: "element", is: id)
      try delete(from: "ripple", where: "outcome", is: id)
      try delete(from: "ripple", where: "context", is: id)
      try delete(from: "element", where: "id", is: id)
    }
    for (position, element) in configuration.elements.enumerated() {
      try put(
        "element", "id configuration letter text code valence level beneficiary position", element.id,
        configuration.id, element.letter, element.text, element.code, element.valence?.rawValue,
        element.level,
        element.beneficiary, position)
    }
    try put(configuration.confidence, of: configuration.id)
  }

  /// Deletes a configuration with its elements and evidence. Segments stay.
  public func removeConfiguration(_ id: ID<Configuration>) throws {
    try statement(
      "DELETE FROM evidence_element WHERE evidence IN (SELECT id FROM evidence WHERE configuration = ?)"
    )
    .run(id)
    try delete(from: "evidence", where: "configuration", is: id)
    for end in ["outcome", "context"] {
      try statement("DELETE FROM ripple WHERE \(end) IN (SELECT id FROM element WHERE configuration = ?)")
        .run(id)
    }
    try delete(from: "element", where: "configuration", is: id)
    try delete(from: "confidence_judgement", where: "configuration", is: id)
    try delete(from: "confidence", where: "configuration", is: id)
    try delete(from: "link_configuration", where: "configuration", is: id)
    try delete(from: "recommendation_configuration", where: "configuration", is: id)
    try delete(from: "memo", where: "subject", is: id)
    try delete(from: "configuration", where: "id", is: id)
  }

  /// Writes a piece of evidence.
  public func put(_ evidence: Evidence) throws {
    try put(
      "evidence", "id configuration segment bearing standing coder created note position", evidence.id,
      evidence.configuration, evidence.segment, evidence.bearing.rawValue, evidence.standing.rawValue,
      evidence.coder, evidence.created, evidence.note, try position(of: evidence.id, in: "evidence"))
    try putList("evidence_element", "evidence", "element", evidence.id, evidence.elements)
  }

  /// Deletes a piece of evidence. Its segment stays.
  public func removeEvidence(_ id: ID<Evidence>) throws {
    try delete(from: "evidence_element", where: "evidence", is: id)
    try delete(from: "evidence", where: "id", is: id)
  }

  /// Writes a memo.
  public func put(_ memo: Memo) throws {
    try put(
      "memo", "id subject_kind subject coder written body position", memo.id, memo.subject.kind,
      memo.subject.idBytes, memo.coder, memo.written, memo.body, try position(of: memo.id, in: "memo"))
  }

  /// Deletes a memo.
  public func removeMemo(_ id: ID<Memo>) throws { try delete(from: "memo", where: "id", is: id) }

  /// Writes a recommendation with what it follows from.
  public func put(_ recommendation: Recommendation) throws {
    try requireFree(
      recommendation.key, in: "recommendation", column: "key", for: recommendation.id, kind: .recommendation)
    try put(
      "recommendation", "id key actor action rationale position", recommendation.id, recommendation.key,
      recommendation.actor, recommendation.action, recommendation.rationale,
      try position(of: recommendation.id, in: "recommendation"))
    try putList(
      "recommendation_configuration", "recommendation", "configuration", recommendation.id,
      recommendation.configurations)
    try putList("recommendation_loop", "recommendation", "loop", recommendation.id, recommendation.loops)
  }
}
