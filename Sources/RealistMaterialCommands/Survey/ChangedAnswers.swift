import RealistAnalysis
import RealistConsole
import RealistModel
import RealistStore

/// Answers that somebody changed: a new revision of their source, and what becomes of the quotes in the old one.
struct ChangedAnswers {
  private let source: Source
  private let text: SourceText
  private let turns: [Turn]
  private let carried: CarriedSegments

  init(_ source: Source, _ text: SourceText, _ turns: [Turn], _ reader: StudyReader) throws {
    (self.source, self.text, self.turns) = (source, text, turns)
    let segments = try reader.segments(of: source.id)
    var texts: [Int: SourceText] = [:]
    for revision in Set(segments.map(\.revision)) {
      texts[revision] = try reader.text(of: source.id, revision: revision)
    }
    carried = CarriedSegments(segments, from: texts, to: text)
  }

  /// Quotes whose words are still there go over; the others stay with the answers they were marked in.
  func apply(_ writer: StudyWriter) throws {
    let revision = Revision(
      source: source.id, number: source.revision + 1, text: text, turns: turns, imported: writer.time,
      reason: "the answers were changed")
    try writer.revise(source, with: revision, carried: carried.moves(acceptingChanged: false))
  }

  /// Names the source and counts its quotes by what becomes of them.
  var note: String {
    let counts = CarriedSegments.Outcome.allCases.map { "\(carried.count($0)) \($0.rawValue)" }
    let quotes = carried.items.isEmpty ? "" : "; quotes: \(counts.joined(separator: ", "))"
    let isBehind = carried.moves(acceptingChanged: false).count < carried.items.count
    let hint =
      isBehind ? "; to see what stayed behind: realist source revise \(source.name.shellWord) --dry-run" : ""
    return "the answers of \(source.name) are others now, revision \(source.revision + 1)\(quotes)\(hint)"
  }
}
