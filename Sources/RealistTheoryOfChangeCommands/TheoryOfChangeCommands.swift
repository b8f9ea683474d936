import CommandKit

extension CommandSection {
  /// Stages, factors and links, their graphs, and the recommendations drawn from them.
  package static let theoryOfChange = CommandSection(
    "Theory of change",
    [
      TheoryOfChangeGroup.self,
      StageGroup.self,
      FactorGroup.self,
      LinkGroup.self,
      LoopGroup.self,
      MapGroup.self,
      RippleGroup.self,
      GraphGroup.self,
      RecommendationGroup.self,
    ])
}
