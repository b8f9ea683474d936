import RealistAnalysis
import RealistModel
import RealistDiagrams
import TestSupport
import Testing

@Suite("The genesis of theories as a diagram")
struct TheoryGenesisTests {
  private func sketch() -> StudySketch {
    var sketch = StudySketch()
    sketch.theory(
      "paper", origin: .document, ("initial", "If it is \"signed\",\nthen \\N & <b>", ""),
      ("refined", "If it is read", "nobody read it"), ("refuted", "", "it was not read"))
    let segment = sketch.quote("I never \"read\" it", from: "P1")
    sketch.study.theories[0].versions[2].passages = [Theory.Passage(segment: segment, bearing: .refutes)]
    return sketch
  }

  private func drawn() throws -> (dot: String, words: String, mermaid: String) {
    let sketch = sketch()
    let passages = QuotedPassages(sketch.study, try sketch.lookup(), words: sketch.words)
    let genesis = TheoryGenesis(sketch.study.theories)
    return (
      genesis.dot(passages: passages, title: "T"), genesis.words(passages: passages), genesis.mermaid()
    )
  }

  @Test("what people typed stays inside its quotation marks, and a statement's line breaks do not show")
  func escaped() throws {
    let dot = try drawn().dot
    #expect(dot.contains(#"If it is \"signed\", then"#))
    #expect(dot.contains(#"\\N &amp; <b>"#))
    #expect(dot.contains(#"“I never \"read\" it”"#))
    #expect(dot.hasPrefix("digraph \"genesis\" {\n") && dot.hasSuffix("}\n"))
    #expect(try drawn().dot == dot)
  }

  @Test("what ended is an octagon, what is held has a double border")
  func ended() throws {
    let dot = try drawn().dot
    #expect(dot.contains("\"n-paper-3\" [id=\"n-paper-3\", class=\"version refuted\""))
    #expect(dot.contains("shape=\"octagon\"") && !dot.contains("peripheries"))
  }

  @Test("the diagram in words has every wording, every step, its reason and its passages")
  func words() throws {
    #expect(
      try drawn().words == """
        paper, initial, from a document: If it is "signed", then \\N & <b>
          refined into paper, refined, because: nobody read it
        paper, refined: If it is read
          refuted into paper, refuted, because: it was not read
            “I never "read" it” (Participant 1) [refutes]
        paper, refuted

        """)
    #expect(try drawn().mermaid.hasPrefix("flowchart LR\n"))
  }
}
