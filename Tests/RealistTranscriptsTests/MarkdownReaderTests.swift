import RealistTranscripts
import Testing

@Suite("Markdown")
struct MarkdownReaderTests {
  private func words(_ markdown: String) throws -> [String] {
    try imported(markdown, as: "x.md").words
  }

  @Test("Bold names are speakers, whichever side of the bold type the colon is on")
  func boldNames() throws {
    let transcript = try imported(
      "# Interview\n\n**Ana R., PhD:** One?\n\n**Bo**: Two\n*really*.\n\nMore.\n\n**Ana R., PhD:**\n\nThree?\n\n__Bo:__ Four.",
      as: "x.md")
    #expect(transcript.format == .markdown)
    #expect(
      transcript.expectedForm == [
        .init("Ana R., PhD", "One?"), .init("Bo", "Two\nreally.\n\nMore."), .init("Ana R., PhD", "Three?"),
        .init("Bo", "Four."),
      ])
    #expect(
      transcript.text.string
        == "Interview\n\nAna R., PhD: One?\n\nBo: Two\nreally.\n\nMore.\n\nAna R., PhD: Three?\n\nBo: Four.\n"
    )
    checkSpans(transcript)
  }

  @Test("The format is seen from the content where the ending does not say")
  func detection() throws {
    #expect(try imported("**Ana:** One?\n\n**Bo:** Two.").format == .markdown)
    #expect(try imported("Ana: *One*?\n\nBo: Two.").format == .plain)
  }

  static let inline: [(String, String)] = [
    ("a *b* c", "a b c"), ("a **b** c", "a b c"), ("a ***b*** c", "a b c"), ("_a_ __b__", "a b"),
    ("**a *b* c**", "a b c"),
    ("snake_case_word and 2 * 3 * 4", "snake_case_word and 2 * 3 * 4"), ("a * b", "a * b"), ("*a", "*a"),
    ("a**", "a**"),
    ("\\[laughter\\] \\*x\\* C\\# a\\b", "[laughter] *x* C# a\\b"), ("`a*b*` ``c`d``", "a*b* c`d"),
    ("`a", "`a"),
    ("see [the *site*](https://example.org/a_(b)) now", "see the site now"), ("![alt](x.png)", "alt"),
    ("[P1](x", "[P1](x"),
    ("[a] (b)", "[a] (b)"), ("<https://example.org>", "https://example.org"),
    ("<laughs> a<br>b", "<laughs> a\nb"),
    ("AT&amp;T &lt;x&gt; &#39;&#x2019; &unknown; &", "AT&T <x> '’ &unknown; &"), ("*foo**bar*", "foo**bar"),
    ("**“Quoted,”** she said", "“Quoted,” she said"), ("a**b**c", "abc"), ("a__b__c", "a__b__c"),
    ("é*ü*é", "éüé"),
    ("one\\\ntwo  \nthree", "one\ntwo\nthree"), ("> quoted\n> more", "quoted\nmore"),
    ("- item *a*", "- item a"),
    ("```\n*as it is*\n```", "*as it is*"), ("```\nnever closed", "```\nnever closed"),
  ]

  @Test("Inline markup is resolved, and what is not plainly markup stays", arguments: inline)
  func inlineMarkup(case: (String, String)) throws { #expect(try words(`case`.0) == [`case`.1]) }

  @Test("Headings and rules are no speech; front matter and comments are left out and noted")
  func blocks() throws {
    let transcript = try imported(
      "---\ntitle: x\n---\n<!-- not\nthis -->\nTitle\n=====\n\n**A:** one\n\n---\n\n## Part *two* ##\n\n**B:** two\n\n[x](y)\n\n**A:** three\n**B:** four",
      as: "x.md")
    #expect(
      transcript.text.string
        == "Title\n\nA: one\n\nPart two\n\nB: two\n\nx\n\nA: three\n\nB: four\n")
    #expect(transcript.words == ["one", "two\n\nx", "three", "four"])
    #expect(
      transcript.notes == [
        "the YAML front matter was left out", "1 comment was left out", "the address of 1 link was left out",
        "2 passages are nobody's turn: they stand before the first speaker, or are headings",
      ])
  }

  @Test("Headings that recur are speakers")
  func headingSpeakers() throws {
    let transcript = try imported(
      "# Talk\n### Ana\nOne?\n### Bo\nTwo.\n\n### Ana\nThree?\n### Bo\nFour.", as: "x.md")
    #expect(transcript.expectedForm.map(\.speaker) == ["Ana", "Bo", "Ana", "Bo"])
    #expect(transcript.words == ["One?", "Two.", "Three?", "Four."])
  }

  @Test("A bold name that was not accepted takes its words from the last speaker")
  func unacceptedBoldName() throws {
    let transcript = try imported(
      "**A:** one\n\n**B:** two\n\n**A:** three\n\n**Guest Gil:** four\n\n**B:** five", as: "x.md")
    #expect(transcript.expectedForm[3] == .init(nil, "Guest Gil: four"))
    #expect(transcript.offeredNames == ["Guest Gil"])
  }

  @Test(
    "Very many marks are read in good time",
    arguments: ["*", "_", "**a", "[", "`", "*_", "![", "a*", "<", "&", "[](", "``a`"])
  func pathological(unit: String) throws {
    let text = "x " + String(repeating: unit, count: 20_000 / unit.count)
    _ = try imported(text, as: "x.md")
  }
}
