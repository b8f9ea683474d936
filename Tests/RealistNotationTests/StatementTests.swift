import RealistFormats
import RealistModel
import RealistNotation
import Testing

/// One tagged clause in a table of cases.
struct Clause: Equatable, CustomStringConvertible {
  var letter: String
  var text: String
  var code: String?
  var valence: Element.Valence?
  var level = ""
  var beneficiary = ""

  init(
    _ letter: String, _ text: String, _ code: String? = nil, _ valence: Element.Valence? = nil,
    level: String = "",
    beneficiary: String = ""
  ) {
    (self.letter, self.text, self.code, self.valence) = (letter, text, code, valence)
    (self.level, self.beneficiary) = (level, beneficiary)
  }

  init(_ element: NotatedElement) {
    self.init(
      element.letter, element.text, element.code, element.valence, level: element.level,
      beneficiary: element.beneficiary)
  }

  var description: String { "\(letter): \(text)" }
}

@Suite struct StatementTests {
  @Test(
    "a tag ends its clause",
    arguments: [
      (
        "If doors open late (C: contexts/late), staff improvise (M+: ways/improvise), which calms people (O+).",
        [
          Clause("C", "Doors open late", "contexts/late"),
          Clause("M", "Staff improvise", "ways/improvise", .enabling),
          Clause("O", "Calms people", nil, .intended),
        ]
      ),
      (
        "Queues grow (O-) when only one desk is open (C) because nobody dares to ask (M-).",
        [
          Clause("O", "Queues grow", nil, .unintended), Clause("C", "Only one desk is open"),
          Clause("M", "Nobody dares to ask", nil, .disabling),
        ]
      ),
      (
        "Care is safer (O: outcomes/care; level: service; for: patients).",
        [Clause("O", "Care is safer", "outcomes/care", level: "service", beneficiary: "patients")]
      ),
      ("Care is safer (O; for: patients).", [Clause("O", "Care is safer", beneficiary: "patients")]),
      (
        "Staff (in the NHS, e.g. OTs) wait. They leave (O).",
        [Clause("O", "They leave")]
      ),
      (
        "Staff leave, e.g. Anna and Dr. Bo, early (O).",
        [Clause("O", "Staff leave, e.g. Anna and Dr. Bo, early")]
      ),
      (
        "Two codes on one clause (C: a) (C: b).",
        [Clause("C", "Two codes on one clause", "a"), Clause("C", "Two codes on one clause", "b")]
      ),
      ("unless they are asked\n  twice (M−)", [Clause("M", "Unless they are asked twice", nil, .disabling)]),
      ("and then, so that trust grows (M)", [Clause("M", "Trust grows")]),
      (
        "a path with (brackets) (C: outcomes/staff (all))",
        [Clause("C", "A path with (brackets)", "outcomes/staff (all)")]
      ),
      ("a path with a semicolon (C: one\\; two)", [Clause("C", "A path with a semicolon", "one; two")]),
      (
        "the occupational therapists (OT) wait for (a) and (b) (C)",
        [Clause("C", "The occupational therapists (OT) wait for (a) and (b)")]
      ),
      ("no tag at all", []),
      ("", []),
    ])
  func clauses(statement: String, expected: [Clause]) throws {
    #expect(try ConfigurationNotation.elements(of: statement, template: .cmo).map { Clause($0) } == expected)
  }

  @Test("the letters are those of the study's template")
  func letters() throws {
    let elements = try ConfigurationNotation.elements(
      of: "With training (I), in clinics (C) nurses (A) feel sure (M) and act (O).", template: .icamo)
    #expect(elements.map(\.letter) == ["I", "C", "A", "M", "O"])
    #expect(throws: NotationError.self) {
      try ConfigurationNotation.elements(of: "With training (I).", template: .cmo)
    }
  }

  @Test(
    "a bad tag is a problem with its place",
    arguments: [
      ("A clause\nand one (X).", 2, 9, NotationProblem.Kind.unknownTag("X", letters: ["C", "M", "O"])),
      ("A clause (c: contexts/x).", 1, 10, .unknownTag("c", letters: ["C", "M", "O"])),
      ("A clause (M2).", 1, 10, .unknownTag("M2", letters: ["C", "M", "O"])),
      ("A clause (Q+).", 1, 10, .unknownTag("Q+", letters: ["C", "M", "O"])),
      ("A clause (C: contexts/new", 1, 10, .unclosedTag),
      ("A clause (C: ).", 1, 10, .emptyTagPath),
      ("A clause (C: a; whom: staff).", 1, 10, .unknownTagAttribute("whom")),
      ("(C) A clause.", 1, 1, .emptyClause(tag: "C")),
      ("é 🙂 A clause (X).", 1, 14, .unknownTag("X", letters: ["C", "M", "O"])),
    ])
  func problems(statement: String, line: Int, column: Int, kind: NotationProblem.Kind) {
    let expected = NotationError([NotationProblem(TextPlace(line: line, column: column), kind)])
    #expect(throws: expected) { try ConfigurationNotation.elements(of: statement, template: .cmo) }
  }

  @Test("a statement made from elements gives the same elements")
  func rendering() throws {
    let elements = [
      NotatedElement(letter: "C", text: "Routes are open", code: "contexts/new-routes"),
      NotatedElement(letter: "M", text: "Skills (and nerve) grow", valence: .enabling, level: "individual"),
      NotatedElement(
        letter: "O", text: "Care is safer", code: "odd;name (x)", valence: .unintended,
        beneficiary: "patients"),
    ]
    let statement = ConfigurationNotation.statement(of: elements)
    #expect(
      statement
        == "Routes are open (C: contexts/new-routes). Skills (and nerve) grow (M+; level: individual). Care is safer (O-: odd\\;name \\(x\\); for: patients)."
    )
    let read = try ConfigurationNotation.elements(of: statement, template: .cmo)
    #expect(read.map { Clause($0) } == elements.map { Clause($0) })
  }
}
