import RealistAnalysis
import RealistCausalMap
import RealistModel
import TestSupport
import Testing

@Suite struct GatheringTests {
  private func arrows(_ map: CausalMap) -> [String] {
    map.bundles.map {
      "\($0.cause) > \($0.effect) \($0.kind.rawValue) \($0.polarity == .increases ? "+" : "-"): "
        + $0.claims.map { "\($0.source) \($0.ground.rawValue)" }.joined(separator: ", ")
    }
  }

  @Test("a configuration is cited by who states a connection, or speaks to both its ends")
  func configuration() throws {
    var sketch = StudySketch()
    sketch.configuration(
      "x", "X", "C few posts @c/posts", "M- people feel stuck @m/stuck", "O- people leave @o/leave")
    sketch.evidence("CMO1.M1-O1", "P01", "I felt stuck and went.")
    sketch.evidence("CMO1.M1", "P02", "Stuck, I was.")
    sketch.evidence("CMO1.O1", "P02", "So I left.")
    sketch.evidence("CMO1.O1", "P03", "They all leave.")
    sketch.evidence("CMO1.C1", "P03", "There are no posts.")
    sketch.evidence("CMO1.O1", "FG1", "Nobody has left us.", .refutes)
    let map = CausalMap.of(sketch.study, try sketch.lookup(), words: sketch.words)
    #expect(
      arrows(map) == [
        "c/posts > m/stuck condition +: ", "m/stuck > o/leave influence +: P01 stated, P02 joined",
      ])
    #expect(map.bundles[1].refuting == ["FG1"] && map.bundles[1].contexts == ["posts"])
    #expect(map.bundles[1].configurations == [1] && !map.bundles[1].isDrawn)
    #expect(map.factors.map(\.role) == [.context, .disabling, .outcome])
    let loose = CausalMap.of(
      sketch.study, try sketch.lookup(), words: sketch.words, grounds: Set(Claim.Ground.allCases))
    #expect(
      arrows(loose) == [
        "c/posts > m/stuck condition +: P01 partial, P02 partial, P03 partial",
        "m/stuck > o/leave influence +: P01 stated, P02 joined, P03 partial",
      ])
  }

  @Test("drawn links bring their quotes, factors stand for codes, and one passage is one citation")
  func links() throws {
    var sketch = StudySketch()
    sketch.configuration("x", "X", "M+ they are asked @m/asked", "O+ they stay @o/stay")
    sketch.evidence("CMO1", "P01", "Asked, I stayed.")
    sketch.factor("asked", "activities", "They are asked", code: "m/asked")
    sketch.factor("stay", "impacts", "They stay", code: "o/stay")
    sketch.link("asked", "stay", via: [1], from: [("P01", "Asked, I stayed."), ("P02", "Same with me.")])
    sketch.link("stay", "asked", .decreases)
    sketch.study.links[1].isDespite = true
    sketch.study.factors[1].opposite = sketch.factor("asked")
    let map = CausalMap.of(sketch.study, try sketch.lookup(), words: sketch.words)
    #expect(
      arrows(map) == [
        "asked > stay influence +: P01 stated, P02 stated", "stay > asked despite -: ",
      ])
    #expect(map.bundles[0].isDrawn && map.bundles[0].configurations == [1])
    #expect(map.factors[1].opposite == "asked" && map.factors[1].path == ["o", "stay"])
  }

  @Test("people can be counted instead of sources, through all their sources")
  func people() throws {
    var sketch = StudySketch()
    sketch.configuration("x", "X", "M+ they are asked @m/asked", "O+ they stay @o/stay")
    sketch.evidence("CMO1.M1", "P01", "They asked me.")
    let later = sketch.quote("And I stayed.", from: "FG1")
    sketch.words[later] = QuoteWords(words: "And I stayed.", participant: sketch.participant("P01"))
    sketch.evidence("CMO1.O1", "FG1", "And I stayed.")
    let bySource = CausalMap.of(sketch.study, try sketch.lookup(), words: sketch.words)
    #expect(bySource.claims.isEmpty)
    let byPerson = CausalMap.of(sketch.study, try sketch.lookup(), words: sketch.words, voice: .people)
    #expect(arrows(byPerson) == ["m/asked > o/stay influence +: P01 joined"])
    #expect(byPerson.claims[0].person == "P01")
  }

  @Test(
    "a passage coded as a pair or three states its links; without a mechanism the context qualifies the outcome"
  )
  func linked() throws {
    var sketch = StudySketch()
    let (posts, stuck, leave) = (sketch.code("c/posts"), sketch.code("m/stuck"), sketch.code("o/leave"))
    sketch.factor("leaving", "impacts", "They leave", code: "o/leave")
    func linked(_ number: UInt64, _ words: String, _ parts: [(String, ID<Code>)]) -> LinkedCoding {
      LinkedCoding(
        id: ID(high: 1, low: number), key: "L\(number)", segment: sketch.quote(words, from: "P01"),
        parts: parts.map { LinkedCoding.Part(letter: $0.0, code: $0.1) }, coder: "ann",
        created: sketch.study.created)
    }
    sketch.study.linkedCodings = [
      linked(1, "No posts, stuck, gone.", [("C", posts), ("M", stuck), ("O", leave)]),
      linked(2, "No posts, so they go.", [("C", posts), ("O", leave)]),
    ]
    let map = CausalMap.of(sketch.study, try sketch.lookup(), words: sketch.words)
    #expect(
      arrows(map) == [
        "c/posts > m/stuck condition +: P01 stated", "m/stuck > leaving influence +: P01 stated",
        "c/posts > leaving condition +: P01 stated",
      ])
    #expect(map.bundles[1].contexts == ["posts"] && map.claims.allSatisfy { $0.origin == .linkedCoding })
  }

  @Test("every claim is followed to its words")
  func quotes() throws {
    let sketch = StudySketch.kitchen()
    let lookup = try sketch.lookup()
    let map = CausalMap.of(sketch.study, lookup, words: sketch.words)
    let quotes = ClaimQuotes(sketch.study, lookup, words: sketch.words)
    #expect(!map.claims.isEmpty)
    for claim in map.claims {
      let found = quotes.quotes(of: claim)
      #expect(found.count == claim.segments.count && found.allSatisfy { !$0.words.isEmpty })
    }
    let graph = map.graph(title: "T", quotes: quotes)
    #expect(graph.links.count == map.bundles.count && graph.nodes.count == map.factors.count)
    #expect(graph.links.allSatisfy { $0.citations != nil })
  }

  @Test("ripples are found by code, by a code below, by words, or on the evaluator's word alone")
  func ripples() throws {
    var sketch = StudySketch()
    sketch.configuration("a", "A", "C x", "M y", "O they ask @o/ask", "O tea is made")
    sketch.configuration(
      "b", "B", "C they ask anew @o/ask", "C Tea is made ", "M z", "O the street knows @o/street")
    sketch.configuration("c", "C", "C the street knows names @o/street/names", "M q", "O quiet")
    let codes = try sketch.lookup().codes
    let judged = Ripple(
      from: sketch.study.configurations[2].id, outcome: "O1", to: sketch.study.configurations[0].id,
      context: "C1")
    let found = sketch.study.rippleMatches(codes: codes, confirmed: [judged])
    #expect(found.map(\.reason) == [.code, .words, .subtree, .judgement])
    #expect(found.map(\.isConfirmed) == [false, false, false, true])
    #expect(sketch.study.rippleMatches(codes: codes, subtrees: false).map(\.reason) == [.code, .words])
    let chains = sketch.study.rippleMatches(codes: codes).chains()
    #expect(chains.isComplete)
    #expect(chains.chains.map { $0.configurations } == [sketch.study.configurations.map(\.id)])
    #expect([RippleMatch]().chains().chains.isEmpty)
  }
}
