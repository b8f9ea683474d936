import RealistModel
import TestSupport
import Testing

@Suite("Sentences")
struct SentenceTests {
  @Test(
    "a text is cut where its sentences end, and nowhere else",
    arguments: [
      "⟦I felt safe.⟧ ⟦Then they moved us!⟧ ⟦Why?⟧",
      "⟦He said “come back.”⟧ ⟦I did.⟧",
      "⟦Well... maybe not.⟧ ⟦No…⟧ ⟦But yes…⟧",
      "⟦It was, um... you know, e.g. the waiting, at 3.5 hours.⟧",
      "⟦Dr. Okafor and Mrs. J. Smith came.⟧ ⟦So did I.⟧ ⟦Then we left.⟧",
      "⟦They were band 4.⟧ ⟦Now they are not⟧",
      "⟦a line\nand its next⟧\n\n⟦another paragraph⟧\n \n⟦a third⟧",
      "⟦1. First of a list\n2. Second of it⟧",
      "⟦我觉得安全。⟧⟦真的！⟧⟦你呢？⟧",
      "⟦🙂🙂 I trusted the nurse.⟧ ⟦É was there.⟧  ",
      "⟦What?!⟧ ⟦(Laughs.)⟧ ⟦No way.⟧",
      "⟦no end⟧", "", " \n ",
    ])
  func sentences(marks: String) throws {
    let (text, spans) = try marked(marks)
    let found = try text.wholeSpan.map { text.sentences(in: try text.checked($0)) } ?? []
    #expect(marking(found, in: text) == marking(spans, in: text))
  }

  @Test("sentences of a stretch lie within it, and together hold all its words")
  func stretch() throws {
    let (text, spans) = try marked("P01: ⟦🙂 One. Two, three. And fo⟧ur. Five.")
    let found = text.sentences(in: spans[0])
    #expect(found.map { String(text[$0]) } == ["🙂 One.", "Two, three.", "And fo"])
  }
}
