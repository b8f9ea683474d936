import RealistModel

/// A rule that a study should keep, and the function that finds where it does not.
public struct StudyCheck: Sendable {
  /// A short name, e.g. `spans-in-bounds`.
  public var key: String
  /// The rule as a sentence.
  public var rule: String
  /// Everything that breaks the rule, in the study's order.
  public var findings: @Sendable (CheckMaterial) -> [Finding]

  public init(key: String, rule: String, findings: @escaping @Sendable (CheckMaterial) -> [Finding]) {
    (self.key, self.rule, self.findings) = (key, rule, findings)
  }

  /// All checks of values, those first whose findings explain the others.
  public static let all: [StudyCheck] = [
    .uniqueKeys, .references, .codeTree, .codeNames, .spansInBounds, .quoteChecks, .evidenceElements,
    .linkedCodings,
    .templateLetters, .factorStages, .theories, .loops, .configurationsQuoted, .severalSources,
    .codesConfigured,
    .disablingMechanismsUsed, .withdrawnParticipants, .savedQueries,
  ]

  /// What all checks find.
  public static func findings(in material: CheckMaterial) -> [(check: StudyCheck, finding: Finding)] {
    all.flatMap { check in check.findings(material).map { (check, $0) } }
  }
}
