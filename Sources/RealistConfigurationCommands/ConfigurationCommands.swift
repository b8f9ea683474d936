import CommandKit

extension CommandSection {
  /// Templates, linked codings, configurations, their evidence and the confidence in them, programme theories.
  package static let configurations = CommandSection(
    "Configurations",
    [
      TemplateGroup.self,
      LinkedCodingGroup.self,
      ConfigurationGroup.self,
      EvidenceGroup.self,
      ConfidenceGroup.self,
      TheoryGroup.self,
      RegularitiesCommand.self,
    ])
}
