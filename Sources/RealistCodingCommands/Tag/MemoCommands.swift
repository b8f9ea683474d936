import CommandKit
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist memo`.
struct MemoGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "memo", aliases: ["memos"], abstract: "Dated notes on anything.",
    subcommands: [AddMemo.self, ListMemos.self, RemoveMemo.self])
}

/// `realist memo add`.
struct AddMemo: Command {
  static let configuration = CommandConfiguration(
    name: "add", abstract: "Write a note on a code, a source, a passage, a configuration, or the study.",
    examples: [
      Example(#"realist memo add "split this by region?" --code outcomes/retention"#),
      Example(#"realist memo add "said with a laugh" --source P05 --quote "filled weeks in advance""#),
      Example("realist memo add - < notes.md", "on the study, from a file"),
    ])

  @Argument(help: "The note, in Markdown; - reads standard input.", valueName: "WORDS") var words: String
  @OptionGroup var about: MemoSubject
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let body = try text(context)
    let name = try study.open(context, .readWrite).change(study.note(context, "memo add")) { writer in
      let subject = try about.subject(writer.reader)
      let name = try writer.reader.name(of: subject)
      try writer.put(
        Memo(id: writer.newID(), subject: subject, coder: writer.coder, written: writer.time, body: body))
      writer.command = "memo add on \(name)"
      return name
    }
    context.report("wrote a memo on \(name)")
  }

  private func text(_ context: Context) throws -> String {
    var body = words
    if words == "-" {
      guard let read = String(validating: try context.readInput(), as: UTF8.self) else {
        throw Failure("standard input: this is not valid UTF-8", exitCode: Exit.badData)
      }
      body = read
    }
    guard !body.trimmed.isEmpty else { throw Failure.usage("the memo has no words") }
    return body.trimmed
  }
}

/// `realist memo list`.
struct ListMemos: Command {
  static let configuration = CommandConfiguration(
    name: "list", abstract: "Print the memos, oldest first.",
    examples: [
      Example("realist memo list"), Example("realist memo list --code outcomes/retention --format markdown"),
    ])

  @OptionGroup var about: MemoSubject
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let memos = try study.open(context).read { reader in
      let only = about.isEmpty ? nil : try about.subject(reader)
      return try reader.memos().enumerated().filter { only == nil || $1.subject == only }.map { place, memo in
        (number: place + 1, subject: try reader.name(of: memo.subject), memo: memo)
      }
    }
    try output.write(.memos(memos), context)
  }
}

/// `realist memo remove`.
struct RemoveMemo: Command {
  static let configuration = CommandConfiguration(
    name: "remove", aliases: ["delete"], abstract: "Delete a memo.",
    examples: [Example("realist memo remove 3")])

  @Argument(help: "Its number in realist memo list.", valueName: "NUMBER") var number: Int
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let name = try study.open(context, .readWrite).change(study.note(context, "memo remove")) { writer in
      let memos = try writer.reader.memos()
      guard memos.indices.contains(number - 1) else {
        throw StoreError.unknown(.memo, name: "\(number)", nearest: [])
      }
      let memo = memos[number - 1]
      let name = try writer.reader.name(of: memo.subject)
      try writer.removeMemo(memo.id)
      writer.command = "memo remove, on \(name)"
      return name
    }
    context.report("deleted the memo on \(name)")
  }
}
