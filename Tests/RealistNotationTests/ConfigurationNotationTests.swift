import RealistModel
import RealistNotation
import TestSupport
import Testing

@Suite struct ConfigurationNotationTests {
  static let bespoke = """
    ## CMO 1: Bespoke competencies {#bespoke}
    Theory: progression
    If the band 4 role is a progression route (C: contexts/new-routes), bespoke competencies equip support workers with the skills
    of their area (M+: enabling/bespoke-competencies), which extends their scope of practice (O: outcomes/service/scope) and raises
    the level of care (O: outcomes/patients/care).
    - M1 supports P02 "We had to develop all of those"
    - O2 refutes P07 "I have not seen that on the wards yet" (anticipated)

    """

  private func read(_ text: String) throws -> [NotatedConfiguration] {
    try ConfigurationNotation.read(Array(text.utf8), template: .cmo)
  }

  @Test("a configuration is read with everything its block says")
  func reads() throws {
    let configuration = try #require(try read(Self.bespoke).first)
    #expect(configuration.key == "bespoke")
    #expect(configuration.title == "Bespoke competencies")
    #expect(configuration.theory == "progression")
    #expect(configuration.status == .proposed)
    #expect(configuration.labels == ["C1", "M1", "O1", "O2"])
    #expect(
      configuration.elements.map(\.text) == [
        "The band 4 role is a progression route",
        "Bespoke competencies equip support workers with the skills of their area",
        "Extends their scope of practice", "Raises the level of care",
      ])
    let evidence = configuration.evidence
    #expect(evidence.map(\.labels) == [["M1"], ["O2"]])
    #expect(evidence.map(\.bearing) == [.supports, .refutes])
    #expect(evidence.map(\.standing) == [.observed, .anticipated])
    #expect(evidence[1].quote.source == "P07")
    #expect(evidence[1].quote.words == "I have not seen that on the wards yet")
  }

  @Test(
    "canonical texts are written back byte for byte",
    arguments: [
      bespoke,
      "## CMO 1\nQueues grow (O).\n" as String,
      "## CMO 1: Slow doors\nStatus: agreed\nGroup: At the desk\nQueues grow (O).\n\n## CMO 2: Slow doors\nPeople wait (O).\n",
      "## CMO 1: T {#k}\nFirst line (C)\n\nSecond paragraph (O).\n- CMO supports P01 \"x\" — the note\n- C1+O1 refines A b c \"y \\\"z\\\"\" (occurrence 2) (implied) — n\n",
      "## CMO 1: T {#k}\n\\- not evidence (C)\n\\## nor a heading\n\\\\Theory: nor this\n\\kept\n",
      "## CMO 1: T {#k}\nx (C)\n- C1 supports P01 \"y\" (at 3..9)\n- C1 supports `a \"b\"` \"y\" (at 3..9 of revision 1)\n- C1 supports P01 \"y\" (by Nell Abara, 2026-02-20) — why\n- C1 supports P01 \"y\" (by Nell Abara)\n",
      "1. If doors open late (C), staff improvise (M).\n2. Queues grow (O)\nwhen it rains (C).\n",
      "1. If doors open late (C), staff improvise (M).\n\n2. Queues grow (O).\n",
      "If doors open late (C), staff improvise (M).\n\nQueues grow (O)\nwhen it rains (C).\n",
      "",
    ])
  func roundTrip(text: String) throws {
    #expect(ConfigurationNotation.text(try read(text)) == text)
  }

  @Test("what people write more loosely is read as the same, and written in canonical form")
  func loose() throws {
    let loose = """
      \u{FEFF}##  CMOc 1: Title  {#key}\r
      \r
      Status:agreed\r
      \r
      x (C)\r
      \r
      * C1 supports P01 “words “so” said” (anticipated) – a note\r
        that goes on\r
      """
    let expected = """
      ## CMO 1: Title {#key}
      Status: agreed
      x (C)
      - C1 supports P01 "words “so” said" (anticipated) — a note that goes on

      """
    #expect(ConfigurationNotation.text(try read(loose)) == expected)
  }

  @Test(
    "the words of a quote end where the rest of the line makes sense",
    arguments: [
      (#""a" b" (implied)"#, #"a" b"#, "", Evidence.Standing.implied),
      (#""he said "no"""#, #"he said "no""#, "", .observed),
      (#""a" — he said "no""#, "a", #"he said "no""#, .observed),
      (#""C:\dir""#, #"C:\dir"#, "", .observed),
      ("“a” -- b", "a", "b", .observed),
    ])
  func quotes(reference: String, words: String, note: String, standing: Evidence.Standing) throws {
    let evidence = try #require(
      try read("## CMO 1: T\nx (C)\n- C1 supports P01 \(reference)\n").first?.evidence.first)
    #expect(evidence.quote.words == words)
    #expect(evidence.note == note)
    #expect(evidence.standing == standing)
  }

  @Test(
    "every problem of a file is reported, each with its place",
    arguments: [
      ("Words first.\n\n## CMO 1: T\nx (C)\n", ["1:1: text before the first heading"]),
      (
        "## CMO 1: T\nStatus: done\nx (C) y (Z)\n- M1 supports P01 \"q\"\n- C1 proves P01 \"q\"\n- C1 supports P01 q\n- C1\nmore\n",
        [
          "2:1: unknown status \"done\"", "3:9: unknown tag (Z)", "4:3: the configuration has no M1",
          "5:3: unknown bearing \"proves\"", "6:15: no quote in quotation marks",
          "7:3: this is no evidence line",
          "8:1: text after the evidence lines",
        ]
      ),
      ("## A {#k}\nx (C)\n## B {#k}\ny (C)\n", ["3:1: the key \"k\" is used twice"]),
      ("## A {#k l}\nx (C)\n", ["1:1: \"k l\" cannot be a key"]),
      ("1. a (C).\n2. No tags here.\n", ["2:1: a statement without any tag"]),
      ("Some heading\n1. a (C).\n", ["1:1: text before the first heading"]),
      ("## A\nTheory: a\nTheory: b\nx (C)\n", ["3:1: \"Theory:\" is given twice"]),
    ])
  func problems(text: String, expected: [String]) throws {
    let error = try #require(throws: NotationError.self) { try read(text) }
    #expect(error.problems.map { "\($0.place): \($0.message)" } == expected)
  }

  @Test("a damaged file is read or refused, never a crash", arguments: 0..<300)
  func damage(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes = Array(Self.bespoke.utf8)
    if seed < 100 { bytes = Array(bytes[..<(Int(seed) * bytes.count / 100)]) }
    for _ in 0..<Int.random(in: 0...6, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: at)
      default: bytes.insert(Array("()\"\\;:-#{}\n".utf8).randomElement(using: &random) ?? 0, at: at)
      }
    }
    if let read = try? ConfigurationNotation.read(bytes, template: .cmo) {
      let text = ConfigurationNotation.text(read)
      let again = try? ConfigurationNotation.read(Array(text.utf8), template: .cmo)
      #expect(again.map(ConfigurationNotation.text) == text)
    }
  }
}
