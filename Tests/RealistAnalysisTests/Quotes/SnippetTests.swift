import RealistAnalysis
import Testing

@Suite("Snippets")
struct SnippetTests {
  static let words = "I met the nurse\nthen, and nobody trusted her"

  @Test(
    "what was found is marked, and only the words near it are kept",
    arguments: [
      ([10..<15], nil, "I met the [nurse] then, and nobody trusted her"),
      ([10..<15], 1, "… the [nurse] then, …"), ([10..<15], 0, "… [nurse] …"), ([0..<1], 1, "[I] met …"),
      ([10..<15, 33..<40], 0, "… [nurse] then, and nobody [trusted] …"),
      ([5..<15], 0, "… [the] [nurse] …"), ([], 2, "I met the nurse then, and nobody trusted her"),
    ] as [([Range<Int>], Int?, String)])
  func marks(matches: [Range<Int>], context: Int?, expected: String) {
    #expect(
      Snippet.text(Self.words, matches: matches, context: context, marks: (open: "[", close: "]")) == expected
    )
  }

  @Test("offsets count Unicode scalars")
  func scalars() {
    #expect(Snippet.text("👨‍👩‍👧 e\u{301}n trust", matches: [10..<15], context: 0) == "… **trust**")
    #expect(Snippet.text("🙂 trust", matches: [2..<7], context: nil) == "🙂 **trust**")
  }
}
