import RealistConsole
import RealistModel
import RealistReports

/// A transcript for people to read: numbered turns with who speaks and when, and what stands between them.
struct TranscriptPage {
  let source: Source
  let revision: Revision
  let people: [ID<Participant>: Participant]

  /// The page, line by line.
  ///
  /// - Parameters:
  ///   - range: which turns, from 0; `nil` for the whole text, headings included.
  ///   - width: columns of the terminal, `nil` to leave paragraphs on one line.
  func lines(_ range: Range<Int>?, width: Int?, withHead: Bool) -> [String] {
    var lines = withHead ? head : []
    let turns = revision.turns
    var end = 0
    for place in range ?? turns.indices {
      if range == nil { lines += between(end, turns[place].span.start, next: turns[place], width: width) }
      lines += self.lines(place, width: width)
      end = turns[place].span.end
    }
    if range == nil { lines += between(end, revision.text.length, next: nil, width: width) }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  private var head: [String] {
    let facts = [
      source.kind.rawValue, source.mode, source.date?.description ?? "",
      source.minutes.map { "\(AttributeValue.number($0)) minutes" } ?? "",
      counted(revision.turns.count, "turn"),
      source.revision == revision.number ? counted(source.words, "word") : "",
      source.revision == 1 ? "" : "revision \(revision.number) of \(source.revision)",
    ].filter { !$0.isEmpty }
    var lines = [
      source.name + (source.title.isEmpty ? "" : ": \(source.title)"), facts.joined(separator: ", "),
    ]
    let names = source.participants.compactMap { people[$0]?.key }
    if !names.isEmpty { lines.append("participants: \(names.joined(separator: ", "))") }
    for (name, value) in source.attributes.sorted(by: { $0.key < $1.key }) {
      lines.append("\(name): \(value)")
    }
    if let original = revision.original {
      lines.append(
        "from \(original.name) (\(original.format), \(original.encoding)), \(revision.imported.iso8601)")
    }
    if !revision.reason.isEmpty { lines.append("reason: \(revision.reason)") }
    lines += revision.notes.map { "note: \($0)" }
    return lines + [""]
  }

  private func lines(_ place: Int, width: Int?) -> [String] {
    let turn = revision.turns[place]
    let number = "\(place + 1)"
    let gutter = max(4, "\(revision.turns.count)".count + 1)
    let label = [speaker(turn), turn.begins.map(clock)].compactMap { $0 }.joined(separator: "  ")
    let indent = String(repeating: " ", count: gutter + 1)
    let first =
      String(repeating: " ", count: gutter - number.count) + number + (label.isEmpty ? "" : " " + label)
    return [first] + paragraphs(String(revision.text[turn.span]), indent: indent, width: width) + [""]
  }

  /// `Dawn P. (P01)`; the key alone when the speaker is called so.
  private func speaker(_ turn: Turn) -> String? {
    guard let key = turn.participant.flatMap({ people[$0]?.key }) else { return turn.speaker }
    guard let name = turn.speaker, name.lowercased() != key.lowercased() else { return key }
    return "\(name) (\(key))"
  }

  /// What is nobody's turn, such as a heading; the label of the next turn's speaker is left out.
  private func between(_ start: Int, _ end: Int, next: Turn?, width: Int?) -> [String] {
    guard let span = try? TextSpan(start: start, end: end) else { return [] }
    var blocks = String(revision.text[span]).split(separator: "\n", omittingEmptySubsequences: true).map(
      \.trimmed)
    if next?.speaker != nil, let last = blocks.last,
      revision.text[span].last != "\n" || isLabel(last, of: next)
    {
      blocks.removeLast()
    }
    return blocks.filter { !$0.isEmpty }.flatMap { paragraphs($0, indent: "", width: width) + [""] }
  }

  private func isLabel(_ line: String, of turn: Turn?) -> Bool {
    guard let name = turn?.speaker else { return false }
    return line.contains(name)
  }

  private func paragraphs(_ text: String, indent: String, width: Int?) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: true).flatMap { paragraph in
      wrapped(String(paragraph), width: width.map { max(20, $0 - indent.count) }).map { indent + $0 }
    }
  }

  private func wrapped(_ text: String, width: Int?) -> [String] {
    guard let width else { return [text.trimmed] }
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines.count - 1
      if lines[last].isEmpty {
        lines[last] = String(word)
      } else if lines[last].count + 1 + word.count <= width {
        lines[last] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The turns as a table.
  func table(_ range: Range<Int>?) -> Table {
    let head = Table.Head(columns: [
      .init("turn", "Turn", kind: .number, isRowHeading: true), .init("begins", "Begins", weight: 1),
      .init("ends", "Ends", weight: 1), .init("speaker", "Speaker", weight: 2),
      .init("participant", "Participant", weight: 2), .init("question", "Question", weight: 1),
      .init("start", "Start", kind: .number), .init("end", "End", kind: .number),
      .init("words", "Words", kind: .number), .init("text", "Text", weight: 12),
    ])
    let rows = (range ?? revision.turns.indices).map { place -> Table.Row in
      let turn = revision.turns[place]
      let words = revision.text[turn.span]
      return .cells([
        .init(place + 1), .init(turn.begins.map(clock) ?? ""), .init(turn.ends.map(clock) ?? ""),
        .init(turn.speaker ?? ""), .init(turn.participant.flatMap { people[$0]?.key } ?? ""),
        .init(turn.question ?? ""), .init(turn.span.start), .init(turn.span.end),
        .init(SourceText.wordCount(of: words)), .init(String(words)),
      ])
    }
    return Table(head, rows: rows)
  }
}
