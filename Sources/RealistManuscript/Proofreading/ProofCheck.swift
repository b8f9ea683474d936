import RealistAnalysis
import RealistModel

/// A rule that a report should keep, and the function that finds where it does not.
///
/// The rules are those that four published realist studies broke: attributions cut off, a pull quote unlike the quote in the text, six
/// trainees in one sentence and five in another, seven requirements and six answers, totals that do not add up.
public struct ProofCheck: Sendable {
  /// A short name, e.g. `attributions`.
  public var key: String
  /// The rule as a sentence.
  public var rule: String
  /// Everything that breaks the rule, in the order of the report; the place of a finding is a line.
  public var findings: @Sendable (Manuscript, Study) -> [Finding]

  public init(
    key: String, rule: String, findings: @escaping @Sendable (Manuscript, Study) -> [Finding]
  ) {
    (self.key, self.rule, self.findings) = (key, rule, findings)
  }

  /// All checks that need no transcript; the quotations themselves are ``QuotationSearch``.
  public static let all: [ProofCheck] = [
    .attributions, .pullQuotes, .crossReferences, .announcedCounts, .repeatedNumbers, .tableSums,
  ]
}

extension Finding {
  /// A finding at a line of a report.
  static func at(_ line: Int, _ severity: Severity, _ message: String, hint: String = "") -> Finding {
    Finding(severity, "line \(line)", message, hint: hint)
  }

  /// A warning at a line of a report.
  static func at(_ line: Int, _ message: String, hint: String = "") -> Finding {
    at(line, .warning, message, hint: hint)
  }
}
