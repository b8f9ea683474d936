import RealistModel
import TestSupport
import Testing

@Suite struct TextSpanTests {
  @Test("relations of spans agree with sets of offsets, for all small spans")
  func relations() throws {
    var spans: [TextSpan] = []
    for start in 0..<6 { for end in start + 1...6 { spans.append(try TextSpan(start: start, end: end)) } }
    for left in spans {
      for right in spans {
        let (ours, theirs) = (Set(left.range), Set(right.range))
        #expect(left.overlaps(right) == !ours.isDisjoint(with: theirs))
        #expect(left.contains(right) == ours.isSuperset(of: theirs))
        #expect(Set(left.intersection(right)?.range ?? 0..<0) == ours.intersection(theirs))
        let isBefore = left.start < right.start || left.start == right.start && left.length > right.length
        #expect((left < right) == isBefore)
      }
    }
  }

  @Test(
    "marks in a text and its spans are two forms of one thing",
    arguments: ["⟦a⟧ ⟦b⟧", "⟦a ⟦b⟧⟧", "🙂⟦e\u{301}⟧"])
  func marks(text: String) throws {
    let (plain, spans) = try marked(text)
    #expect(marking(spans, in: plain) == text)
  }
}
