import RealistModel
import Testing

@testable import RealistStore

@Suite("Passages of the full text")
struct PassagesTests {
  private static func passages(_ words: String, turns: [(String, speaker: String?)]) throws -> [String] {
    let text = try SourceText(words)
    let all = Array(words.unicodeScalars)
    let spans = try turns.map { turn, speaker in
      let wanted = Array(turn.unicodeScalars)
      let start = try #require(
        (0...(all.count - wanted.count)).first { all[$0..<($0 + wanted.count)].elementsEqual(wanted) })
      return Turn(span: try TextSpan(start: start, end: start + wanted.count), speaker: speaker)
    }
    return Passages.spans(of: text, turns: spans).map { String(text[$0]) }
  }

  @Test("hold what stands before the first turn, but not the label of its speaker")
  func beforeTheFirstTurn() throws {
    #expect(
      try Self.passages("INT: Why?\nANA: So.", turns: [("Why?", "INT"), ("So.", "ANA")]) == ["Why?", "So."])
    #expect(
      try Self.passages("Typed up.\n\nIn the hall.\n\nINT: Why?", turns: [("Why?", "INT")])
        == ["Typed up.\n", "In the hall.\n", "Why?"])
    #expect(
      try Self.passages("Typed up.\nINT [00:01]\nWhy?", turns: [("Why?", "INT")]) == ["Typed up.\n", "Why?"])
    #expect(
      try Self.passages("**INT:** Why?\nSo.", turns: [("Why?", "INT"), ("So.", nil)]) == ["Why?", "So."])
    #expect(
      try Self.passages("She laughs. Why?", turns: [("Why?", nil)]) == ["She laughs. ", "Why?"])
    #expect(
      try Self.passages("An aside before Why?", turns: [("Why?", "INT")]) == ["An aside before ", "Why?"])
  }
}
