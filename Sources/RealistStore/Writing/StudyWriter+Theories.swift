import RealistModel
import SQLiteKit

extension StudyWriter {
  /// Writes a programme theory with its versions. The theories that it went over into must be there by the end of the change.
  public func put(_ theory: Theory) throws {
    try requireFree(theory.key, in: "theory", column: "key", for: theory.id, kind: .theory)
    try put(
      "theory", "id key title origin position", theory.id, theory.key, theory.title, theory.origin.rawValue,
      try position(of: theory.id, in: "theory"))
    try clearVersions(of: theory.id)
    for (index, version) in theory.versions.enumerated() {
      try put(
        "theory_version", key: "theory number", "theory number label date statement reason step", theory.id,
        index + 1, version.label, version.date, version.statement, version.reason, version.step.rawValue)
      for (position, successor) in version.into.enumerated() {
        try put(
          "theory_successor", key: "theory number position", "theory number position successor", theory.id,
          index + 1, position, successor)
      }
      for (position, passage) in version.passages.enumerated() {
        try put(
          "theory_passage", key: "theory number position",
          "theory number position segment bearing note", theory.id, index + 1, position, passage.segment,
          passage.bearing.rawValue, passage.note)
      }
    }
  }

  /// Deletes a programme theory; configurations stay, without one, and theories that went over into it say so no longer.
  public func removeTheory(_ id: ID<Theory>) throws {
    try statement("UPDATE configuration SET theory = NULL WHERE theory = ?").run(id)
    try clearVersions(of: id)
    try delete(from: "theory_successor", where: "successor", is: id)
    try delete(from: "theory_response", where: "theory", is: id)
    try delete(from: "memo", where: "subject", is: id)
    try delete(from: "theory", where: "id", is: id)
  }

  private func clearVersions(of theory: ID<Theory>) throws {
    for table in ["theory_successor", "theory_passage", "theory_version"] {
      try delete(from: table, where: "theory", is: theory)
    }
  }

  /// Writes a response.
  public func put(_ response: TheoryResponse) throws {
    try put(
      "theory_response", "id theory version segment kind coder created note position", response.id,
      response.theory, response.version, response.segment, response.kind.rawValue, response.coder,
      response.created, response.note, try position(of: response.id, in: "theory_response"))
  }

  /// Deletes a response. Its segment stays.
  public func removeResponse(_ id: ID<TheoryResponse>) throws {
    try delete(from: "theory_response", where: "id", is: id)
  }

  /// Replaces all responses to a theory, in the order given. Nothing is written when it is what there was.
  public func replaceResponses(to theory: ID<Theory>, with responses: [TheoryResponse]) throws {
    let known = try reader.responses().filter { $0.theory == theory }
    guard known != responses else { return }
    for response in known { try removeResponse(response.id) }
    for response in responses { try put(response) }
  }

  /// What deleting a theory would take along or cut off.
  public func dependents(ofTheory id: ID<Theory>) throws -> [StoreError.Dependents] {
    let counts: [(sql: SQL, kind: StoreError.Kind)] = [
      ("SELECT count(*) FROM configuration WHERE theory = \(id)", .configuration),
      ("SELECT count(*) FROM theory_response WHERE theory = \(id)", .response),
      ("SELECT count(DISTINCT theory) FROM theory_successor WHERE successor = \(id)", .theory),
    ]
    return try counts.map { StoreError.Dependents(count: try connection.int($0.sql) ?? 0, kind: $0.kind) }
      .filter { $0.count > 0 }
  }

  /// Writes what was judged of the confidence in a configuration; nothing judged is no row.
  func put(_ confidence: Confidence, of configuration: ID<Configuration>) throws {
    try delete(from: "confidence_judgement", where: "configuration", is: configuration)
    guard !confidence.isEmpty else {
      try delete(from: "confidence", where: "configuration", is: configuration)
      return
    }
    try put(
      "confidence", key: "configuration", "configuration level note", configuration,
      confidence.level?.rawValue, confidence.note)
    for (component, judgement) in confidence.ordered {
      try put(
        "confidence_judgement", key: "configuration component", "configuration component concern note",
        configuration, component.rawValue, judgement.concern.rawValue, judgement.note)
    }
  }

  /// Takes a segment that goes out of the histories of theories and out of the responses.
  func removeTheoryPassages(of segment: ID<Segment>) throws {
    try delete(from: "theory_passage", where: "segment", is: segment)
    try delete(from: "theory_response", where: "segment", is: segment)
  }
}
