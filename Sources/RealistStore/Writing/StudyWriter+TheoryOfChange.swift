import RealistModel
import SQLiteKit

extension StudyWriter {
  /// Writes a factor. Its stage must be among the study's.
  public func put(_ factor: Factor) throws {
    try requireFree(factor.key, in: "factor", column: "key", for: factor.id, kind: .factor)
    guard try connection.exists("SELECT 1 FROM stage WHERE key = \(factor.stage)") else {
      let stages = try reader.header().stages.map(\.key)
      throw StoreError.unknown(
        .stage, name: factor.stage, nearest: Suggestion.nearest(to: factor.stage, in: stages))
    }
    try put(
      "factor", "id key stage text group code opposite position", factor.id, factor.key, factor.stage,
      factor.text, factor.group, factor.code, factor.opposite, try position(of: factor.id, in: "factor"))
    try delete(from: "factor_line", where: "factor", is: factor.id)
    let lines = [
      ("detail", factor.details), ("assumption", factor.assumptions), ("indicator", factor.indicators),
    ]
    for (kind, texts) in lines {
      for (position, text) in texts.enumerated() {
        try put(
          "factor_line", key: "factor kind position", "factor kind position text", factor.id, kind, position,
          text)
      }
    }
  }

  /// What deleting a factor would take along.
  public func dependents(ofFactor id: ID<Factor>) throws -> [StoreError.Dependents] {
    let links = try connection.int(#"SELECT count(*) FROM link WHERE "from" = \#(id) OR "to" = \#(id)"#) ?? 0
    let loops =
      try connection.int(#"SELECT count(DISTINCT "loop") FROM loop_factor WHERE factor = \#(id)"#) ?? 0
    return [StoreError.Dependents(count: links, kind: .link), .init(count: loops, kind: .loop)]
      .filter { $0.count > 0 }
  }

  /// Deletes a factor with the links that begin or end at it and the loops that run through it.
  public func removeFactor(_ id: ID<Factor>) throws {
    for link in try reader.links() where link.from == id || link.to == id { try removeLink(link.id) }
    for loop in try reader.loops() where loop.factors.contains(id) { try removeLoop(loop.id) }
    try statement("UPDATE factor SET opposite = NULL WHERE opposite = ?").run(id)
    try delete(from: "factor_line", where: "factor", is: id)
    try delete(from: "memo", where: "subject", is: id)
    try delete(from: "factor", where: "id", is: id)
  }

  /// Writes a link with the configurations and segments that carry it.
  public func put(_ link: CausalLink) throws {
    try put(
      "link", "id from to polarity label despite contexts position", link.id, link.from, link.to,
      link.polarity.rawValue, link.label, link.isDespite ? 1 : 0, link.contexts.joined(separator: "\n"),
      try position(of: link.id, in: "link"))
    try putList("link_configuration", "link", "configuration", link.id, link.configurations)
    try putList("link_segment", "link", "segment", link.id, link.segments)
  }

  /// Deletes a link.
  public func removeLink(_ id: ID<CausalLink>) throws {
    try delete(from: "link_configuration", where: "link", is: id)
    try delete(from: "link_segment", where: "link", is: id)
    try delete(from: "link", where: "id", is: id)
  }

  /// Writes a loop.
  public func put(_ loop: Loop) throws {
    try requireFree(loop.key, in: "loop", column: "key", for: loop.id, kind: .loop)
    try put(
      "loop", "id key title valence before position", loop.id, loop.key, loop.title, loop.valence.rawValue,
      loop.before, try position(of: loop.id, in: "loop"))
    try delete(from: "loop_factor", where: "loop", is: loop.id)
    for (position, factor) in loop.factors.enumerated() {
      try put("loop_factor", key: "loop position", "loop position factor", loop.id, position, factor)
    }
    try delete(from: "loop_break", where: "loop", is: loop.id)
    for (position, point) in loop.breaks.enumerated() {
      try put(
        "loop_break", key: "loop position", "loop position from to recommendation", loop.id, position,
        point.from,
        point.to, point.recommendation)
    }
  }

  /// Deletes a loop.
  public func removeLoop(_ id: ID<Loop>) throws {
    try delete(from: "loop_factor", where: "loop", is: id)
    try delete(from: "loop_break", where: "loop", is: id)
    try delete(from: "recommendation_loop", where: "loop", is: id)
    try statement(#"UPDATE "loop" SET before = NULL WHERE before = ?"#).run(id)
    try delete(from: "loop", where: "id", is: id)
  }

  /// Writes the evaluator's word on a ripple.
  public func put(_ ripple: ConfirmedRipple) throws {
    try put(
      "ripple", "id outcome context note position", ripple.id, ripple.outcome, ripple.context, ripple.note,
      try position(of: ripple.id, in: "ripple"))
  }

  /// Takes the evaluator's word on a ripple back.
  public func removeRipple(_ id: ID<ConfirmedRipple>) throws {
    try delete(from: "ripple", where: "id", is: id)
  }
}
