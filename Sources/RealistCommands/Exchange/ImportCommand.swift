import CommandKit
import RealistConsole
import RealistExchange
import RealistModel
import RealistStore

/// `realist import`.
struct ImportCommand: Command {
  static let configuration = CommandConfiguration(
    name: "import",
    abstract: "Take over a project of another program, into a new study or into one that is there.",
    discussion: """
      The content decides what the file is; realist formats lists what can be read. What was kept, changed, kept as a note or left out is told \
      element by element; --report writes all of it to a file.

      A project document (.qde) that is not in an archive has its texts in the folder sources beside it.

      Into a study that is there, codes are joined by path, participants by pseudonym and sources by their words; it is one change, and undone as \
      one. Without --study, and where no study is, a new one is made that is called like the file.
      """,
    examples: [
      Example("realist import colleague.qdpx --study new.realist", "a new study"),
      Example("realist import colleague.qdpx --dry-run", "only say what would come through"),
      Example("realist import codebook.qdc --report losses.md"),
      Example("realist import taguette.sqlite3 --separator .", "the tag care.trust becomes trust below care"),
    ])

  @Argument(help: "The project.", valueName: "FILE", completion: .files) var file: String
  @Flag(help: "Only say what would become of each element.") var dryRun: Bool
  @Option(
    help: "Where to write the whole report: a table in Markdown, or in CSV when the name ends in .csv.",
    valueName: "FILE", completion: .files)
  var report: String?
  @Option(
    help: "What stands between the levels of a code in its name; they become a tree.", valueName: "TEXT")
  var separator: String?
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let project = try ProjectFile(file, context).read(
      coder: context.coder(named: study.coder), separator: separator)
    if dryRun {
      for line in project.report.summary() { try context.print(line) }
      try project.report.write(to: report, context)
      return context.printError("nothing was imported")
    }
    let path = try study.pathIfAny(context) ?? context.path("\(file.lastPathComponent.stem).realist")
    let note = study.note(context, "import \(file.lastPathComponent)")
    if FileAccess.exists(path) { return try join(project, StudyOptions.open(path, context), note, context) }
    _ = try StudyStore.create(path, contents: project.contents, entry: note)
    try tell(project, context)
    let made = project.contents.study
    context.printError(
      """
      made \(shown(path, context)): \(counted(made.sources.count, "source")), \(counted(made.participants.count, "participant")), \
      \(counted(made.codes.count, "code")), \(counted(made.codings.count, "coding")), \
      \(counted(made.configurations.count, "configuration"))
      """)
  }

  /// Puts the project into a study that is there: one change.
  private func join(
    _ project: ImportedProject, _ store: StudyStore, _ note: ChangeNote, _ context: Context
  ) throws {
    let merge = try store.change(note) { writer in
      let own = try writer.reader.study()
      let merge = try StudyMerge(project, into: own) {
        try writer.reader.text(of: $0.id, revision: $0.revision)
      }
      let added = merge.additions.study
      for definition in added.attributes { try writer.put(attribute: definition) }
      if added.stages != own.stages { try writer.put(stages: added.stages) }
      try writer.put(merge.additions)
      return merge
    }
    try tell(ImportedProject(project, reportedAs: merge.report), context)
    let added = merge.additions.study
    if merge.addsNothing { return context.printError("nothing was imported: the study has all of it") }
    context.report(
      """
      imported \(counted(merge.additions.revisions.count, "source")), \(counted(added.codes.count, "code")), \
      \(counted(added.segments.count, "passage")), \(counted(added.codings.count, "coding")), \
      \(counted(added.configurations.count, "configuration")), \(counted(added.memos.count, "memo"))
      """)
  }

  /// A path as the user would write it.
  private func shown(_ path: String, _ context: Context) -> String {
    path.hasPrefix(context.directory + "/") ? String(path.dropFirst(context.directory.count + 1)) : path
  }

  private func tell(_ project: ImportedProject, _ context: Context) throws {
    let origin = project.origin.isEmpty ? "" : " of \(project.origin)"
    context.printError("\(project.format)\(origin)")
    try project.report.tell(context, writtenTo: report)
  }
}

/// A project on disk: a file, or the folder that QualCoder keeps one in.
struct ProjectFile {
  private let (path, name): (String, String)
  private let context: Context

  init(_ name: String, _ context: Context) {
    let trimmed = name.count > 1 && name.hasSuffix("/") ? String(name.dropLast()) : name
    (path, self.name, self.context) = (context.path(trimmed), trimmed, context)
  }

  func read(coder: String, separator: String? = nil) throws -> ImportedProject {
    let settings = ImportSettings(
      coder: coder, time: context.time, title: name.lastPathComponent.stem, separator: separator)
    let isFolder = FileAccess.isFolder(path)
    if isFolder, !FileAccess.exists("\(path)/data.qda") {
      throw Failure(
        "\(name): this folder is no QualCoder project",
        hint: "name the file of a project; a study folder is read by: realist build \(name.shellWord)",
        exitCode: Exit.badData)
    }
    let (file, shown) = isFolder ? ("\(path)/data.qda", "\(name)/data.qda") : (path, name)
    let bytes = try FileAccess.read(file, named: shown)
    if FileAccess.exists(file + "-wal"), try !FileAccess.read(file + "-wal", named: shown).isEmpty {
      throw Failure(
        "\(shown): another program is writing to it", hint: "close that program first", exitCode: Exit.locked)
    }
    let texts = ProjectReader.hasTextsBeside(bytes) ? try textsBeside() : [:]
    return try ProjectReader.read(bytes, at: file, file: shown, settings: settings, texts: texts)
  }

  /// The texts in the folder `sources`, at any case, beside a project document. Nothing outside of that folder is read.
  private func textsBeside() throws -> [String: [UInt8]] {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    var (texts, size) = ([String: [UInt8]](), 0)
    for name in try FileAccess.names(in: folder).sorted() where name.lowercased() == "sources" {
      let sources = "\(folder)/\(name)"
      guard FileAccess.isFolder(sources) else { continue }
      for text in try FileAccess.names(in: sources).sorted() where text.lowercased().hasSuffix(".txt") {
        let bytes = try FileAccess.read(
          "\(sources)/\(text)", named: "\(name)/\(text)", limit: ProjectReader.limit - size)
        size += bytes.count
        texts[text] = bytes
      }
    }
    return texts
  }
}

extension String {
  /// The last part of a path.
  fileprivate var lastPathComponent: String { split(separator: "/").last.map(String.init) ?? self }

  /// A name without its ending.
  fileprivate var stem: String {
    guard let point = lastIndex(of: "."), point > startIndex else { return self }
    return String(self[..<point])
  }
}
