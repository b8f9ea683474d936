import CommandKit
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist source show`.
struct ShowSource: Command {
  static let configuration = CommandConfiguration(
    name: "show", abstract: "Print a source: its turns with numbers, speakers and times.",
    examples: [
      Example("realist source show P01 --turn 12 --context 2", "a turn and two on each side"),
      Example("realist source show P01 --turns --format csv", "as a table"),
      Example("realist source show P01 --text > P01.txt", "the bare text"),
    ])

  @Argument(help: "The source.", valueName: "SOURCE", completion: .dynamic("sources")) var source: String
  @Option(help: "Only this turn.", valueName: "NUMBER") var turn: Int?
  @Option(help: "How many turns to show at each side of it.", valueName: "COUNT") var context = 0
  @Option(help: "An older text.", valueName: "NUMBER") var revision: Int?
  @Flag(help: "As a table of turns.") var turns: Bool
  @Flag(help: "The bare text, as it is kept.") var text: Bool
  @Flag(help: "The bytes of the file that was imported.") var original: Bool
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    guard [turns, text, original].count(where: { $0 }) < 2 else {
      throw Failure.usage(
        "--turns, --text and --original are three ways to print it", hint: "give one of them")
    }
    let (source, revision, people) = try study.open(context).read { reader in
      let source = try reader.source(self.source)
      let number = self.revision ?? source.revision
      guard let revision = try reader.revision(number, of: source.id) else {
        throw StoreError.unknown(.revision, name: "\(number)", nearest: (1...source.revision).map { "\($0)" })
      }
      let people = Dictionary(try reader.participants().map { ($0.id, $0) }) { first, _ in first }
      return (source, revision, people)
    }
    if original {
      guard let file = revision.original else {
        throw Failure("\(source.name): the text was not imported from a file", exitCode: Exit.noInput)
      }
      return try output.write(context) { $0 += file.bytes }
    }
    if text { return try output.write(context) { $0 += Array(revision.text.string.utf8) } }
    let page = TranscriptPage(source: source, revision: revision, people: people)
    let range = try range(revision.turns.count, of: source)
    if turns || output.asked ?? .table != .table { return try output.write(page.table(range), context) }
    let lines = page.lines(range, width: output.width(context), withHead: turn == nil)
    try output.write(context) { $0 += Array(lines.joined(separator: "\n").utf8) + [0x0a] }
  }

  /// The turns to show, from 0.
  private func range(_ count: Int, of source: Source) throws -> Range<Int>? {
    guard let turn else { return nil }
    guard (1...max(1, count)).contains(turn), count > 0 else {
      throw Failure(
        "\(source.name): there is no turn \(turn)", hint: "there are \(counted(count, "turn"))",
        exitCode: Exit.noInput)
    }
    return max(0, turn - 1 - context)..<min(count, turn + context)
  }
}
