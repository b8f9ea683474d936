import RealistModel
import SQLiteKit

extension StudyWriter {
  /// Makes the theory of change exactly this, in this order. What keeps its id keeps what refers to it; memos go with factors that go,
  /// mentions in recommendations with loops that go.
  public func replaceTheoryOfChange(
    factors: [Factor], links: [CausalLink], loops: [Loop], ripples: [ConfirmedRipple] = []
  ) throws {
    let (keptLoops, keptFactors) = (Set(loops.map(\.id)), Set(factors.map(\.id)))
    for loop in try reader.loops() where !keptLoops.contains(loop.id) { try removeLoop(loop.id) }
    for link in try reader.links() { try removeLink(link.id) }
    for loop in try reader.loops() { try clear(loop.id) }
    for factor in try reader.factors() where !keptFactors.contains(factor.id) {
      try statement("UPDATE factor SET opposite = NULL WHERE opposite = ?").run(factor.id)
      try delete(from: "factor_line", where: "factor", is: factor.id)
      try delete(from: "memo", where: "subject", is: factor.id)
      try delete(from: "factor", where: "id", is: factor.id)
    }
    for factor in factors { try put(factor) }
    for link in links { try put(link) }
    for loop in loops { try put(loop) }
    let keptRipples = Set(ripples.map(\.id))
    for ripple in try reader.confirmedRipples() where !keptRipples.contains(ripple.id) {
      try removeRipple(ripple.id)
    }
    for ripple in ripples { try put(ripple) }
    try order("ripple", ripples.map(\.id))
    try order("factor", factors.map(\.id))
    try order("link", links.map(\.id))
    try order("loop", loops.map(\.id))
  }

  /// Takes the factors out of a loop, so that they can go.
  private func clear(_ loop: ID<Loop>) throws {
    try delete(from: "loop_factor", where: "loop", is: loop)
    try delete(from: "loop_break", where: "loop", is: loop)
  }

  /// Makes these the only recommendations, in this order. What keeps its id keeps its place in loops.
  public func replaceRecommendations(_ recommendations: [Recommendation]) throws {
    let kept = Set(recommendations.map(\.id))
    for old in try reader.recommendations() where !kept.contains(old.id) {
      try removeRecommendation(old.id)
    }
    for one in recommendations { try put(one) }
    try order("recommendation", recommendations.map(\.id))
  }

  /// Puts the theories into an order; those that are not named follow in the order they had.
  public func orderTheories(_ ids: [ID<Theory>]) throws {
    try order("theory", ids + (try reader.theories().map(\.id).filter { !ids.contains($0) }))
  }
}
