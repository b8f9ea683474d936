import CommandKit
import RealistArchive
import RealistConsole
import RealistModel
import RealistStore

/// `realist export archive`.
struct ExportArchive: Command {
  static let configuration = CommandConfiguration(
    name: "archive", abstract: "Write the study as a package for a data archive.",
    discussion: """
      The package holds the study folder (data/), a data list with one row a source, an account of every file and column (README.md), SHA-256 \
      checksums in the form of a BagIt bag, and descriptions for machines: RO-Crate, CSV on the Web, DDI-Codebook. Equal studies give equal \
      bytes. What somebody said who has since withdrawn is in it as it is in the study folder; what to look at before it is handed on is printed.

      --check compares a package that is there with its checksums and writes nothing; it ends with status 1 when anything differs.
      """,
    examples: [
      Example(
        "realist export archive deposit --creator \"Okafor, Iris\" --licence \"CC BY 4.0\" --access \"on request\""
      ),
      Example("realist export archive deposit --check", "is every file what it was?"),
    ])

  @Argument(help: "The folder to write.", valueName: "FOLDER", completion: .files) var folder: String
  @Option(help: "Who made the study; may be repeated.", valueName: "NAME") var creator: [String] = []
  @Option(help: "The terms of use, in words or as an address.", valueName: "WORDS") var licence: String?
  @Option(help: "Who may see it and how to ask.", valueName: "WORDS") var access: String?
  @Option(
    help: "The day of the deposit; else the last day on which something in it was written.", valueName: "DATE"
  )
  var date: CalendarDate?
  @Flag(help: "Compare a package with its checksums, and write nothing.") var check: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    if check { return try compare(context) }
    let contents = try study.open(context).read { try $0.contents() }
    let details = DepositDetails(
      creators: creator, licence: licence ?? "", access: access ?? "", date: date)
    let package = try ArchivePackage(contents, details: details)
    let files = package.files
    let path = context.path(folder)
    let there = FileAccess.exists(path) ? try FileAccess.files(below: path) : []
    guard there.isEmpty || there.contains("bagit.txt") else {
      throw Failure(
        "\(folder): the folder holds other files", hint: "choose a new folder, or one with a package in it",
        exitCode: Exit.cannotCreate)
    }
    for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
      try FileAccess.write(bytes, to: "\(path)/\(file)", named: "\(folder)/\(file)")
    }
    for file in there where files[file] == nil && file.hasPrefix("data/") {
      FileAccess.remove("\(path)/\(file)")
    }
    for caution in package.cautions { context.printError("note: \(caution)") }
    context.printError("wrote \(files.count) files to \(folder)")
  }

  private func compare(_ context: Context) throws {
    let path = context.path(folder)
    guard FileAccess.isFolder(path) else {
      throw Failure("\(folder): there is no such folder", exitCode: Exit.noInput)
    }
    var files: [String: [UInt8]] = [:]
    for file in try FileAccess.files(below: path) {
      files[file] = try FileAccess.read("\(path)/\(file)", named: "\(folder)/\(file)")
    }
    let findings = Checksums.findings(in: files)
    for finding in findings { try context.print("\(folder)/\(finding.message)") }
    guard findings.isEmpty else { throw ExitStatus(Exit.findings) }
    context.printError("\(counted(files.count, "file")): all as they were")
  }
}
