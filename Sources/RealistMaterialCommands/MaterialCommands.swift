import CommandKit

extension CommandSection {
  /// Participants, sources and searching their words.
  package static let material = CommandSection(
    "Material",
    [
      ParticipantGroup.self,
      SourceGroup.self,
      SurveyGroup.self,
      LiteratureGroup.self,
      SearchCommand.self,
    ])
}
