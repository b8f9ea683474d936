/// Something that a check has to say about a study.
public struct Finding: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The study contradicts itself.
    case error
    /// The study holds together, but a careful evaluator would look.
    case warning
  }

  public var severity: Severity
  /// Where, in the names that people use: `CMO2.M1`, `outcomes/retention`, `P02 120..188`. Never words of a transcript.
  public var place: String
  /// Lower case, without a full stop.
  public var message: String
  /// What to do; often a command. Empty when there is nothing to say.
  public var hint: String

  public init(_ severity: Severity, _ place: String, _ message: String, hint: String = "") {
    (self.severity, self.place, self.message, self.hint) = (severity, place, message, hint)
  }
}
