import CommandKit
import RealistConsole
import RealistEditing
import RealistFormats
import RealistModel
import RealistStore
import RealistTranscripts

/// Files on their way into a study: all of them or none.
struct ImportJob {
  let files: [String]
  let names: [String]
  let arguments: TranscriptArguments
  let skipsKnown: Bool
  let context: Context

  /// Reads every file and hands on its draft. A file that cannot be read does not keep the others from being looked at, so that one call
  /// tells all that is wrong; then nothing is imported.
  ///
  /// - Returns: the attribute columns, new ones included.
  func run(
    _ reader: StudyReader, _ take: (TranscriptDraft, AttributeColumnsInUse) throws -> Void
  ) throws -> AttributeColumnsInUse {
    var drafts = try TranscriptDrafts(reader)
    var columns = try AttributeColumnsInUse(reader)
    var problems: [any PresentableError] = []
    try context.withProgress("Importing", total: files.count) { bar in
      for (file, name) in zip(files, names) {
        try Interruption.check()
        do {
          let draft = try draft(file, name: name, of: &drafts, columns: &columns, reader)
          if problems.isEmpty { try take(draft, columns) }
        } catch let known as AlreadyImported where skipsKnown {
          context.printError("left out \(known.file): imported as '\(known.source)'")
        } catch let error as any PresentableError where error.isAboutOneFile {
          problems.append(error)
        }
        bar.advance(detail: file.lastPathComponent)
      }
    }
    try refuse(problems)
    // A speaker that was named and is in no file is a mistyped one.
    try arguments.speakers.requireAll(among: drafts.speakers, place: "")
    return columns
  }

  private func draft(
    _ file: String, name: String, of drafts: inout TranscriptDrafts, columns: inout AttributeColumnsInUse,
    _ reader: StudyReader
  ) throws -> TranscriptDraft {
    let bytes = try FileAccess.read(context.path(file), named: file, limit: 128 << 20)
    var transcript = TranscriptFile(name: file, bytes: bytes, source: name)
    do {
      try drafts.requireNew(transcript, again: arguments.again)
      let reading = try arguments.reading(of: name, in: reader)
      transcript.pages = try PDFText.pages(of: bytes, named: file, format: arguments.format, context)
      var draft = try drafts.draft(transcript, reading)
      try SourceFields(assignments: arguments.fields).apply(to: &draft.source, columns: &columns)
      return draft
    } catch EditingError.alreadyImported(let file, let source) {
      throw AlreadyImported(file: file, source: source)
    } catch let error as EditingError {
      guard case .sourceExists = error else { throw error }
      throw Failure(
        error.message,
        hint:
          "give it another name: realist source import \(file.shellWord) --name \("\(name)-2".shellWord)",
        exitCode: Exit.badData)
    }
  }

  private func refuse(_ problems: [any PresentableError]) throws {
    guard let first = problems.first else { return }
    guard problems.count > 1 else { throw first }
    for problem in problems {
      context.printError("  \(problem.message)")
      if let hint = problem.hint { context.printError("    hint: \(hint)") }
    }
    throw Failure(
      "\(problems.count) of \(files.count) files cannot be imported; nothing was imported",
      hint: "leave them out, or mend them as said above", exitCode: first.exitCode)
  }
}

extension PresentableError {
  /// Whether the other files can still be looked at.
  fileprivate var isAboutOneFile: Bool {
    if let error = self as? ImportError {
      if case .unknownEncoding = error { return false }
      return true
    }
    return self is Failure || self is AlreadyImported
  }
}

/// What an import says when it is done.
struct ImportReport {
  private let people: [ID<Participant>: String]
  private var names: [String] = []
  private var (turns, words) = (0, 0)
  private var lines: [String] = []
  /// What was guessed or left out: said however many sources there are.
  private var remarks: [String] = []
  private var silent: [String] = []
  /// The most sources that get a line of their own.
  private static let limit = 12

  init(people: [Participant]) {
    self.people = Dictionary(people.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
  }

  /// For the journal.
  var command: String {
    names.count == 1 ? "import \(names[0])" : "import \(names.count) sources: \(listed(names))"
  }

  mutating func add(_ draft: TranscriptDraft) {
    names.append(draft.name)
    turns += draft.turns.count
    words += draft.words
    let speakers = draft.speakers
    if speakers.isEmpty { silent.append(draft.name) }
    let who = speakers.map { speaker in
      "\(speaker.name)\(speaker.participant.flatMap { people[$0] }.map { " = \($0)" } ?? "") (\(speaker.turns))"
    }
    let said = who.isEmpty ? "nobody is named" : listed(who, limit: 8)
    lines.append(
      "\(draft.name): \(draft.transcript.format.title), \(counted(draft.turns.count, "turn")), \(counted(draft.words, "word")); \(said)"
    )
    if !people.isEmpty, !speakers.isEmpty, speakers.allSatisfy({ $0.participant == nil }) {
      lines.append(
        "  none of them is a participant; say who is: realist source link \(draft.name.shellWord) \"\(speakers[speakers.count - 1].name)=P05\""
      )
    }
    for guess in draft.transcript.guesses { remarks.append("\(draft.name): \(guess)") }
    let offered = draft.offered.map { "\($0.name) (\($0.occurrences))" }
    if !offered.isEmpty {
      lines.append(
        "  not taken for speakers: \(listed(offered)); if one is: --speaker \"\(draft.offered[0].name)=\"")
    }
  }

  func print(_ context: Context) {
    guard !names.isEmpty else { return context.printError("nothing was imported") }
    if names.count <= Self.limit {
      for line in lines { context.printError(line) }
    } else if !silent.isEmpty {
      context.printError("nobody is named in \(listed(silent)): see realist source import --dry-run")
    }
    for remark in remarks { context.printError("note: \(remark)") }
    context.report(
      "imported \(counted(names.count, "source")): \(counted(turns, "turn")), \(counted(words, "word"))")
  }
}
