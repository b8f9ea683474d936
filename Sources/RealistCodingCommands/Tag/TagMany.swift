import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// Puts codes on everything a search finds, or on all that somebody said.
struct TagMany {
  var bulk: BulkOptions
  var sources: [String]
  var codes: [String]
  var create: Bool
  var memo: String

  /// Prints the passages, one a row.
  func preview(_ store: StudyStore, _ output: OutputOptions, _ context: Context) throws {
    let head = Table.Head(columns: [
      .init("source", "Source", weight: 2), .init("start", "Start", kind: .number),
      .init("end", "End", kind: .number), .init("speaker", "Speaker", weight: 2),
      .init("words", "Words", weight: 12),
    ])
    var table = Table(head)
    var places: Set<ID<Source>> = []
    try store.read { reader in
      _ = try codes.filter { _ in !create }.map { try reader.code($0) }
      try forEachSource(reader) { passages in
        places.insert(passages.source.id)
        for span in passages.spans {
          let quote = passages.text.quote(span, turns: passages.turns)
          table.rows.append(
            .cells([
              .init(passages.source.name), .init(span.start), .init(span.end), .init(quote.speaker ?? ""),
              .init(quote.words),
            ]))
        }
      }
    }
    try output.write(table, context)
    context.printError(
      "\(counted(table.rows.count, "passage")) in \(counted(places.count, "source")); nothing was changed"
    )
  }

  /// Codes the passages, as one change.
  func run(_ store: StudyStore, _ note: ChangeNote, _ context: Context) throws {
    let tally = try store.change(note) { writer in
      let codes = try writer.codes(commanded: codes, creating: create)
      var tally = Tally(paths: codes.codes.map(\.path), made: codes.made)
      try forEachSource(writer.reader) { passages in
        tally.sources += 1
        for span in passages.spans {
          let segment = try writer.segment(at: span, of: passages.source, text: passages.text).segment
          let isNew = try codes.codes.map { try writer.tag(segment.id, with: $0.id, memo: memo) }
          if isNew.contains(true) { tally.tagged += 1 } else { tally.known += 1 }
        }
      }
      guard tally.tagged + tally.known > 0 else { throw nothingFound }
      writer.command =
        "tag \(wording) with \(series(tally.paths)): \(counted(tally.tagged, "passage"))"
      return tally
    }
    let made = tally.made.isEmpty ? "" : "; made \(series(tally.made))"
    let known = tally.known == 0 ? "" : "; \(tally.known) had it already"
    let sentence =
      "tagged \(counted(tally.tagged, "passage")) in \(counted(tally.sources, "source")) with \(series(tally.paths))"
    if tally.tagged == 0 {
      context.printError("\(sentence)\(known); nothing was changed")
    } else {
      context.report(sentence + known + made)
    }
  }

  private struct Tally {
    var paths: [String]
    var made: [String]
    var tagged = 0
    var known = 0
    var sources = 0
  }

  private var nothingFound: Failure {
    Failure(
      "nothing fits \(wording); nothing was changed",
      hint: bulk.matching == nil ? nil : "try a beginning with a star: wait*", exitCode: Exit.badData)
  }

  /// What was asked for, as the journal puts it.
  private var wording: String {
    var parts: [String] = []
    if let query = bulk.matching {
      parts.append("--matching '\(query)' --unit \((bulk.unit ?? .sentence).rawValue)")
    }
    if let speaker = bulk.speaker { parts.append("--speaker '\(speaker)'") }
    parts += sources.map { "--source \($0)" }
    if let condition = bulk.condition { parts.append("--where '\(condition)'") }
    return parts.joined(separator: " ")
  }

  /// The passages that are meant, source by source; none without a passage.
  private func forEachSource(_ reader: StudyReader, _ body: (SourcePassages) throws -> Void) throws {
    let only = try reader.sourceIDs(named: sources)
    let condition = try PassageCondition(where: bulk.condition, in: reader)
    func take(_ passages: SourcePassages) throws {
      var passages = passages
      passages.spans.removeAll { span in
        let quote = passages.text.quote(span, turns: passages.turns)
        return !condition.holds(segment: nil, speaker: quote.participant, source: passages.source)
      }
      if !passages.spans.isEmpty { try body(passages) }
    }
    switch (bulk.matching, bulk.speaker) {
    case (let query?, nil): try reader.forEachMatch(query, unit: bulk.unit ?? .sentence, sources: only, take)
    case (nil, let name?): try reader.forEachTurn(of: name, sources: only, take)
    case (let query?, let name?):
      var said: [ID<Source>: [TextSpan]] = [:]
      try reader.forEachTurn(of: name, sources: only) { said[$0.source.id] = $0.spans }
      try reader.forEachMatch(query, unit: bulk.unit ?? .sentence, sources: only) { passages in
        var passages = passages
        let turns = said[passages.source.id] ?? []
        passages.spans.removeAll { span in !turns.contains { $0.contains(span) } }
        try take(passages)
      }
    case (nil, nil): break
    }
  }
}
