import CommandKit
import RealistConsole

/// `realist export`.
struct ExportGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "export", abstract: "Write the study out for others.",
    discussion: """
      Any other table goes out through the command that prints it, in the format that the end of the file's name says: realist cmo table \
      --output cmo.xlsx, realist quotes --by-code --output quotes.docx. Diagrams do, too: realist graph toc --output theory.graphml.
      """,
    subcommands: [
      ExportProject.self, ExportCodes.self, ExportFolder.self, ExportArchive.self, ExportSegments.self,
      ExportCodebook.self,
    ])
}

/// `realist export folder`.
struct ExportFolder: Command {
  static let configuration = CommandConfiguration(
    name: "folder", abstract: "Write the study as a folder of plain files, for an archive or for git.",
    discussion: """
      Equal studies give equal bytes, and realist build turns the folder into the same study again. The folder holds the newest turns of each \
      text and no journal.
      """,
    examples: [Example("realist export folder deposit")])

  @Argument(help: "The folder to write.", valueName: "FOLDER", completion: .files) var folder: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let contents = try study.open(context).read { try $0.contents() }
    let count = try FolderFiles.write(contents, to: folder, context)
    context.printError("wrote \(count) files to \(folder)")
  }
}
