import CommandKit
import RealistConsole
import RealistEditing
import RealistModel
import RealistReports

/// What was found in a transcript, for a person to judge before it is imported.
struct TranscriptPreview {
  private let draft: TranscriptDraft
  private let people: [ID<Participant>: String]

  init(_ draft: TranscriptDraft, people: [ID<Participant>: String]) {
    (self.draft, self.people) = (draft, people)
  }

  func print(_ context: Context) throws {
    let transcript = draft.transcript
    try context.print(
      "\(draft.file.name) → source \(draft.name): \(transcript.format.title), \(transcript.encoding.rawValue), \(counted(draft.turns.count, "turn")), \(counted(draft.words, "word"))"
    )
    for note in transcript.notes { try context.print("  \(note)") }
    try context.print()
    let width = context.isOutputTerminal ? context.width : nil
    try context.output.write(speakers.bytes(as: .table, width: width))
    try context.print()
    try context.output.write(turns.bytes(as: .table, width: width))
    try context.print()
  }

  private var speakers: Table {
    let found = draft.speakers.map { speaker -> Table.Row in
      let who = speaker.participant.flatMap { people[$0] } ?? "nobody in the list of participants"
      return .cells([.init(speaker.name), .init(speaker.turns), .init(who)])
    }
    let offered = draft.offered.map { candidate -> Table.Row in
      let hint = "not taken for a speaker; if it is one: --speaker \"\(candidate.name)=\""
      return .cells([.init(candidate.name), .init(candidate.occurrences), .init(hint)])
    }
    let head = Table.Head(columns: [
      .init("speaker", "Speaker", isRowHeading: true), .init("turns", "Turns", kind: .number),
      .init("participant", "Participant"),
    ])
    return Table(head, rows: found + offered)
  }

  private var turns: Table {
    let head = Table.Head(columns: [
      .init("turn", "Turn", kind: .number, isRowHeading: true), .init("begins", "Begins", weight: 1),
      .init("speaker", "Speaker", weight: 2), .init("words", "Words", kind: .number),
      .init("text", "Text", weight: 12),
    ])
    let rows = draft.turns.enumerated().map { number, turn -> Table.Row in
      let words = draft.transcript.text[turn.span]
      return .cells([
        .init(number + 1), .init(turn.begins.map(clock) ?? ""), .init(turn.speaker ?? ""),
        .init(SourceText.wordCount(of: words)), .init(Self.beginning(words)),
      ])
    }
    return Table(head, rows: rows).withoutEmptyColumns()
  }

  /// The first words, on one line.
  static func beginning(_ words: Substring, limit: Int = 60) -> String {
    let line = words.prefix(4 * limit).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }
}
