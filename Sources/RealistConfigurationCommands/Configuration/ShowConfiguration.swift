import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist cmo show`.
struct ShowConfiguration: Command {
  static let configuration = CommandConfiguration(
    name: "show", abstract: "Print a configuration: statement, elements, and each quote that speaks to them.",
    examples: [Example("realist cmo show CMO2")])

  @Argument(help: "The configuration.", valueName: "CMO", completion: .dynamic("configurations"))
  var name: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let sheet = try study.open(context).read { reader in
      let id = try reader.configuration(name).id
      var study = try reader.configuredStudy([.theoryOfChange, .notes])
      study.evidence.removeAll { $0.configuration != id }
      study.links = []
      let content = ConfigurationTable(
        study, try StudyLookup(study), words: try reader.evidenceWords(of: study))
      return content.records.first { $0.configuration.id == id }.map { record in
        ConfigurationSheet(record, numbers: content.numbers).text(
          width: context.isOutputTerminal ? context.width : nil)
      }
    }
    try context.output.write((sheet ?? "").utf8)
  }
}
