import CommandKit
import RealistConsole
import RealistEditing
import RealistFolder
import RealistModel
import RealistNotation
import RealistStore

/// `realist cmo export`.
struct ExportConfigurations: Command {
  static let configuration = CommandConfiguration(
    name: "export", abstract: "Write the configurations with their evidence as a file that import reads.",
    discussion: "A file in this form that is imported and exported is the same, byte for byte.",
    examples: [Example("realist cmo export configurations.md")])

  @Argument(help: "The file; without one, standard output.", valueName: "FILE", completion: .files)
  var file: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let text = try study.open(context).read { reader in
      var notation = try StudyNotation(try reader.configuredStudy(), text: reader.texts())
      return ConfigurationNotation.text(notation.configurations())
    }
    try context.write(text, to: file)
  }
}
