import RealistModel

/// A configuration that is to be made from a statement with tags.
public struct ConfigurationDraft: Hashable, Sendable {
  /// Prose whose clauses end in `(C)`, `(M+: path)`, `(O: path; level: service)`.
  public var statement: String
  public var title: String
  /// `nil` to make one of the title.
  public var key: String?
  /// The key of its programme theory.
  public var theory: String?
  public var status: Configuration.Status
  public var group: String
  /// Whether codes that tags name and the study lacks are made.
  public var createsCodes: Bool

  public init(
    statement: String, title: String = "", key: String? = nil, theory: String? = nil,
    status: Configuration.Status = .proposed, group: String = "", createsCodes: Bool = false
  ) {
    (self.statement, self.title, self.key, self.theory) = (statement, title, key, theory)
    (self.status, self.group, self.createsCodes) = (status, group, createsCodes)
  }
}
