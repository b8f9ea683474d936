import CommandKit

/// `realist matrix`.
struct MatrixGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "matrix", abstract: "Codes against people, sources, groups, or one another.",
    discussion: """
      Every number can be followed back: --explain ROW,COLUMN prints the passages behind it. A code that two coders put on the same \
      words counts once.
      """,
    subcommands: [
      CodeMatrixCommand.self, CoOccurrenceCommand.self, DiagramCommand.self, JointCommand.self,
    ])
}
