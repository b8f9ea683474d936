import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist code show`.
struct ShowCode: Command {
  static let configuration = CommandConfiguration(
    name: "show", abstract: "Print all there is about one code.",
    discussion:
      "What it means, how often it was used, where it stands in configurations and in the theory of change.",
    examples: [Example("realist code show outcomes/service/retention")])

  @Argument(help: "The code.", valueName: "PATH", completion: .dynamic("codes")) var code: String
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let (title, rows) = try study.open(context).read { reader in
      let (tree, counts) = try reader.codeCounts()
      let node = try tree.code(named: code)
      return (
        node.path,
        meaning(node) + used(counts[node.code.id]) + (try uses(of: node, in: tree, reader))
      )
    }
    let head = Table.Head(
      title: title, columns: [.init("what", "What"), .init("value", "Value", weight: 12)])
    try output.write(
      Table(head, rows: rows.filter { !$0.1.isEmpty }.map { .cells([.init($0.0), .init(items: $0.1)]) }),
      context)
  }

  private func meaning(_ node: CodeTree.Node) -> [(String, [String])] {
    let code = node.code
    let fields = [
      ("number", node.number), ("path", node.path), ("definition", code.definition), ("use", code.use),
      ("not", code.not), ("colour", code.colour?.description ?? ""), ("key", code.hotkey),
    ]
    return fields.map { ($0, $1.isEmpty ? [] : [$1]) }
  }

  private func used(_ row: CodeCounts.Row?) -> [(String, [String])] {
    guard let row else { return [] }
    func phrase(_ count: CodeCounts.Count) -> String {
      [
        counted(count.codings, "coding"), counted(count.sources, "source"),
        counted(count.participants, "participant"),
      ].joined(separator: ", ")
    }
    var rows = [("used alone", [phrase(row.own)])]
    if row.node.subtree.count > 1 { rows.append(("with those below", [phrase(row.total)])) }
    return rows
  }

  private func uses(of node: CodeTree.Node, in tree: CodeTree, _ reader: StudyReader) throws
    -> [(String, [String])]
  {
    let id = node.code.id
    let below = tree.order.filter { $0.code.parent == id }.map { "\($0.number) \($0.code.name)" }
    let configurations = try reader.configurations().enumerated().flatMap { number, configuration in
      configuration.labelled.filter { $0.element.code == id }.map { label, _ in
        "CMO\(number + 1).\(label) \(configuration.title)".trimmed
      }
    }
    let factors = try reader.factors().filter { $0.code == id }.map { "\($0.key): \($0.text)" }
    let memos = try reader.memos().filter { $0.subject == .code(id) }.map {
      "\($0.written.date) \($0.coder): \($0.body)"
    }
    return [
      ("codes below", below), ("in configurations", configurations), ("in the theory of change", factors),
      ("memos", memos),
    ]
  }
}
