import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore
import RealistTranscripts

/// A corrected text and what becomes of the quotes in it.
struct RevisionPlan {
  private let source: Source
  /// `nil` when quotes that stayed behind are only looked at again.
  private let revision: Revision?
  private let newest: (number: Int, text: SourceText)
  private let old: [Int: SourceText]
  private let carried: CarriedSegments
  /// What was guessed when the new text was read, or left out of it.
  let guesses: [String]

  /// A new text.
  ///
  /// - Throws: ``Failure`` when it is the one the source has; ``StoreError``.
  init(
    of source: Source, _ transcript: ImportedTranscript, bytes: [UInt8], file: String, turns: [Turn],
    reason: String,
    imported: Timestamp, _ reader: StudyReader
  ) throws {
    let current = try reader.text(of: source.id, revision: source.revision)
    let hasSameTurns = try reader.turns(of: source.id, revision: source.revision) == turns
    guard !current.string.utf8.elementsEqual(transcript.text.string.utf8) || !hasSameTurns else {
      throw Failure("\(file): this is the text that \(source.name) has", exitCode: Exit.badData)
    }
    let original = OriginalFile(
      name: file.lastPathComponent, format: transcript.format.rawValue,
      encoding: transcript.encoding.rawValue,
      bytes: bytes)
    let number = source.revision + 1
    revision = Revision(
      source: source.id, number: number, text: transcript.text, turns: turns, original: original,
      imported: imported,
      reason: reason, notes: transcript.notes)
    guesses = transcript.guesses
    self.source = source
    newest = (number, transcript.text)
    (old, carried) = try Self.carried(of: source, before: number, to: transcript.text, reader)
  }

  /// The newest text once more, for what stayed behind.
  init(again source: Source, _ reader: StudyReader) throws {
    (self.source, revision, guesses) = (source, nil, [])
    let text = try reader.text(of: source.id, revision: source.revision)
    newest = (source.revision, text)
    (old, carried) = try Self.carried(of: source, before: source.revision, to: text, reader)
  }

  private static func carried(
    of source: Source, before number: Int, to text: SourceText, _ reader: StudyReader
  ) throws -> ([Int: SourceText], CarriedSegments) {
    let segments = try reader.segments(of: source.id).filter { $0.revision < number }
    var texts: [Int: SourceText] = [:]
    for revision in Set(segments.map(\.revision)) {
      texts[revision] = try reader.text(of: source.id, revision: revision)
    }
    return (texts, CarriedSegments(segments, from: texts, to: text))
  }

  func apply(_ writer: StudyWriter, acceptingChanged: Bool) throws {
    let moves = carried.moves(acceptingChanged: acceptingChanged)
    writer.command = "\(revision == nil ? "carry quotes of" : "revise source") \(source.name): \(summary)"
    guard let revision else {
      return try writer.carry(moves, to: newest.number, of: source.id, text: newest.text)
    }
    var changed = source
    let speakers = try writer.reader.turns(of: source.id, revision: source.revision).participants
    changed.replaceSpeakers(speakers, with: revision.turns.participants)
    try writer.revise(changed, with: revision, carried: moves)
  }

  /// Every quote that does not go over silently; `nil` when all do.
  func listing(_ reader: StudyReader) throws -> Table? {
    let items = carried.items.filter { $0.kind == .changed || $0.kind == .lost }
    guard !items.isEmpty else { return nil }
    let codes = try reader.codeTree()
    let head = Table.Head(columns: [
      .init("outcome", "Outcome", weight: 1, isRowHeading: true),
      .init("revision", "Revision", kind: .number),
      .init("place", "Place", weight: 2), .init("new_place", "Place now", weight: 2),
      .init("codes", "Codes", kind: .list, weight: 4), .init("words", "Words", weight: 8),
      .init("new_words", "Words now", weight: 8),
    ])
    let rows = try items.map { item -> Table.Row in
      let paths = try reader.codings(of: item.segment.id).compactMap { codes[$0.code]?.path }
      let span = item.segment.span
      let before = old[item.segment.revision]
      return .cells([
        .init(item.kind.rawValue), .init(item.segment.revision),
        .init(before.map { Self.place(span, in: $0) } ?? Self.offsets(span)),
        .init(item.new.map { Self.place($0, in: newest.text) } ?? ""),
        .init(items: Array(Set(paths)).sorted()),
        .init(before.map { String($0[span]) } ?? ""), .init(item.new.map { String(newest.text[$0]) } ?? ""),
      ])
    }
    return Table(head, rows: rows)
  }

  private static func place(_ span: TextSpan, in text: SourceText) -> String {
    let place = text.place(ofScalar: span.start)
    return "line \(place.line), \(offsets(span))"
  }

  private static func offsets(_ span: TextSpan) -> String { "\(span.start)..\(span.end)" }

  /// `3 exact, 2 moved, 1 changed, 0 lost`.
  private var summary: String {
    CarriedSegments.Outcome.allCases.map { "\(carried.count($0)) \($0.rawValue)" }.joined(separator: ", ")
  }

  func report(_ context: Context, acceptingChanged: Bool, isDryRun: Bool) {
    let changed = carried.count(.changed)
    context.printError("quotes of \(source.name): \(summary)")
    if isDryRun { return context.printError("nothing was changed") }
    let behind = carried.items.count - carried.moves(acceptingChanged: acceptingChanged).count
    if behind > 0 {
      context.printError(
        "\(counted(behind, "quote")) stayed with an older text and \(behind == 1 ? "keeps its" : "keep their") codes"
      )
    }
    if changed > 0, !acceptingChanged {
      context.printError(
        "when the changed ones are right: realist source revise \(source.name.shellWord) --accept-changed")
    }
    guard revision != nil || behind < carried.items.count else {
      return context.printError("nothing was changed")
    }
    context.report(
      revision == nil
        ? "carried \(counted(carried.items.count - behind, "quote")) over to revision \(newest.number)"
        : "\(source.name) has revision \(newest.number)")
  }
}
