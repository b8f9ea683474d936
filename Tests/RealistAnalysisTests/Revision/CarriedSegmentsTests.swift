import RealistAnalysis
import RealistModel
import TestSupport
import Testing

@Suite("Segments of a corrected text")
struct CarriedSegmentsTests {
  /// Segments over random passages of a text.
  private func segments(_ text: SourceText, revision: Int, random: inout SplitMix64) throws -> [Segment] {
    try (0..<12).map { number in
      let start = Int.random(in: 0..<text.length - 30, using: &random)
      let span = try text.span(covering: start..<start + Int.random(in: 8...30, using: &random)).span
      return Segment(
        id: ID(high: UInt64(revision), low: UInt64(number)), source: ID(high: 1, low: 1), revision: revision,
        span: span, check: text.check(span), coder: "Iris", created: Timestamp(milliseconds: 0))
    }
  }

  @Test(
    "with paragraphs inserted, deleted, moved and reworded, every segment is accounted for and what goes silently has the same words",
    arguments: Array(1...40) as [UInt64])
  func property(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var paragraphs = (0..<14).map { number in
      (0..<8).map { _ in
        ["care", "🙂", "the", "nurse", "é", "we", "band", "\(Int.random(in: 0...99, using: &random))"]
          .randomElement(using: &random) ?? ""
      }
      .joined(separator: " ") + " paragraph \(number)."
    }
    let old = try SourceText(paragraphs.joined(separator: "\n\n"))
    let segments = try segments(old, revision: 1, random: &random)
    paragraphs.insert("Something new 🙂 on top.", at: 0)
    paragraphs.remove(at: Int.random(in: 1..<paragraphs.count, using: &random))
    paragraphs.swapAt(2, Int.random(in: 3..<paragraphs.count, using: &random))
    paragraphs[4] = paragraphs[4].replacing("the", with: "a")
    let new = try SourceText(paragraphs.joined(separator: "\n\n"))

    let carried = CarriedSegments(segments, from: [1: old], to: new)
    #expect(Set(carried.items.map(\.segment.id)) == Set(segments.map(\.id)))
    #expect(carried.items.count == segments.count)
    #expect(CarriedSegments.Outcome.allCases.reduce(0) { $0 + carried.count($1) } == segments.count)
    for move in carried.moves(acceptingChanged: false) {
      let segment = try #require(segments.first { $0.id == move.segment })
      #expect(new.check(move.to) == segment.check)
    }
    #expect(carried.count(.exact) + carried.count(.moved) > 0)
    let all = carried.moves(acceptingChanged: true).count
    #expect(all == segments.count - carried.count(.lost))
  }

  @Test(
    "segments that stayed with an older revision are looked for in the newest text; one without a text is lost"
  )
  func olderRevisions() throws {
    let (first, second) = (try SourceText("one two three"), try SourceText("zero"))
    let span = try TextSpan(start: 4, end: 7)
    let make = { (id: UInt64, revision: Int) in
      Segment(
        id: ID(high: 0, low: id), source: ID(high: 1, low: 1), revision: revision, span: span,
        check: first.check(span), coder: "", created: Timestamp(milliseconds: 0))
    }
    let carried = CarriedSegments(
      [make(1, 1), make(2, 3)], from: [1: first, 2: second], to: try SourceText("now one two three"))
    #expect(carried.items.map(\.kind) == [.moved, .lost])
    #expect(carried.items[0].new == (try TextSpan(start: 8, end: 11)))
  }

  @Test("the questions that turns answer go over to the turns of the corrected text")
  func questions() throws {
    let (old, new) = (
      try SourceText("A: one two\nB: three four"), try SourceText("Title\nA: one two\nB: three five")
    )
    let before = [
      Turn(span: try TextSpan(start: 3, end: 10), question: "1"),
      Turn(span: try TextSpan(start: 14, end: 24), question: "2"),
    ]
    let after = [Turn(span: try TextSpan(start: 9, end: 16)), Turn(span: try TextSpan(start: 20, end: 30))]
    #expect(after.answering(before, of: old, in: new).map(\.question) == ["1", "2"])
  }
}
