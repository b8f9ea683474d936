import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist code list`.
struct ListCodes: Command {
  static let configuration = CommandConfiguration(
    name: "list", abstract: "Print the codebook with numbering and counts.",
    discussion: """
      Counts are of codings, sources and participants, for the code alone and together with the codes below it. A source that bears two of \
      them is one source.
      """,
    examples: [
      Example("realist code list --tree"),
      Example("realist code list outcomes --format csv", "one branch"),
      Example("realist code list --definitions --format markdown", "the appendix of a report"),
    ])

  @Argument(help: "Only this code and those below it.", valueName: "PATH", completion: .dynamic("codes"))
  var code: String?
  @Flag(short: "t", help: "Indent names by level instead of printing paths.") var tree: Bool
  @Flag(help: "Print definitions and rules of use instead of counts.") var definitions: Bool
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let table = try study.open(context).read { reader in
      definitions
        ? try only(reader.codeTree()) { Table.codebookDefinitions($0) }
        : try counted(reader)
    }
    if table.rows.isEmpty { context.printError("there is no code yet; add one: realist code add PATH") }
    try output.write(table, named: "Codebook", context)
  }

  private func counted(_ reader: StudyReader) throws -> Table {
    let (tree, counts) = try reader.codeCounts()
    return try only(tree) { _ in
      Table.codebook(counts, asTree: self.tree && output.format.isForPeople)
    }
  }

  /// The rows of the branch that was asked for, of a table with a row for each code.
  private func only(_ tree: CodeTree, _ table: (CodeTree) -> Table) throws -> Table {
    var result = table(tree)
    if let code { result.rows = Array(result.rows[try tree.code(named: code).subtree]) }
    return result
  }
}

extension StudyReader {
  /// The codes and how often each was used.
  func codeCounts() throws -> (CodeTree, CodeCounts) {
    var counter = CodeCounter(try codeTree())
    try forEachCodedSegment { counter.add($0) }
    return (counter.codes, counter.counts)
  }
}
