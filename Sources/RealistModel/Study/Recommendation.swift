/// What should be done, by whom and why, traced to the configurations and loops it follows from.
public struct Recommendation: Entity {
  public var id: ID<Recommendation>
  /// A short name, unique in the study.
  public var key: String
  public var actor: String
  public var action: String
  public var rationale: String
  public var configurations: [ID<Configuration>]
  public var loops: [ID<Loop>]

  public init(
    id: ID<Recommendation>, key: String, actor: String, action: String, rationale: String = "",
    configurations: [ID<Configuration>] = [], loops: [ID<Loop>] = []
  ) {
    (self.id, self.key, self.actor, self.action, self.rationale) = (id, key, actor, action, rationale)
    (self.configurations, self.loops) = (configurations, loops)
  }
}
