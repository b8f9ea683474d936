import RealistAnalysis
import RealistModel
import TestSupport
import Testing

@Suite("What came from what among theories")
struct TheoryLineageTests {
  /// Career was refined, then split into cover and posts; posts and pay were merged into ladder; luck was refuted, wage superseded by ladder.
  private func sketch() -> StudySketch {
    var sketch = StudySketch()
    sketch.theory(
      "career", origin: .document, ("initial", "If careers", ""),
      ("refined", "If careers and time", "too broad"),
      ("split", "", "two reasons"))
    let cover = sketch.theory("cover", ("split", "If cover", "two reasons"))
    let posts = sketch.theory("posts", ("split", "If posts", "two reasons"), ("merged", "", "one thing"))
    sketch.theory("pay", ("initial", "If pay", ""), ("merged", "", "one thing"))
    let ladder = sketch.theory("ladder", ("merged", "If posts that pay", "one thing"))
    sketch.theory("luck", ("initial", "If luck", ""), ("refuted", "", "nobody"))
    sketch.theory("wage", ("initial", "If wages", ""), ("superseded", "", "weaker"))
    sketch.study.theories[0].versions[2].into = [cover, posts]
    sketch.study.theories[2].versions[1].into = [ladder]
    sketch.study.theories[3].versions[1].into = [ladder]
    sketch.study.theories[6].versions[1].into = [ladder]
    return sketch
  }

  private func lineage() -> TheoryLineage { TheoryLineage(sketch().study.theories) }

  private func theory(_ key: String) throws -> Theory {
    try #require(lineage().theories.first { $0.key == key })
  }

  @Test(
    "the first wordings are those that a theory goes back to through splits and mergers",
    arguments: [
      ("career", ["If careers"]), ("cover", ["If careers"]), ("posts", ["If careers"]),
      ("ladder", ["If careers", "If pay"]), ("wage", ["If wages"]), ("luck", ["If luck"]),
    ])
  func origins(key: String, expected: [String]) throws {
    #expect(lineage().origins(of: try theory(key)).map(\.version.statement) == expected)
  }

  @Test("a theory that others were merged into keeps its own first wording")
  func mergedInto() throws {
    var sketch = StudySketch()
    let into = sketch.theory("one", ("initial", "If one", ""), ("merged", "If both", "same"))
    sketch.theory("two", ("initial", "If two", ""), ("merged", "", "same"))
    sketch.study.theories[1].versions[1].into = [into]
    let lineage = TheoryLineage(sketch.study.theories)
    #expect(lineage.origins(of: sketch.study.theories[0]).map(\.version.statement) == ["If one", "If two"])
    #expect(lineage.current(sketch.study.theories[0])?.version.statement == "If both")
  }

  @Test("what stands is what is held, refuted or superseded, not what goes on as others")
  func standing() {
    #expect(lineage().standing.map(\.key) == ["cover", "ladder", "luck", "wage"])
  }

  @Test("the steps to a theory begin with those of what went over into it")
  func steps() throws {
    let steps = lineage().steps(to: try theory("ladder")).map { "\($0.theory.key) \($0.version.label)" }
    #expect(
      steps == [
        "career initial", "career refined", "career split", "posts split", "posts merged", "pay initial",
        "pay merged", "ladder merged",
      ])
  }

  @Test("the genesis has a node for each wording and each end, and an edge for each step")
  func genesis() {
    let genesis = TheoryGenesis(sketch().study.theories)
    #expect(
      genesis.nodes.map(\.key) == [
        "career/1", "career/2", "cover/1", "posts/1", "pay/1", "ladder/1", "luck/1", "luck/2", "wage/1",
      ])
    #expect(
      genesis.edges.map { "\($0.from) \($0.step.rawValue) \($0.to)" } == [
        "career/1 refined career/2", "career/2 split cover/1", "career/2 split posts/1",
        "posts/1 merged ladder/1", "pay/1 merged ladder/1", "luck/1 refuted luck/2",
        "wage/1 superseded ladder/1",
      ])
    #expect(genesis.nodes.filter(\.isCurrent).map(\.key) == ["cover/1", "ladder/1"])
    let luck = sketch().study.theories[5].id
    #expect(TheoryGenesis(sketch().study.theories, only: [luck]).nodes.map(\.key) == ["luck/1", "luck/2"])
    let pay = sketch().study.theories[4].id
    #expect(TheoryGenesis(sketch().study.theories, only: [pay]).nodes.count == 7)
  }

  @Test("theories that went over into each other in a circle end where they began")
  func circle() {
    var sketch = StudySketch()
    let one = sketch.theory("one", ("split", "If one", ""), ("merged", "", ""))
    let two = sketch.theory("two", ("split", "If two", ""), ("merged", "", ""))
    sketch.study.theories[0].versions[1].into = [two]
    sketch.study.theories[1].versions[1].into = [one]
    let lineage = TheoryLineage(sketch.study.theories)
    #expect(lineage.origins(of: sketch.study.theories[0]).isEmpty)
    #expect(lineage.steps(to: sketch.study.theories[0]).count == 4)
    #expect(TheoryGenesis(sketch.study.theories).nodes.count == 2)
  }
}

@Suite("Responses to theories")
struct TheoryResponsesTests {
  @Test("everybody who took part has a row, silence is computed, people who withdrew count for nothing")
  func matrix() throws {
    var sketch = StudySketch()
    sketch.theory("paper", ("initial", "If paper", ""))
    sketch.theory("person", ("initial", "If person", ""))
    for name in ["P1", "P2", "P3"] { sketch.source(name) }
    sketch.response(.confirms, to: "paper", "so it is", from: "P1")
    sketch.response(.falsifies, to: "paper", "but not there", from: "P1")
    sketch.response(.refines, to: "person", "only if", from: "P2")
    sketch.response(.confirms, to: "person", "gone", from: "P3")
    sketch.response(.confirms, to: "person", "written", from: "D1")
    sketch.study.participants[2].withdrawn = CalendarDate("2026-01-01")
    sketch.study.participants[0].attributes["role"] = .text("lead")
    let passages = QuotedPassages(sketch.study, try sketch.lookup(), words: sketch.words)

    let matrix = TheoryResponses(sketch.study, passages: passages)
    let words = matrix.rows.map { row in
      matrix.theories.map { theory in
        TheoryResponse.Kind.allCases.map { row.count($0, on: theory.id) }
      }
    }
    #expect(matrix.rows.map(\.name) == ["P1", "P2", "D1 (nobody named)"])
    #expect(words == [[[1, 1, 0], [0, 0, 0]], [[0, 0, 0], [0, 0, 1]], [[0, 0, 0], [1, 0, 0]]])
    #expect(matrix.rows[0].isSilent(on: sketch.study.theories[1].id))

    let groups = TheoryResponses(sketch.study, passages: passages, by: "role")
    #expect(groups.rows.map(\.name) == ["lead", "(no role)", "D1 (nobody named)"])
  }
}
