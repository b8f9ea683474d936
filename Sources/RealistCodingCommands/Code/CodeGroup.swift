import CommandKit

/// `realist code`.
struct CodeGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "code", aliases: ["codes", "codebook"], abstract: "The codebook: themes in a hierarchy.",
    discussion: """
      A code is named by its path, such as outcomes/service/retention, or by the end of it when no other code ends so: retention.
      """,
    subcommands: [
      AddCode.self, EditCode.self, ListCodes.self, ShowCode.self, RenameCode.self, MoveCode.self,
      MergeCode.self, DeleteCode.self, ImportCodes.self, ExportCodes.self,
    ])
}
