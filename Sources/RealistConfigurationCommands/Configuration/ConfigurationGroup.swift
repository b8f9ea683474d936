import CommandKit

/// `realist cmo`.
struct ConfigurationGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "cmo", aliases: ["configuration"],
    abstract: "Configurations: contexts, mechanisms, outcomes and the statement that joins them.",
    discussion: """
      A configuration is named by its key, or by its place, as in CMO2. Its elements are numbered within their kind: CMO2.M1 is its first \
      mechanism.
      """,
    subcommands: [
      AddConfiguration.self, EditConfiguration.self, ListConfigurations.self, ShowConfiguration.self,
      RemoveConfiguration.self, TabulateConfigurations.self, ImportConfigurations.self,
      ExportConfigurations.self,
    ])
}
