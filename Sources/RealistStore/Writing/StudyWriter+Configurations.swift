import RealistModel
import SQLiteKit

extension StudyWriter {
  /// Replaces all evidence of a configuration, in the order given. Nothing is written when it is what there was.
  public func replaceEvidence(of configuration: ID<Configuration>, with evidence: [Evidence]) throws {
    let known = try reader.evidence(of: configuration)
    guard known != evidence else { return }
    for piece in known { try removeEvidence(piece.id) }
    for piece in evidence { try put(piece) }
  }

  /// Puts the configurations into an order; those that are not named follow in the order they had.
  public func orderConfigurations(_ ids: [ID<Configuration>]) throws {
    let rest = try reader.configurations().map(\.id).filter { !ids.contains($0) }
    try order("configuration", ids + rest)
  }

  /// Numbers rows of a table from 0 in the order of their ids.
  func order<Entity>(_ table: String, _ ids: [ID<Entity>]) throws {
    let move = try statement(#"UPDATE "\#(table)" SET position = ?1 WHERE id = ?2 AND position <> ?1"#)
    for (position, id) in ids.enumerated() { try move.run(position, id) }
  }

  /// What deleting a configuration would take along or cut off.
  public func dependents(ofConfiguration id: ID<Configuration>) throws -> [StoreError.Dependents] {
    let counts: [(sql: SQL, kind: StoreError.Kind)] = [
      ("SELECT count(*) FROM evidence WHERE configuration = \(id)", .evidence),
      ("SELECT count(*) FROM link_configuration WHERE configuration = \(id)", .link),
      ("SELECT count(*) FROM recommendation_configuration WHERE configuration = \(id)", .recommendation),
      ("SELECT count(*) FROM memo WHERE subject = \(id)", .memo),
    ]
    return try counts.map { StoreError.Dependents(count: try connection.int($0.sql) ?? 0, kind: $0.kind) }
      .filter { $0.count > 0 }
  }

  /// Deletes a recommendation; loops that it would break say so no longer.
  public func removeRecommendation(_ id: ID<Recommendation>) throws {
    try statement("UPDATE loop_break SET recommendation = NULL WHERE recommendation = ?").run(id)
    try delete(from: "recommendation_configuration", where: "recommendation", is: id)
    try delete(from: "recommendation_loop", where: "recommendation", is: id)
    try delete(from: "recommendation", where: "id", is: id)
  }
}
