import CommandKit

/// `realist participant`.
struct ParticipantGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "participant", aliases: ["participants"], abstract: "The people who took part, by pseudonym.",
    subcommands: [
      ImportParticipants.self, AddParticipant.self, EditParticipant.self, ListParticipants.self,
      ShowParticipant.self, RemoveParticipant.self,
    ])
}
