import CommandKit
import RealistModel
import RealistTranscripts

/// `realist source`.
struct SourceGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "source", aliases: ["sources"], abstract: "The material: interviews, focus groups, documents.",
    subcommands: [
      ImportSources.self, ListSources.self, ShowSource.self, EditSource.self, RenameSource.self,
      LinkSpeaker.self, ReviseSource.self, RemoveSource.self,
    ])
}

extension TranscriptFormat: ArgumentValue {}
