import CommandKit
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist demo`.
struct DemoCommand: Command {
  static let configuration = CommandConfiguration(
    name: "demo", abstract: "Build a worked study and write its table, diagrams and quotes.",
    discussion: """
      Without a folder it is the invented evaluation in Projects/support-workforce. The files can be opened in a browser, a text editor or a \
      spreadsheet; the study can be explored with every other command.
      """,
    examples: [
      Example("realist demo"),
      Example("realist demo Projects/first-study --output my-demo", "another study folder"),
    ])

  @Argument(help: "A study folder.", valueName: "FOLDER", completion: .files) var folder: String?
  @Option(short: "o", help: "The folder to write to.", valueName: "DIR", completion: .files) var output =
    "realist-demo"

  func run(_ context: Context) throws {
    let source = try folder ?? workedStudy(context)
    let contents = try FolderFiles.read(source, context)
    let file = "\(output)/\(source.split(separator: "/").last.map(String.init) ?? "study").realist"
    try FileAccess.makeFolder(context.path(output), named: output)
    FileAccess.remove(context.path(file))
    let note = context.note(coder: context.coder(named: nil), "build the worked study")
    let store = try StudyStore.create(context.path(file), contents: contents, entry: note)
    let reports = try store.read { try DemoReports($0) }
    var written = [file]
    for (name, bytes) in try reports.files() {
      try FileAccess.write(bytes, to: context.path("\(output)/\(name)"), named: "\(output)/\(name)")
      written.append("\(output)/\(name)")
    }
    try show(reports, context)
    context.printError("\nWrote")
    for name in written { context.printError("  \(name)") }
    if let reason = reports.missingDrawings { context.printError("No SVG: \(reason)") }
    let realist = program(context)
    context.printError(
      """

      Try next
        open \(output)/cmo-table.html in a browser
        \(realist) serve --study \(file) --open
        \(realist) status --study \(file)
        \(realist) cmo show CMO2 --study \(file)
        \(realist) quotes --code retention --format markdown --study \(file)
        \(realist) search "waiting list*" --study \(file)
      """)
  }

  /// What to type for this program: where it is, when the shell would not find it by its name.
  private func program(_ context: Context) -> String {
    let (name, own) = ("realist", CommandLine.arguments[0])
    let folders = (context.environment["PATH"] ?? "").split(separator: ":")
    guard own.hasSuffix("/\(name)"), !folders.contains(where: { FileAccess.exists("\($0)/\(name)") }) else {
      return name
    }
    let here = context.directory + "/"
    return (own.hasPrefix(here) ? String(own.dropFirst(here.count)) : own).shellWord
  }

  /// The worked study of a checkout: here, or in a folder above.
  private func workedStudy(_ context: Context) throws -> String {
    var (here, prefix) = (context.directory[...], "")
    while true {
      if FileAccess.exists("\(here)/Projects/support-workforce/study.json") {
        return prefix + "Projects/support-workforce"
      }
      guard let slash = here.lastIndex(of: "/"), slash > here.startIndex else { break }
      (here, prefix) = (here[..<slash], prefix + "../")
    }
    throw Failure(
      "the worked study is not here",
      hint: "name a study folder: realist demo path/to/Projects/support-workforce",
      exitCode: Exit.noInput)
  }

  private func show(_ reports: DemoReports, _ context: Context) throws {
    let shown = 4
    let width = context.isOutputTerminal ? context.width : 120
    try context.output.write(reports.head(rows: shown).bytes(as: .table, width: width))
    let rest = reports.configurationCount - shown
    if rest > 0 { try context.print("… and \(rest) more configurations in \(output)/cmo-table.html") }
  }
}
