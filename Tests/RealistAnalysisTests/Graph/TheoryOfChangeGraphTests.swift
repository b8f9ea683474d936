import RealistAnalysis
import RealistModel
import Testing
import TestSupport

@Suite("The theory of change as a graph") struct TheoryOfChangeGraphTests {
  private func graph(_ sketch: StudySketch, derive: Bool = false) throws -> CausalGraph {
    CausalGraph.theoryOfChange(sketch.study, try sketch.lookup(), words: sketch.words, derive: derive)
  }

  private func link(_ graph: CausalGraph, _ from: String, _ to: String) throws -> CausalGraph.Link {
    try #require(graph.links.first { $0.from == from && $0.to == to && $0.polarity != nil })
  }

  @Test("Stages that hold no factor have no column, and columns keep the study's order")
  func columns() throws {
    let graph = try graph(.kitchen())
    #expect(
      graph.columns.map(\.key) == [
        "context", "barriers", "activities", "short-outcomes", "medium-outcomes", "impacts",
      ])
    #expect(graph.columns.map(\.isBeyondCeiling) == [false, false, false, false, false, true])
  }

  @Test("A mechanism and an outcome of one configuration that both have a factor are joined, once")
  func derivedLink() throws {
    let graph = try graph(.kitchen())
    let link = try link(graph, "needed", "ask")
    #expect(!link.isWritten)
    #expect(link.configurations == [1])
    #expect(link.polarity == .increases)
    let written = graph.links.filter { $0.from == "summons" && $0.to == "away" }
    #expect(written.count == 1)
    #expect(written.first?.isWritten == true)
  }

  @Test("A context is a condition of the arrow, not a cause of the outcome")
  func conditions() throws {
    let graph = try graph(.kitchen())
    let link = try link(graph, "needed", "ask")
    #expect(link.conditions.map(\.place) == ["CMO1.C1"])
    #expect(!graph.links.contains { $0.from == "officials" && $0.to == "ask" })
    #expect(
      graph.links.contains { $0.from == "officials" && $0.to == "needed" && $0.kind == .condition })
  }

  @Test("Sources behind a link are counted once, and those that state the connection itself are named")
  func sourceCounts() throws {
    let link = try link(try graph(.kitchen()), "needed", "ask")
    #expect(link.evidence.sources == ["P01", "P02", "P03"])
    #expect(link.evidence.participants == ["P01", "P02", "P03"])
    #expect(link.evidence.direct == ["P03"])
    #expect(link.evidence.refuting == ["FG1"])
  }

  @Test("A link with its own passage and a configuration has the sources of both")
  func writtenEvidence() throws {
    let link = try link(try graph(.kitchen()), "lead", "needed")
    #expect(link.evidence.sources == ["P01", "P02", "P03"])
    #expect(link.evidence.direct == ["P01", "P03"])
    #expect(link.evidence.quotes.first?.words == "We handed over the spoon.")
    #expect(link.evidence.quotes.first?.attribution == "(Participant 1)")
  }

  @Test("Supporting evidence that is only anticipated is known as such")
  func anticipated() throws {
    let node = try #require(try graph(.kitchen()).node("street"))
    #expect(node.evidence.isOnlyAnticipated)
    #expect(node.evidence.sources == ["P03"])
  }

  @Test("A factor without evidence shows the passages that bear its code or one below it")
  func codedPassages() throws {
    var sketch = StudySketch.kitchen()
    sketch.coding("the tap drips", from: "P03", code: "inputs/hall/tap")
    sketch.factor("hall", "inputs", "A hall", code: "inputs/hall")
    let node = try #require(try graph(sketch).node("hall"))
    #expect(node.evidence.quotes.map(\.place) == ["code"])
    #expect(node.evidence.sources == ["P03"])
  }

  @Test("An element is represented by the factor of the nearest code above it")
  func nearestCode() throws {
    var sketch = StudySketch()
    sketch.configuration("one", "", "M+ a @m/a/x", "O b @o/b/y")
    sketch.factor("m", "activities", "M", code: "m")
    sketch.factor("ma", "activities", "MA", code: "m/a")
    sketch.factor("o", "long-outcomes", "O", code: "o")
    let graph = try graph(sketch)
    #expect(graph.links.map { "\($0.from)>\($0.to)" } == ["ma>o"])
  }

  @Test("A factor in a stage the study does not know is drawn in a last column")
  func unknownStage() throws {
    var sketch = StudySketch.kitchen()
    sketch.factor("lost", "limbo", "Lost")
    let graph = try graph(sketch)
    #expect(graph.columns.last?.key == "limbo")
    #expect(graph.nodes.last?.key == "lost")
  }

  @Test("No arrow is invented for a study without factors, unless it is asked for")
  func derivation() throws {
    var sketch = StudySketch.kitchen()
    (sketch.study.factors, sketch.study.links, sketch.study.loops) = ([], [], [])
    #expect(try graph(sketch).nodes.isEmpty)
    let derived = try graph(sketch, derive: true)
    #expect(derived.columns.map(\.key) == ["context", "barriers", "mechanisms", "outcomes"])
    #expect(derived.omitted.reasons == ["1 rejected configuration"])
    let ripple = derived.links.filter { $0.from == "outcomes/outcomes/ask" }
    #expect(ripple.map(\.kind) == [.condition])
    #expect(ripple.map(\.to) == ["mechanisms/mechanisms/no-debt"])
  }

  @Test(
    "The same study with ids in another order gives the same graph", arguments: [2, 3, 99, 12345] as [UInt64])
  func idsDoNotMatter(seed: UInt64) throws {
    #expect(try graph(.kitchen(idSeed: seed)) == graph(.kitchen()))
  }
}

@Suite("Which way a mechanism works on an outcome") struct ArgumentPolarityTests {
  @Test(
    "An intended outcome is hindered by a disabling mechanism; an unmarked one belongs to the mechanism before it",
    arguments: [
      (["M+ a @m", "O+ b @o"], CausalLink.Polarity.increases),
      (["M- a @m", "O+ b @o"], .decreases),
      (["M- a @m", "O- b @o"], .increases),
      (["M+ a @m", "O- b @o"], .decreases),
      (["M- a @m", "O b @o"], .increases),
      (["M- x @x", "O b @o", "M+ a @m"], .decreases),
      (["O b @o", "M+ a @m"], .increases),
      (["M a @m", "O- b @o"], .increases),
    ])
  func polarity(elements: [String], expected: CausalLink.Polarity) throws {
    var sketch = StudySketch()
    let parsed = elements.map { text in
      let words = text.split(separator: " ")
      return sketch.element(
        letter: String(words[0].prefix(1)), sign: String(words[0].dropFirst()), String(words[1]),
        code: String(words[2].dropFirst()), key: text)
    }
    sketch.configuration("one", "", elements: parsed)
    sketch.factor("m", "activities", "M", code: "m")
    sketch.factor("o", "long-outcomes", "O", code: "o")
    let graph = CausalGraph.theoryOfChange(sketch.study, try sketch.lookup(), words: [:])
    #expect(graph.links.compactMap(\.polarity) == [expected])
  }
}
