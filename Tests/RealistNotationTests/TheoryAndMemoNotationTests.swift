import RealistModel
import RealistNotation
import TestSupport
import Testing

@Suite struct TheoryNotationTests {
  static let canonical = """
    ## Leave to act {#permission}
    Origin: stakeholder

    ### initial (2025-07-14)
    If it is written down, then they delegate more.

    Because they know.

    ### refined (2026-02-19)
    \\Reason: is a word at the beginning of this line.
    Reason: paper and person
    are two mechanisms.

    ### refuted

    ## No versions {#none}
    Origin: analyst

    """

  private func read(_ text: String) throws -> [NotatedTheory] {
    try TheoryNotation.read(Array(text.utf8))
  }

  private static let history = """
    ## Leave to act {#permission}
    Origin: stakeholder

    ### initial (2025-07-14)
    If it is written down, then they delegate more.
    - response falsifies P02 "You can't" (by Nell Abara, 2025-11-03) — over the phone
    - response confirms FG1 "we do" (occurrence 2)

    ### paper and person (2026-02-19)
    \\- refutes is a word here.
    Step: merged
    Reason: two mechanisms
    in fact.
    - refines P08-P09 "The paper tells you" (at 12..30 of revision 1)

    ### split (2026-03-01)
    Reason: one comes without the other
    Into: paper, person

    ## Paper {#paper}
    Origin: analyst

    ## Person {#person}
    Origin: analyst

    """

  @Test("steps, their passages and responses are written back byte for byte") func steps() throws {
    let theories = try read(Self.history)
    #expect(TheoryNotation.text(theories) == Self.history)
    let versions = theories[0].versions
    #expect(versions.map(\.step) == [.initial, .merged, .split])
    #expect(versions[0].responses.map(\.kind) == [.falsifies, .confirms])
    #expect(versions[0].responses[0].coder == "Nell Abara")
    #expect(versions[0].responses[0].note == "over the phone")
    #expect(versions[1].statement == "- refutes is a word here.")
    #expect(versions[1].reason == "two mechanisms\nin fact.")
    #expect(versions[1].passages.map(\.bearing) == [.refines])
    #expect(versions[2].into == ["paper", "person"])
    #expect(versions[2].statement.isEmpty)
  }

  @Test("a canonical file is written back byte for byte")
  func roundTrip() throws {
    let theories = try read(Self.canonical)
    #expect(theories.map(\.key) == ["permission", "none"])
    let versions = theories[0].versions
    #expect(versions.map(\.label) == ["initial", "refined", "refuted"])
    #expect(versions[0].statement == "If it is written down, then they delegate more.\n\nBecause they know.")
    #expect(versions[1].statement == "Reason: is a word at the beginning of this line.")
    #expect(versions[1].reason == "paper and person\nare two mechanisms.")
    #expect(TheoryNotation.text(theories) == Self.canonical)
  }

  @Test(
    "every problem is reported with its place",
    arguments: [
      ("words\n", ["1:1: text before the first heading"]),
      ("## A\nOrigin: rumour\n", ["2:1: unknown value \"rumour\""]),
      ("## A\nwords\n", ["2:1: expected Origin: or a heading ### initial (2026-03-02)"]),
      ("## A\n### initial (May)\nx\n", ["2:1: \"May\" is no date"]),
      ("## A\n## A\n", ["2:1: the key \"a\" is used twice"]),
      ("## A\n### x\nReason: y\nReason: z\n", ["4:1: \"Reason:\" is given twice"]),
      ("## A\n### x\nStep: lost\n", ["3:1: unknown value \"lost\""]),
      ("## A\n### x\n- refutes P01\n", ["3:11: no quote in quotation marks"]),
      ("## A\n### x\n- response agrees P01 \"y\"\n", ["3:3: unknown value \"agrees\""]),
      (
        "## A\n### x\nInto: b\nwords\n",
        ["4:1: expected Reason:, Into:, or a passage: - refutes P05 \"words of the quote\""]
      ),
    ])
  func problems(text: String, expected: [String]) throws {
    let error = try #require(throws: NotationError.self) { try read(text) }
    #expect(error.problems.map { "\($0.place): \($0.message)" } == expected)
  }

  @Test("a damaged file is read or refused, never a crash", arguments: 0..<200)
  func damage(seed: UInt64) {
    let bytes = damaged(Array(Self.canonical.utf8), seed: seed)
    guard let read = try? read(String(decoding: bytes, as: UTF8.self)) else { return }
    #expect((try? self.read(TheoryNotation.text(read))).map(TheoryNotation.text) == TheoryNotation.text(read))
  }
}

@Suite struct MemoNotationTests {
  static let canonical = """
    ## 2026-03-02T09:30:00Z Nell Abara on study
    First.

    \\## 2026-03-02T09:30:00Z is how a memo begins
    ## A heading of its own
    - a list

    ## 2026-03-02T09:30:00.250Z Jo on leave on code outcomes/service on site
    Second.

    ## 2026-03-03T00:00:00Z Jo on segment FG 1 12..40 of revision 1

    ## 2026-03-03T00:00:00Z on segment P01 12..40
    Third.

    """

  @Test("a canonical file is written back byte for byte")
  func roundTrip() throws {
    let memos = try MemoNotation.read(Array(Self.canonical.utf8))
    #expect(memos.map(\.coder) == ["Nell Abara", "Jo on leave", "Jo", ""])
    #expect(
      memos.map(\.subject) == [
        .study, .code("outcomes/service on site"),
        .segment(source: "FG 1", span: try TextSpan(start: 12, end: 40), revision: 1),
        .segment(source: "P01", span: try TextSpan(start: 12, end: 40), revision: nil),
      ])
    #expect(memos[0].body.hasPrefix("First.\n\n## 2026-03-02T09:30:00Z is how"))
    #expect(MemoNotation.text(memos) == Self.canonical)
  }

  @Test(
    "every problem is reported with its place",
    arguments: [
      ("words\n", "1:1: text before the first memo"),
      ("## Yesterday Jo on study\n", "1:1: text before the first memo"),
      (
        "## 2026-03-02 Jo on Monday\n", "1:1: expected ## 2026-03-02T09:30:00Z Coder on code outcomes/service"
      ),
      (
        "## 2026-03-02 Jo on segment P01 40..12\n",
        "1:1: expected ## 2026-03-02T09:30:00Z Coder on code outcomes/service"
      ),
    ])
  func problems(text: String, expected: String) throws {
    let error = try #require(throws: NotationError.self) { try MemoNotation.read(Array(text.utf8)) }
    #expect(error.problems.map { "\($0.place): \($0.message)" } == [expected])
  }
}
