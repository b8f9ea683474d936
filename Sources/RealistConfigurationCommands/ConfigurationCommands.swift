import CommandKit

extension CommandSection {
  /// Linked codings, configurations, their evidence, programme theories.
  package static let configurations = CommandSection(
    "Configurations",
    [
      LinkedCodingGroup.self,
      ConfigurationGroup.self,
      EvidenceGroup.self,
      TheoryGroup.self,
    ])
}
