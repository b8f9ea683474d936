import RealistModel
import TestSupport
import Testing

@Suite struct CarryoverTests {
  enum Expected: Sendable { case exact, moved, changed, lost }

  /// A span marked in the old text and the place it goes to, marked in the new one.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let old: String
    let new: String
    let outcome: Expected
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "same offsets", old: "I felt ⟦safe⟧ there", new: "I felt ⟦safe⟧ here", outcome: .exact),
    Case(name: "a line on top", old: "I felt ⟦safe⟧", new: "Title\n\nI felt ⟦safe⟧", outcome: .moved),
    Case(
      name: "a word before", old: "I felt ⟦safe⟧ there", new: "I always felt ⟦safe⟧ there", outcome: .moved),
    Case(name: "a corrected word", old: "I ⟦felt sate⟧ there", new: "I ⟦felt safe⟧ there", outcome: .changed),
    Case(
      name: "all words replaced", old: "So then I ⟦panicked⟧ at the door",
      new: "So then I ⟦sat down⟧ at the door", outcome: .changed),
    Case(
      name: "a word inserted", old: "I ⟦felt safe⟧ there", new: "I ⟦felt very safe⟧ there", outcome: .changed),
    Case(
      name: "first word replaced", old: "we ⟦felt safe there⟧ now", new: "we ⟦were safe there⟧ now",
      outcome: .changed),
    Case(
      name: "last word replaced", old: "we ⟦felt safe there⟧ now", new: "we ⟦felt safe here⟧ now",
      outcome: .changed),
    Case(name: "joined lines", old: "we ⟦felt\nsafe⟧ there", new: "we ⟦felt safe⟧ there", outcome: .changed),
    Case(name: "words deleted", old: "we felt ⟦very⟧ safe", new: "we felt safe", outcome: .lost),
    Case(
      name: "paragraph deleted", old: "One is here.\n\nTwo ⟦was there⟧ too.\n\nThree.",
      new: "One is here.\n\nThree.", outcome: .lost),
    Case(
      name: "paragraph moved", old: "One is ⟦here⟧.\n\nTwo was there.\n\nThree came late.",
      new: "Two was there.\n\nThree came late.\n\nOne is ⟦here⟧.", outcome: .moved),
    Case(
      name: "sentence moved into another paragraph",
      old: "Start here. ⟦We met on Mondays.⟧ And so on it went.\n\nThe end came soon enough for us.",
      new: "Start here. And so on it went.\n\nThe end came soon enough for us. ⟦We met on Mondays.⟧",
      outcome: .moved),
    Case(
      name: "the right one of two equal lines", old: "A b c.\nYes.\nD e f.\n⟦Yes.⟧\nG.",
      new: "A b c.\nD e f.\n⟦Yes.⟧\nG.", outcome: .moved),
    Case(
      name: "the deleted one of two equal lines", old: "A b c.\n⟦Yes.⟧\nD e f.\nYes.\nG.",
      new: "A b c.\nD e f.\nYes.\nG.", outcome: .lost),
    Case(
      name: "a mark put on the last letter", old: "the ⟦cafe⟧ there", new: "the ⟦cafe\u{301}⟧ there",
      outcome: .changed),
    Case(name: "emoji before", old: "🙂 ⟦safe⟧ 🙂", new: "👨‍👩‍👧🙂 ⟦safe⟧ 🙂", outcome: .moved),
    Case(
      name: "replaced by another paragraph", old: "One is here.\nTwo ⟦was there⟧ too.\nThree.",
      new: "One is here.\nNobody knows how it ended in the north.\nThree.", outcome: .lost),
    Case(name: "everything deleted", old: "we ⟦felt⟧ safe", new: "", outcome: .lost),
  ]

  @Test("a span goes where its words go", arguments: cases)
  func carried(_ example: Case) throws {
    let (old, oldSpans) = try marked(example.old)
    let (new, newSpans) = try marked(example.new)
    let carried = Carryover.carry(spans: oldSpans, from: old, to: new)
    let expected: CarriedSpan.Outcome =
      switch example.outcome {
      case .exact: .exact
      case .moved: .moved(to: try #require(newSpans.first))
      case .changed: .changed(to: try #require(newSpans.first))
      case .lost: .lost
      }
    #expect(carried.map(\.outcome) == [expected])
  }

  @Test("inserting lines on top moves every span by as much", arguments: [1, 2, 3] as [UInt64])
  func linesOnTop(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let paragraphs = Self.paragraphs(30, &random)
    let old = try SourceText(paragraphs.joined(separator: "\n\n"))
    let top = "A line that is new 🙂\n\nand another\n"
    let new = try SourceText(top + old.string)
    let spans = try Self.spans(in: old, 200, &random)
    let shift = top.unicodeScalars.count
    for carried in Carryover.carry(spans: spans, from: old, to: new) {
      let expected = try TextSpan(start: carried.old.start + shift, end: carried.old.end + shift)
      #expect(carried.outcome == .moved(to: expected))
    }
  }

  @Test("deleting a paragraph loses only the spans within it", arguments: [1, 2, 3] as [UInt64])
  func deletedParagraph(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var paragraphs = Self.paragraphs(20, &random)
    let old = try SourceText(paragraphs.joined(separator: "\n\n"))
    let victim = Int.random(in: 1..<19, using: &random)
    let start = paragraphs[..<victim].map { $0.unicodeScalars.count + 2 }.reduce(0, +)
    let gone = try TextSpan(start: start, end: start + paragraphs[victim].unicodeScalars.count)
    paragraphs.remove(at: victim)
    let new = try SourceText(paragraphs.joined(separator: "\n\n"))
    var lost = 0
    for carried in Carryover.carry(spans: try Self.spans(in: old, 400, &random), from: old, to: new) {
      if gone.contains(carried.old) {
        lost += 1
        #expect(carried.outcome == .lost)
      } else if !gone.overlaps(carried.old), carried.old.start > gone.end || carried.old.end < gone.start {
        let place = try #require(carried.new)
        #expect(String(new[place]) == String(old[carried.old]))
        if case .changed = carried.outcome { Issue.record("\(carried) did not change") }
      } else if gone.overlaps(carried.old) {
        #expect(carried.outcome != .exact)
      }
    }
    #expect(lost > 0)
  }

  @Test("paragraphs that change places take their spans along", arguments: [1, 2, 3] as [UInt64])
  func movedParagraphs(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let paragraphs = Self.paragraphs(15, &random)
    let order = Array(paragraphs.indices).shuffled(using: &random)
    let old = try SourceText(paragraphs.joined(separator: "\n\n") + "\n")
    let new = try SourceText(order.map { paragraphs[$0] }.joined(separator: "\n\n") + "\n")
    var offset = 0
    for (place, paragraph) in paragraphs.enumerated() {
      let length = paragraph.unicodeScalars.count
      let inner = try old.span(covering: offset + 3..<offset + length - 2).span
      let carried = Carryover.carry(spans: [inner], from: old, to: new)[0]
      let before = order.prefix { $0 != place }.map { paragraphs[$0].unicodeScalars.count + 2 }.reduce(0, +)
      #expect(carried.new?.start == before + inner.start - offset)
      if case .changed = carried.outcome { Issue.record("\(carried) did not change") }
      offset += length + 2
    }
  }

  @Test("whatever was edited, each span has an answer that is true", arguments: 1...40 as ClosedRange<UInt64>)
  func randomEdits(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let old = try SourceText(Self.paragraphs(8, &random).joined(separator: "\n\n"))
    var characters = Array(old.string)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let start = Int.random(in: 0..<max(1, characters.count), using: &random)
      let end = min(characters.count, start + Int.random(in: 0...60, using: &random))
      let new = ["", "x", "\n\n", "e\u{301} 🙂 and so", "word"].randomElement(using: &random) ?? ""
      characters.replaceSubrange(start..<end, with: Array(new))
    }
    let new = try SourceText(String(characters))
    let spans = try Self.spans(in: old, 60, &random)
    let carried = Carryover.carry(spans: spans, from: old, to: new)
    #expect(carried.map(\.old) == spans)
    for one in carried {
      guard let place = one.new else { continue }
      #expect(try !new.span(covering: place.range).widened)
      let isSame = String(new[place]).utf8.elementsEqual(String(old[one.old]).utf8)
      switch one.outcome {
      case .exact: #expect(isSame && place == one.old)
      case .moved: #expect(isSame && place != one.old)
      case .changed: #expect(!isSame)
      case .lost: Issue.record("a lost span has no place")
      }
    }
  }

  /// Paragraphs of unlike words, so that each is unique.
  static func paragraphs(_ count: Int, _ random: inout SplitMix64) -> [String] {
    (0..<count).map { number in
      let words = (0..<Int.random(in: 8...40, using: &random)).map { _ in
        let letters = (0..<Int.random(in: 1...8, using: &random)).map { _ in
          ["a", "b", "é", "e\u{301}", "t", "n", "م", "s"].randomElement(using: &random) ?? "a"
        }
        return letters.joined()
      }
      return "P0\(number): " + words.joined(separator: " ") + " 🙂."
    }
  }

  static func spans(in text: SourceText, _ count: Int, _ random: inout SplitMix64) throws -> [TextSpan] {
    try (0..<count).map { _ in
      let start = Int.random(in: 0..<text.length, using: &random)
      let end = Int.random(in: start + 1...min(text.length, start + 80), using: &random)
      return try text.span(covering: start..<end).span
    }
  }
}
