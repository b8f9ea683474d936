import RealistModel
import RealistNotation
import TestSupport
import Testing

@Suite struct TheoryOfChangeNotationTests {
  static let stages = [
    Stage(key: "inputs", name: "Inputs", kind: .inputs),
    Stage(key: "outcomes", name: "Outcomes", kind: .outcomes),
  ]

  static let canonical = """
    ## Inputs {#inputs}

    - Tools are lent {#tools}
      - group: The library
      - code: inputs/tools
      - detail: drills, ladders
      - assumption: they are whole
      - indicator: loans a month
      - -> skill "when \\"shown\\"" via CMO1, CMO2 from P01 "I mended it" from P02 "so did I" (occurrence 2)
      - -| waste despite #night #far "in spite of it"
    - A room {#room}
      - opposite: tools

    ## Outcomes {#outcomes}

    - People can mend things {#skill}
      - -> tools
    - Less is thrown away {#waste}

    ## Loops

    - More hands {#hands} virtuous: tools -> skill -> tools
      - break: skill -> tools (pay-rent)
      - break: tools -> skill
    - No name {#other} neutral: tools -> tools
      - before: hands

    ## Ripples

    - CMO1.O1 -> CMO2.C1: told as one story: here
    - mend.O2 -> CMO1.C1

    """

  private func read(_ text: String) throws -> NotatedTheoryOfChange {
    try TheoryOfChangeNotation.read(Array(text.utf8), stages: Self.stages)
  }

  @Test("a canonical file is written back byte for byte")
  func roundTrip() throws {
    let theory = try read(Self.canonical)
    #expect(theory.factors.map(\.key) == ["tools", "room", "skill", "waste"])
    let link = try #require(theory.factors.first?.links.first)
    #expect(link.label == "when \"shown\"")
    #expect(link.configurations == ["CMO1", "CMO2"])
    #expect(link.quotes.map(\.words) == ["I mended it", "so did I"])
    #expect(theory.loops.first?.factors == ["tools", "skill"])
    #expect(theory.factors[0].links[1].isDespite && theory.factors[0].links[1].contexts == ["night", "far"])
    #expect(theory.factors[1].opposite == "tools" && theory.loops[1].before == "hands")
    #expect(theory.ripples.map(\.note) == ["told as one story: here", ""])
    #expect(TheoryOfChangeNotation.text(theory, stages: Self.stages) == Self.canonical)
  }

  @Test("what people write more loosely is read as the same")
  func loose() throws {
    let theory = try read(
      """
      ## outcomes
      * People can mend things
        themselves {#skill}
      \t- code: a/b
          -> tools
      ## Inputs
      - Tools are lent
      ## loops
      - More hands virtuous: tools-are-lent -> skill
      """.replacing("    -> tools", with: "    - -> tools-are-lent from P01 “I mended\n      it”"))
    #expect(theory.factors.map(\.key) == ["tools-are-lent", "skill"])
    #expect(theory.factors[1].text == "People can mend things themselves")
    #expect(theory.factors[1].code == "a/b")
    #expect(theory.factors[1].links.first?.quotes.first?.words == "I mended it")
    #expect(theory.loops.first?.key == "more-hands")
    #expect(theory.loops.first?.factors == ["tools-are-lent", "skill"])
  }

  @Test(
    "every problem is reported with its place",
    arguments: [
      ("# A title\n## Inputs\n", ["1:1: text before the first heading"]),
      ("- a\n", ["1:3: text before the first heading"]),
      ("## Results\n- a\n", ["1:4: unknown value \"Results\""]),
      ("## Inputs\nwords\n", ["2:1: expected a bullet, - …"]),
      (
        "## Inputs\n- a\n  - colour: red\n",
        ["3:5: expected code:, opposite:, assumption:, indicator:, detail:, group:, -> or -|"]
      ),
      ("## Inputs\n- a\n  - -> b with words\n", ["3:5: this is no link"]),
      ("## Inputs\n- a\n  - -> b from P01\n", ["3:5: this is no link"]),
      ("## Inputs\n- a {#x}\n- b {#x}\n", ["3:3: the key \"x\" is used twice"]),
      ("## Inputs\n- … \n", ["2:3: \"\" cannot be a key"]),
      ("## Inputs\n  - code: a\n", ["2:5: expected a bullet without indent before this one"]),
      ("## Loops\n- no ring {#r} vicious\n", ["2:3: this is no loop"]),
      ("## Loops\n- R {#r} vicious: a -> b -> a\n  - break: a\n", ["3:5: this is no loop"]),
    ])
  func problems(text: String, expected: [String]) throws {
    let error = try #require(throws: NotationError.self) { try read(text) }
    #expect(error.problems.map { "\($0.place): \($0.message)" } == expected)
  }

  @Test("a damaged file is read or refused, never a crash", arguments: 0..<300)
  func damage(seed: UInt64) {
    let bytes = damaged(Array(Self.canonical.utf8), seed: seed)
    guard let read = try? TheoryOfChangeNotation.read(bytes, stages: Self.stages) else { return }
    let text = TheoryOfChangeNotation.text(read, stages: Self.stages)
    let again = try? TheoryOfChangeNotation.read(Array(text.utf8), stages: Self.stages)
    #expect(again.map { TheoryOfChangeNotation.text($0, stages: Self.stages) } == text)
  }
}
