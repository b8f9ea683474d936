import CommandKit

/// `realist toc`.
struct TheoryOfChangeGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "toc", abstract: "The theory of change: factors by stage and the links between them.",
    subcommands: [ImportTheoryOfChange.self, ExportTheoryOfChange.self, ListTheoryOfChange.self])
}

/// `realist factor`.
struct FactorGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "factor", abstract: "The factors of the theory of change, one by one.",
    subcommands: [AddFactor.self, EditFactor.self, RemoveFactor.self])
}

/// `realist link`.
struct LinkGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "link", abstract: "The arrows of the theory of change, one by one.",
    subcommands: [AddLink.self, RemoveLink.self])
}
