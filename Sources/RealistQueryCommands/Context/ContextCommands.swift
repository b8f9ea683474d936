import CommandKit
import RealistConsole
import RealistEditing
import RealistFolder
import RealistModel
import RealistReports
import RealistStore

/// `realist context`.
struct ContextGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "context", abstract: "Numbers from elsewhere, such as a dashboard, to stand beside the words.",
    subcommands: [ImportContext.self, ListContexts.self, ShowContext.self, RemoveContext.self])
}

/// `realist context import`.
struct ImportContext: Command {
  static let configuration = CommandConfiguration(
    name: "import", abstract: "Take in a table, or a newer version of one.",
    discussion: """
      A CSV file whose first column names groups or codes; every row has as many cells as the heading. Lines at the beginning say what the numbers \
      are: # title: …, # unit: …, # source: …, # date: … and # note: …; unit, source, date and notes may be columns instead.
      """,
    examples: [Example("realist context import vacancies.csv")])

  @Argument(help: "The file.", valueName: "FILE", completion: .files) var file: String
  @Option(help: "A short name; else that of the file.", valueName: "NAME") var key: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let bytes = try FileAccess.readText(file, context)
    let key = key ?? Self.key(of: file)
    let store = try study.open(context, .readWrite)
    let (table, isNew) = try store.change(study.note(context, "context import \(key)")) { writer in
      let old = try writer.reader.contextTables().first { $0.key.isIdentical(to: key) }
      let table: ContextTable
      do throws(FolderError) {
        table = try ContextCSV.read(bytes, file: file, key: key, id: old?.id ?? writer.newID())
      } catch { throw Problems(file, error.problems) }
      try writer.put(table)
      return (table, old == nil)
    }
    context.report(
      "\(isNew ? "added" : "replaced") the table \(key): \(counted(table.rows.count, "row")), \(counted(table.columns.count, "column"))"
    )
  }

  /// `vacancies` of `data/vacancies.csv`; what a name cannot hold becomes a hyphen.
  private static func key(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return String(stem.map { SavedQuery.isValid(name: String($0)) ? $0 : "-" })
  }
}

/// `realist context list`.
struct ListContexts: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"], abstract: "List the tables.", examples: [Example("realist context list")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let tables = try study.open(context).read { try $0.contextTables() }
    let table = Table.contextTables(tables)
    try output.write(output.format == .table ? table.withoutEmptyColumns() : table, context)
  }
}

/// `realist context show`.
struct ShowContext: Command {
  static let configuration = CommandConfiguration(
    name: "show", abstract: "Print a table.", examples: [Example("realist context show vacancies")])

  @Argument(help: "The table.", valueName: "KEY", completion: .dynamic("context-tables")) var key: String
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    try output.write(.context(try study.open(context).read { try $0.contextTable(key) }), context)
  }
}

/// `realist context remove`.
struct RemoveContext: Command {
  static let configuration = CommandConfiguration(
    name: "remove", aliases: ["rm"], abstract: "Remove a table.",
    examples: [Example("realist context remove vacancies")])

  @Argument(help: "The table.", valueName: "KEY", completion: .dynamic("context-tables")) var key: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    try store.change(study.note(context, "context remove \(key)")) { writer in
      try writer.removeContextTable(try writer.reader.contextTable(key).id)
    }
    context.report("removed the table \(key)")
  }
}
