import CommandKit
import RealistConsole
import RealistEditing
import RealistFolder
import RealistModel
import RealistStore

/// `realist theory split`.
struct SplitTheory: Command {
  static let configuration = CommandConfiguration(
    name: "split", abstract: "Let a programme theory go on as several, each with its own wording.",
    discussion: """
      The old theory stays on record with the reason; the new ones come after it. Its configurations stay with it until they are given another: \
      cmo edit CMO2 --theory KEY.
      """,
    examples: [
      Example(
        #"realist theory split permission --into paper="If it is signed, then …" --into person="If she was heard thinking, then …" --reason "two mechanisms""#
      )
    ])

  @Argument(help: "The theory.", valueName: "KEY", completion: .dynamic("theories")) var key: String
  @Option(help: "A theory that it goes on as, with its wording.", valueName: "KEY=STATEMENT")
  var into: [Assignment] = []
  @Option(help: "Why.", valueName: "WORDS") var reason: String
  @OptionGroup var step: TheoryStepOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    guard into.count > 1 else {
      throw Failure.usage(
        "a theory is split into at least two", hint: #"--into KEY="If …" --into KEY="If …""#)
    }
    let store = try study.open(context, .readWrite)
    let left = try store.change(study.note(context, "theory split \(key)")) { writer in
      let old = try writer.reader.theory(key)
      try old.requireHeld()
      writer.command = "theory split \(old.key) into \(series(into.map(\.name)))"
      let day = step.date ?? context.time.date
      let new = try into.map { part -> Theory in
        try requireKey(part.name, of: .theory)
        let wording = Theory.Version(
          label: "split", step: .split, date: day, statement: part.value.trimmed, reason: reason.trimmed)
        return Theory(
          id: writer.newID(), key: part.name, title: "", origin: old.origin, versions: [wording])
      }
      for theory in new { try writer.put(theory) }
      let end = try old.ended(
        .split, into: new.map(\.id), reason: reason, date: day, passages: step.passages(writer))
      try writer.put(end)
      try writer.place(new.map(\.id), after: old.id)
      return try writer.reader.configurations().count { $0.theory == old.id }
    }
    context.report("split the theory \(key) into \(series(into.map(\.name)))")
    if left > 0 {
      context.printError(
        "\(counted(left, "configuration")) still \(left == 1 ? "belongs" : "belong") to \(key): realist cmo list --theory \(key)"
      )
    }
  }
}

/// `realist theory merge`.
struct MergeTheories: Command {
  static let configuration = CommandConfiguration(
    name: "merge", abstract: "Let several programme theories go on as one.",
    discussion: """
      --into names a new theory, or one of the study. The merged theories stay on record with the reason; their configurations belong to the \
      one they became.
      """,
    examples: [
      Example(
        #"realist theory merge paper person --into permission --statement "If …, then …" --reason "one does not come without the other""#
      )
    ])

  @Argument(help: "The theories.", valueName: "KEY", completion: .dynamic("theories")) var keys: [String]
  @Option(help: "What they become.", valueName: "KEY") var into: String
  @Option(help: "Its wording.", valueName: "WORDS") var statement: String
  @Option(help: "Its title, where it is new.", valueName: "WORDS") var title = ""
  @Option(help: "Why.", valueName: "WORDS") var reason: String
  @OptionGroup var step: TheoryStepOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let moved = try store.change(study.note(context, "theory merge")) { writer in
      let known = try writer.reader.theories()
      let target = known.first { $0.key.isIdentical(to: into) }
      let old = try keys.map { try writer.reader.theory($0) }.filter { $0.id != target?.id }
      guard old.count + (target == nil ? 0 : 1) > 1 else {
        throw Failure.usage(
          "at least two theories are merged", hint: "realist theory merge KEY KEY --into KEY")
      }
      for theory in old { try theory.requireHeld() }
      writer.command = "theory merge \(series(old.map(\.key))) into \(into)"
      let new = try merged(old, into: target, writer, context.time.date)
      return try move(from: old.map(\.id), to: new.id, writer)
    }
    context.report("merged \(series(keys)) into \(into)")
    if moved > 0 { context.printError("\(counted(moved, "configuration")) moved to \(into)") }
  }

  private func merged(
    _ old: [Theory], into target: Theory?, _ writer: StudyWriter, _ today: CalendarDate
  ) throws -> Theory {
    let day = step.date ?? today
    var new = target ?? Theory(id: writer.newID(), key: into, title: title, origin: old[0].origin)
    if target == nil { try requireKey(into, of: .theory) }
    new.versions.append(
      Theory.Version(
        label: "merged", step: .merged, date: day, statement: statement.trimmed, reason: reason.trimmed))
    try writer.put(new)
    let passages = try step.passages(writer)
    for theory in old {
      try writer.put(
        theory.ended(.merged, into: [new.id], reason: reason, date: day, passages: passages))
    }
    if target == nil, let last = old.last { try writer.place([new.id], after: last.id) }
    return new
  }

  private func move(
    from old: [ID<Theory>], to new: ID<Theory>, _ writer: StudyWriter
  ) throws -> Int {
    let own = try writer.reader.configurations().filter { $0.theory.map(old.contains) ?? false }
    for var configuration in own {
      configuration.theory = new
      try writer.put(configuration)
    }
    return own.count
  }
}

/// `realist theory refute`.
struct RefuteTheory: Command {
  static let configuration = CommandConfiguration(
    name: "refute", abstract: "Give a programme theory up, and say what speaks against it.",
    discussion:
      "It stays on record with its wordings. A theory that another one replaced is superseded: --by KEY.",
    examples: [
      Example(
        #"realist theory refute flexibility --reason "every account of it ends with somebody unwell" --refutes P01="I had shingles that January""#
      ),
      Example(#"realist theory refute flexibility --by line-held --reason "the same cases, and why""#),
    ])

  @Argument(help: "The theory.", valueName: "KEY", completion: .dynamic("theories")) var key: String
  @Option(help: "The theory that replaces it.", valueName: "KEY", completion: .dynamic("theories"))
  var by: String?
  @Option(help: "Why.", valueName: "WORDS") var reason: String
  @OptionGroup var step: TheoryStepOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let word = by == nil ? "refuted" : "superseded"
    try store.change(study.note(context, "theory refute \(key)")) { writer in
      let theory = try writer.reader.theory(key)
      try theory.requireHeld()
      let other = try by.map { try writer.reader.theory($0) }
      guard other?.id != theory.id else {
        throw Failure.usage("--by \(key): a theory does not replace itself")
      }
      writer.command =
        other.map { "theory \(theory.key) superseded by \($0.key)" } ?? "theory refute \(theory.key)"
      try writer.put(
        theory.ended(
          other == nil ? .refuted : .superseded, into: other.map { [$0.id] } ?? [], reason: reason,
          date: step.date ?? context.time.date, passages: step.passages(writer)))
    }
    context.report("the theory \(key) is \(word)" + (by.map { " by \($0)" } ?? ""))
  }
}
