/// A programme theory: an if–then–because statement with its history.
public struct Theory: Entity {
  /// Where it came from.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    case stakeholder, document, literature, analyst
  }

  /// One wording of the theory.
  public struct Version: Hashable, Sendable {
    /// `initial`, `refined`, …
    public var label: String
    public var date: CalendarDate?
    public var statement: String
    /// Why it replaced the one before; empty for the first.
    public var reason: String

    public init(label: String, date: CalendarDate? = nil, statement: String, reason: String = "") {
      (self.label, self.date, self.statement, self.reason) = (label, date, statement, reason)
    }
  }

  public var id: ID<Theory>
  /// A short name, e.g. `progression`; unique in the study.
  public var key: String
  public var title: String
  public var origin: Origin
  /// Oldest first.
  public var versions: [Version]

  public init(id: ID<Theory>, key: String, title: String, origin: Origin = .analyst, versions: [Version] = [])
  {
    (self.id, self.key, self.title, self.origin, self.versions) = (id, key, title, origin, versions)
  }
}
