import CommandKit

/// `realist evidence`.
struct EvidenceGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "evidence",
    abstract: "Passages that support, refute or refine a configuration or a part of it.",
    discussion: """
      A passage speaks to an element, CMO2.M1, to two or three that belong together, CMO2.C1+M1, or to a whole configuration, CMO2.
      """,
    subcommands: [AddEvidence.self, ListEvidence.self, BalanceEvidence.self, RemoveEvidence.self])
}
