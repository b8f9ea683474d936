import CommandKit
import RealistConsole
import RealistAnalysis
import RealistModel
import RealistReports
import RealistStore

/// `realist linked-coding list`.
struct ListLinkedCodings: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"], abstract: "List the linked codings with their words.",
    examples: [
      Example("realist linked-coding list"),
      Example("realist linked-coding list --code guilt-towards-colleagues --format markdown"),
    ])

  @Option(help: "Only those of a source.", valueName: "SOURCE", completion: .dynamic("sources"))
  var source: String?
  @Option(
    help: "Only those that have this code, or one below it, in a role.", valueName: "CODE",
    completion: .dynamic("codes"))
  var code: String?
  @Option(help: "Only those that link these, such as C-M.", valueName: "LETTERS") var links: String?
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let table = try study.open(context).read { reader in
      let material = try LinkedMaterial(reader)
      let study = material.study.keepingLinkedCodings(
        source: try source.map { try reader.source($0).id },
        code: try code.map { try material.tree.code(named: $0).code.id }, in: material.tree, links: links)
      return Table.linkedCodings(study, codes: material.tree, passages: material.passages)
        .withoutEmptyColumns()
    }
    try output.write(table, context)
  }
}

/// `realist linked-coding show`.
struct ShowLinkedCoding: Command {
  static let configuration = CommandConfiguration(
    name: "show", abstract: "Print a linked coding: the passage, and the words and code of each role.",
    examples: [Example("realist linked-coding show L3")])

  @Argument(help: "The linked coding.", valueName: "KEY", completion: .dynamic("linked-codings"))
  var key: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let lines = try study.open(context).read { reader in
      let linked = try reader.linkedCoding(key)
      let material = try LinkedMaterial(reader)
      guard let whole = material.passages[linked.segment] else { return [String]() }
      let span = whole.segment.span
      var lines = [
        "\(linked.key)  \(linked.shape)  \(whole.source?.name ?? "?") \(span.start)..\(span.end)"
          + "  by \(linked.coder), \(linked.created.date)",
        whole.isWithdrawn ? "(withdrawn)" : "“\(whole.words)” \(whole.attribution)",
      ]
      for part in linked.parts {
        let words = part.segment.flatMap { material.passages[$0] }?.words ?? ""
        let path = material.tree[part.code]?.path ?? "?"
        lines.append("\(part.letter)  \(path)" + (words.isEmpty ? "" : "  “\(words)”"))
      }
      return lines + (linked.memo.isEmpty ? [] : [linked.memo])
    }
    for line in lines { try context.print(line) }
  }
}

/// `realist linked-coding remove`.
struct RemoveLinkedCodings: Command {
  static let configuration = CommandConfiguration(
    name: "remove", aliases: ["rm"], abstract: "Remove linked codings. The passages stay, with their codes.",
    examples: [Example("realist linked-coding remove L3")])

  @Argument(help: "The linked codings.", valueName: "KEY", completion: .dynamic("linked-codings"))
  var keys: [String]
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let removed = try store.change(study.note(context, "linked-coding remove")) { writer in
      let linked = try keys.map { try writer.reader.linkedCoding($0) }
      for one in linked { try writer.removeLinkedCoding(one.id) }
      writer.command = "linked-coding remove \(listed(linked.map(\.key)))"
      return linked.map(\.key)
    }
    context.report("removed \(series(removed))")
  }
}
