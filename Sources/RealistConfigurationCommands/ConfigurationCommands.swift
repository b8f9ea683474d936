import CommandKit

extension CommandSection {
  /// Configurations, their evidence, programme theories.
  package static let configurations = CommandSection(
    "Configurations",
    [
      ConfigurationGroup.self,
      EvidenceGroup.self,
      TheoryGroup.self,
    ])
}
