import CommandKit

/// `realist theory`.
struct TheoryGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "theory", aliases: ["theories"],
    abstract: "Programme theories: if-then-because statements with their history.",
    subcommands: [
      AddTheory.self, RefineTheory.self, SplitTheory.self, MergeTheories.self, RefuteTheory.self,
      ListTheories.self, ShowTheory.self, TabulateTheories.self, TheoryHistory.self, DrawGenesis.self,
      RespondToTheory.self, ListResponses.self, RemoveTheory.self, ImportTheories.self, ExportTheories.self,
    ])
}
