import CommandKit
import RealistConsole
import RealistFolder
import RealistModel
import RealistNotation
import RealistReports
import RealistStore

/// `realist theory list`.
struct ListTheories: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"], abstract: "List the programme theories with their newest wording.",
    examples: [Example("realist theory list --format markdown")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let study = try study.open(context).read { try $0.study(.configurations) }
    try output.write(Table.theories(study), context)
  }
}

/// `realist theory show`.
struct ShowTheory: Command {
  static let configuration = CommandConfiguration(
    name: "show", abstract: "Print a programme theory with all its wordings and reasons.",
    examples: [Example("realist theory show progression")])

  @Argument(help: "The theory.", valueName: "KEY", completion: .dynamic("theories")) var key: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let (text, theory, all) = try study.open(context).read { reader in
      let theory = try reader.theory(key)
      let text = try reader.notatedTheories { $0.id == theory.id }
      return (text, theory, try reader.configurations())
    }
    try context.output.write(TheoryNotation.text(text).utf8)
    let own = all.enumerated().filter { $0.element.theory == theory.id }
    let names = own.map { "CMO\($0.offset + 1)" }
    try context.print("\nConfigurations: " + (names.isEmpty ? "none" : names.joined(separator: ", ")))
  }
}
