import RealistModel
import TestSupport
import Testing

@Suite struct QuoteLocatorTests {
  /// A quote and the one place in the text where it is to be found.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let quote: String
    /// With the place marked.
    let text: String
    var exact = false
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "exact", quote: "felt safe", text: "I ⟦felt safe⟧ there", exact: true),
    Case(name: "exact before tolerant", quote: "it’s mine", text: "it's mine, ⟦it’s mine⟧", exact: true),
    Case(name: "exact case before other case", quote: "Care", text: "care and ⟦Care⟧", exact: true),
    Case(name: "whole word before part of a word", quote: "care", text: "career or ⟦care⟧", exact: true),
    Case(name: "whole word of other case before part", quote: "care", text: "career or ⟦Care⟧"),
    Case(name: "part of a word when there is no other", quote: "etent", text: "r⟦etent⟧ion", exact: true),
    Case(name: "white space around", quote: "  felt safe\n", text: "I ⟦felt safe⟧", exact: true),
    Case(name: "line break for space", quote: "felt safe there", text: "I ⟦felt\n  safe there⟧."),
    Case(name: "space for line break", quote: "felt\n\nsafe", text: "I ⟦felt safe⟧"),
    Case(name: "no-break space", quote: "band 4", text: "a ⟦band\u{a0}4⟧ post"),
    Case(name: "straight for curly apostrophe", quote: "didn't", text: "we ⟦didn’t⟧ know"),
    Case(name: "curly for straight apostrophe", quote: "didn’t", text: "we ⟦didn't⟧ know"),
    Case(name: "single for double marks", quote: "said 'no way' twice", text: "she ⟦said “no way” twice⟧."),
    Case(name: "quoted as a whole", quote: "“felt safe”", text: "I ⟦felt safe⟧ there"),
    Case(name: "dashes", quote: "a role - mine", text: "It was ⟦a role—mine⟧ at last"),
    Case(name: "dash with spaces", quote: "well-known", text: "⟦well – known⟧"),
    Case(name: "two hyphens", quote: "a role – mine", text: "⟦a role -- mine⟧"),
    Case(
      name: "elision with dots", quote: "the rota ... in advance",
      text: "⟦the rota was filled weeks in advance⟧"),
    Case(
      name: "elision sign", quote: "the rota … in advance", text: "⟦the rota was filled weeks in advance⟧"),
    Case(name: "spaced dots", quote: "the rota . . . in advance", text: "⟦the rota was filled in advance⟧"),
    Case(
      name: "bracketed elision", quote: "the rota […] in advance", text: "⟦the rota was filled in advance⟧"),
    Case(name: "elision in parentheses", quote: "the rota (...) advance", text: "⟦the rota in advance⟧"),
    Case(name: "elision of nothing", quote: "the rota … was", text: "⟦the rota was⟧ full"),
    Case(name: "elisions at the ends", quote: "… the rota was …", text: "so ⟦the rota was⟧ full"),
    Case(name: "shortest stretch", quote: "the … full", text: "the one and ⟦the rota was full⟧"),
    Case(name: "elision between whole words only", quote: "I … is", text: "⟦I think it is⟧ his"),
    Case(name: "a pause in the text", quote: "I was tired", text: "⟦I was... tired⟧"),
    Case(name: "a pause before a mark", quote: "was...' she said", text: "“I ⟦was...” she said⟧"),
    Case(
      name: "a pause given to the letter", quote: "I was... tired", text: "I was tired, ⟦I was... tired⟧",
      exact: true),
    Case(name: "insertion", quote: "he [the manager] said so", text: "then ⟦he said so⟧"),
    Case(name: "insertion that replaces", quote: "then [the manager] said so", text: "⟦then he said so⟧"),
    Case(name: "insertion at the ends", quote: "[He] said so [yesterday]", text: "she ⟦said so⟧"),
    Case(name: "bracketed first letter", quote: "[T]he rota was", text: "and ⟦the rota was⟧ full"),
    Case(
      name: "brackets that are in the text", quote: "so [laughs] no", text: "⟦so [laughs] no⟧", exact: true),
    Case(name: "other case last", quote: "THE ROTA", text: "and ⟦the Rota⟧ was"),
    Case(name: "other case beyond ASCII", quote: "ÉTÉ", text: "un ⟦été⟧ là"),
    Case(name: "one scalar for two", quote: "caf\u{e9} noir", text: "un ⟦cafe\u{301} noir⟧"),
    Case(name: "two scalars for one", quote: "cafe\u{301} noir", text: "un ⟦caf\u{e9} noir⟧"),
    Case(name: "soft hyphen in the text", quote: "competencies", text: "the ⟦compe\u{ad}tencies⟧ list"),
    Case(name: "after emoji", quote: "the quote", text: "👨‍👩‍👧🙂 e\u{301} is ⟦the quote⟧", exact: true),
    Case(name: "right to left", quote: "السلام عليكم", text: "he said ⟦السلام  عليكم⟧ to us"),
    Case(name: "no spaces between words", quote: "很安全", text: "我觉得⟦很安全⟧。", exact: true),
  ]

  @Test("a quote is found as people write it", arguments: cases)
  func found(_ example: Case) throws {
    let (text, spans) = try marked(example.text)
    let match = try QuoteLocator(text: text).locate(example.quote)
    #expect(marking([match.span], in: text) == marking(spans, in: text))
    #expect(match.isExact == example.exact)
  }

  @Test(
    "a quote that is not there is not found",
    arguments: [
      ("felt unsafe", "I felt safe there"), ("safe felt", "I felt safe"), ("e", "cafe\u{301}"),
      ("👨", "👨‍👩‍👧"), ("felt [quite] there", "felt one two three four there"), ("in … advance", "advance in"),
    ])
  func absent(quote: String, text: String) throws {
    let locator = QuoteLocator(text: try SourceText(text))
    #expect(try locator.matches(for: quote).isEmpty)
  }

  @Test("a quote without words is refused", arguments: ["", " \n", "...", "… …"])
  func empty(quote: String) throws {
    let locator = QuoteLocator(text: try SourceText("I felt safe"))
    #expect(throws: QuoteError.empty) { try locator.matches(for: quote) }
  }

  @Test("an elision beyond one turn or forty words is no match")
  func longElision() throws {
    let many = String(repeating: "word ", count: 41)
    let (text, spans) = try marked("⟦we \(many)all⟧ ⟦agreed⟧")
    #expect(try QuoteLocator(text: text).matches(for: "we … all").isEmpty)
    let oneTurn = QuoteLocator(text: text, turns: [Turn(span: spans[0]), Turn(span: spans[1])])
    #expect(try oneTurn.matches(for: "we … all").count == 1)
    #expect(try oneTurn.matches(for: "we … agreed").isEmpty)
  }

  @Test("several places are an ambiguity that names them, and an occurrence chooses")
  func ambiguous() throws {
    let (text, spans) = try marked("⟦the rota⟧ is\nnot ⟦the rota⟧ or\n\n⟦the rota⟧.")
    let locator = QuoteLocator(text: text)
    let places = zip(spans, [1, 2, 4]).map { QuotePlace(span: $0, line: $1) }
    #expect(throws: QuoteError.ambiguous(count: 3, places: places)) { try locator.locate("the rota") }
    #expect(try locator.locate("the rota", occurrence: 2).span == spans[1])
    #expect(throws: QuoteError.noSuchOccurrence(4, count: 3)) {
      try locator.locate("the rota", occurrence: 4)
    }
    #expect(throws: QuoteError.noSuchOccurrence(0, count: 3)) {
      try locator.locate("the rota", occurrence: 0)
    }
  }

  @Test("a match knows its turns, goes on over labels, and prefers what was said")
  func turns() throws {
    let (text, spans) = try marked(
      "INT: ⟦How was the start for you⟧\n\nP05: ⟦The start was hard⟧\n\nINT: ⟦And then⟧\n\nP05: ⟦Then INT helped⟧\n"
    )
    let locator = QuoteLocator(text: text, turns: spans.map { Turn(span: $0) })
    #expect(try locator.locate("was hard").turns == 1..<2)
    let across = try locator.locate("was hard and then then int")
    #expect(across.turns == 1..<4)
    #expect(String(text[across.span]) == "was hard\n\nINT: And then\n\nP05: Then INT")
    #expect(try locator.locate("was hard\nINT: And").turns == 1..<3)
    #expect(try locator.matches(for: "INT").map(\.turns) == [3..<4])
    let label = try locator.matches(for: "P05")
    #expect(label.map(\.turns) == [1..<1, 3..<3])
  }

  @Test("the closest passages are named, best first, and the message holds no words")
  func closest() throws {
    let (text, spans) = try marked(
      """
      We had to wait for weeks. ⟦the rota was always filled three weeks in advance⟧ and nobody asked us.
      Later on ⟦the rota was filled⟧ by somebody else entirely, which was a surprise to the band.
      """)
    let locator = QuoteLocator(text: text)
    let passages = locator.closest(to: "the rota was always filled four weeks in advance")
    #expect(passages.first?.span == spans[0])
    #expect(passages.count >= 2)
    #expect(passages.dropFirst().contains { $0.span.overlaps(spans[1]) })
    #expect(passages.map(\.similarity) == passages.map(\.similarity).sorted(by: >))
    do {
      _ = try locator.locate("the rota was always filled four weeks in advance")
      Issue.record("nothing was to be found")
    } catch {
      #expect(!error.message.contains("rota") && error.hint?.contains("rota") == false)
      #expect(error == .notFound(closest: passages))
    }
    #expect(locator.closest(to: "zebra xylophone").isEmpty)
  }

  @Test("every span of a text is found by its own words", arguments: [1, 2, 3] as [UInt64])
  func ownWords(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let alphabet = [
      "a", "é", "e\u{301}", "🙂", "👨‍👩‍👧", "م", "B", "b", " ", "\n", "'", "’", "-", "...", "…", ".", "[", "]",
    ]
    for _ in 0..<300 {
      let parts = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let text = try SourceText(parts.joined())
      let start = Int.random(in: 0..<text.length, using: &random)
      let (span, _) = try text.span(covering: start..<Int.random(in: start + 1...text.length, using: &random))
      let words = String(text[span])
      guard words.trimmed == words, let found = try? QuoteLocator(text: text).matches(for: words) else {
        continue
      }
      // A part of a word is only looked for when the words are nowhere else as whole words.
      let preferred = found.filter { !isCut($0.span, in: text) }
      #expect(
        found.contains { $0.span == span && $0.isExact } || (isCut(span, in: text) && !preferred.isEmpty),
        "\(words.debugDescription) in \(text.string.debugDescription)")
      for match in found { #expect(try !text.span(covering: match.span.range).widened) }
    }
  }

  private func isCut(_ span: TextSpan, in text: SourceText) -> Bool {
    let characters = Array(text.string)
    var (offset, before) = (0, Character(" "))
    for character in characters {
      if offset == span.start || offset == span.end, isLetter(before), isLetter(character) { return true }
      (offset, before) = (offset + character.unicodeScalars.count, character)
    }
    return false
  }

  private func isLetter(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
