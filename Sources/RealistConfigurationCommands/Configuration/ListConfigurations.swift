import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist cmo list`.
struct ListConfigurations: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"],
    abstract: "List the configurations with their elements and evidence in numbers.",
    examples: [Example("realist cmo list"), Example("realist cmo list --status agreed --format csv")])

  @Option(help: "Only those of a status.") var status: Configuration.Status?
  @Option(help: "Only those of a theory.", valueName: "KEY", completion: .dynamic("theories"))
  var theory: String?
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let content = try study.open(context).read { reader in
      let wanted = try theory.map { try reader.theory($0).id }
      let study = try reader.configuredStudy()
      var content = ConfigurationTable(study, try StudyLookup(study), words: [:])
      content.records.removeAll { record in
        status.map { $0 != record.configuration.status } ?? false
          || wanted.map { $0 != record.configuration.theory } ?? false
      }
      return content
    }
    try output.write(Table.configurations(content), context)
  }
}
