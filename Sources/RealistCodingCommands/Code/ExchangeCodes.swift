import CommandKit
import RealistConsole
import RealistFolder
import RealistModel
import RealistStore

/// `realist code import`.
struct ImportCodes: Command {
  static let configuration = CommandConfiguration(
    name: "import", abstract: "Read a codebook from a CSV file.",
    discussion: """
      The first row names the columns. A code is a path in the column path, or a name in the column code, name, tag or theme with, perhaps, \
      what it stands below in the column parent or category. Columns that are read besides: definition (or description, memo), use, not, \
      colour, key. Codes that are not there are added with the codes above them; for those that are there, filled cells replace what the \
      study has.
      """,
    examples: [
      Example("realist code import codebook.csv"), Example("realist code import codebook.csv --dry-run"),
      Example("realist code import codebook.csv --separator .", "tags as Taguette writes them"),
    ])

  @Argument(help: "The file; - reads standard input.", valueName: "FILE", completion: .files) var file: String
  @Option(help: "What joins the parts of a path in the file.", valueName: "TEXT") var separator = "/"
  @Flag(help: "Say what would change, and change nothing.") var dryRun: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let bytes = file == "-" ? try context.readInput() : try FileAccess.read(context.path(file), named: file)
    guard !separator.isEmpty else { throw Failure.usage("--separator is empty") }
    let codes = try CodebookTable.read(bytes, file: file, separator: separator)
    let note = study.note(context, "code import \(file)")
    if dryRun {
      let changes = try study.open(context).read { CodebookChanges(codes, onto: try $0.codeTree()) }
      for path in changes.added { try context.print("add \(path)") }
      for path in changes.updated { try context.print("update \(path)") }
      return context.printError("\(changes.sentence); nothing was changed")
    }
    let changes = try study.open(context, .readWrite).change(note) { writer in
      let changes = CodebookChanges(codes, onto: try writer.reader.codeTree())
      try changes.apply(codes, writer)
      return changes
    }
    if changes.isEmpty {
      context.printError("\(file): \(changes.sentence)")
    } else {
      context.report("\(file): \(changes.sentence)")
    }
  }
}

/// `realist code export`.
struct ExportCodes: Command {
  static let configuration = CommandConfiguration(
    name: "export", abstract: "Write the codebook as a CSV file.",
    discussion:
      "The columns are path, definition, use, not, colour and key; realist code import reads it back.",
    examples: [Example("realist code export --output codebook.csv")])

  @Option(short: "o", help: "The file to write; else standard output.", valueName: "FILE", completion: .files)
  var output: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let bytes = CodebookCSV.write(try study.open(context).read { try $0.codeTree() })
    guard let output else { return try context.output.write(bytes) }
    try FileAccess.write(bytes, to: context.path(output), named: output)
    context.printError("wrote \(output)")
  }
}

/// What a codebook from a file does to the codes of a study.
struct CodebookChanges {
  /// Paths that are not there yet, parents first.
  private(set) var added: [String] = []
  /// Paths whose definition, rules, colour or key change.
  private(set) var updated: [String] = []
  private(set) var unchanged = 0

  init(_ codes: [TabledCode], onto tree: CodeTree) {
    var known: Set<String> = []
    for code in codes {
      for path in code.pathWithAncestors where tree[path] == nil && known.insert(path).inserted {
        added.append(path)
      }
      guard let node = tree[code.path] else { continue }
      var changed = node.code
      code.apply(to: &changed)
      if changed == node.code { unchanged += 1 } else { updated.append(node.path) }
    }
  }

  var isEmpty: Bool { added.isEmpty && updated.isEmpty }

  var sentence: String {
    "\(counted(added.count, "code")) added, \(updated.count) updated, \(unchanged) as before"
  }

  func apply(_ codes: [TabledCode], _ writer: StudyWriter) throws {
    for path in added { try writer.addCode(path: path) }
    let tree = try writer.reader.codeTree()
    for code in codes {
      guard let old = tree[code.path]?.code else { continue }
      var changed = old
      code.apply(to: &changed)
      if changed != old { try writer.put(changed) }
    }
  }
}
