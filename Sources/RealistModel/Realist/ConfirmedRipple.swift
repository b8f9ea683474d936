/// The evaluator's word that the outcome of one configuration is a context of another (Jagosh et al. 2015, doi 10.1186/s12889-015-1949-1).
public struct ConfirmedRipple: Entity {
  public var id: ID<ConfirmedRipple>
  public var outcome: ID<Element>
  public var context: ID<Element>
  /// Why; empty when there is nothing to say.
  public var note: String

  public init(id: ID<ConfirmedRipple>, outcome: ID<Element>, context: ID<Element>, note: String = "") {
    (self.id, self.outcome, self.context, self.note) = (id, outcome, context, note)
  }
}
