import RealistAnalysis
import RealistMatrices
import RealistModel
import TestSupport
import Testing

@Suite("Demi-regularities")
struct RegularitiesTests {
  /// Three invented people; waiting and anger on the same words of two of them, twice in one.
  private func sketch() -> StudySketch {
    var sketch = StudySketch()
    for (name, words) in [("P01", "a"), ("P01", "b"), ("P02", "c")] {
      sketch.coding(words, from: name, code: "contexts/waiting/long")
      sketch.coding(words, from: name, code: "outcomes/anger")
    }
    sketch.coding("d", from: "P03", code: "contexts/waiting")
    sketch.coding("d", from: "P03", code: "outcomes/leaving")
    sketch.coding("e", from: "P03", code: "other")
    sketch.coding("e", from: "P03", code: "outcomes/leaving")
    return sketch
  }

  private func found(
    _ sketch: StudySketch, _ pair: RolePair = .contextOutcome, _ kind: CodeZoom.Kind = .exact
  ) throws -> Regularities {
    let table = try CodingTable(sketch.study)
    let claims =
      RoleClaim.ofLinkedCodings(sketch.study, pair, in: table)
      + RoleClaim.ofConfigurations(sketch.study, pair, in: table)
      + RoleClaim.sideBySide(sketch.study.template, pair, in: table)
    return Regularities(claims, pair, in: table, zoom: CodeZoom(kind, of: table))
  }

  private func lines(_ found: Regularities) -> [String] {
    found.candidates.map { "\($0.left.label) \($0.right.label) \($0.sources) \($0.citations)" }
  }

  @Test("codes below contexts and outcomes that share words are ranked by sources, then citations")
  func sideBySide() throws {
    #expect(
      lines(try found(sketch())) == [
        "contexts/waiting/long outcomes/anger 2 3", "contexts/waiting outcomes/leaving 1 1",
      ])
    #expect(
      lines(try found(sketch(), .contextOutcome, .level(1))) == ["contexts outcomes 3 4"])
    #expect(
      lines(try found(sketch(), .contextOutcome, .smart(minimumSources: 3))) == [
        "contexts/waiting outcomes 3 4"
      ])
    #expect(lines(try found(sketch(), .mechanismOutcome)) == [])
  }

  @Test(
    "evidence for both elements is a citation; evidence that refutes, and one for a single element, is none")
  func configurations() throws {
    var sketch = StudySketch()
    sketch.configuration(
      "wait", "", "C a long wait @contexts/waiting", "M fear @fear", "O anger @outcomes/anger")
    sketch.configuration("no", "", status: .rejected, "C x @contexts/waiting", "O y @outcomes/leaving")
    sketch.evidence("CMO1", "P01", "we waited and I was cross")
    sketch.evidence("CMO1.C1-O1", "P02", "cross, after all that waiting")
    sketch.evidence("CMO1.C1", "P03", "we waited")
    sketch.evidence("CMO1", "P04", "I never minded", .refutes)
    sketch.evidence("CMO2", "P04", "so I left")
    #expect(lines(try found(sketch)) == ["contexts/waiting outcomes/anger 2 2"])
    #expect(lines(try found(sketch, .contextMechanism)) == ["contexts/waiting fear 1 1"])
    #expect(try found(sketch).candidates.first?.origins == [.configuration])
  }

  @Test("the same passage found in several ways is one citation")
  func once() throws {
    var sketch = StudySketch()
    sketch.coding("we waited", from: "P01", code: "contexts/waiting")
    sketch.coding("we waited", from: "P01", code: "outcomes/anger")
    sketch.configuration("wait", "", "C a wait @contexts/waiting", "O anger @outcomes/anger")
    sketch.evidence("CMO1", "P01", "we waited")
    sketch.study.linkedCodings = [
      LinkedCoding(
        id: ID(high: 5, low: 1), key: "L1", segment: sketch.quote("we waited", from: "P01"),
        parts: [
          .init(letter: "C", code: sketch.code("contexts/waiting")),
          .init(letter: "O", code: sketch.code("outcomes/anger")),
        ], coder: "ann", created: sketch.study.created)
    ]
    let candidates = try found(sketch).candidates
    #expect(candidates.map(\.citations) == [1])
    #expect(candidates.first?.origins == [.linked, .configuration, .sideBySide])
  }

  @Test(
    "pairs of passages are those that comparing every two passages gives", arguments: 0..<100 as Range<UInt64>
  )
  func bruteForce(seed: UInt64) throws {
    var contents = try randomCoding(seed: seed)
    for place in contents.study.codes.indices where contents.study.codes[place].parent == nil {
      contents.study.codes[place].name =
        ["contexts", "Outcome", "mechanism"][place % 3] + (place < 3 ? "" : "\(place)")
    }
    let (table, sets) = (try CodingTable(contents), try CharacterSets(contents))
    let claims = RoleClaim.sideBySide(contents.study.template, .contextOutcome, in: table)
    let bearers = { (root: String) in
      sets.passages.map { passage in
        (passage, passage.paths.filter { $0.split(separator: "/").first == Substring(root) })
      }
    }
    var expected: Set<String> = []
    for (left, contexts) in bearers("contexts") {
      for (right, outcomes) in bearers("Outcome") where left.text == right.text {
        guard !left.characters.isDisjoint(with: right.characters) else { continue }
        let places = Set([left.id, right.id]).sorted().map(\.description).joined(separator: " ")
        for context in contexts {
          for outcome in outcomes { expected.insert("\(context) \(outcome) \(places)") }
        }
      }
    }
    let got = claims.map { claim in
      let places = claim.passages.map { table.passages[$0].segment }.sorted().map(\.description)
      return
        "\(table.codes.order[Int(claim.left)].path) \(table.codes.order[Int(claim.right)].path) \(places.joined(separator: " "))"
    }
    #expect(Set(got) == expected)
  }
}
