import RealistFormats
import RealistModel
import TestSupport
import Testing

@Suite("Surveys")
struct SurveyTests {
  private func survey(
    _ text: String, _ choice: SurveyChoice = SurveyChoice(), known: [AttributeDefinition] = []
  ) throws -> Survey {
    try Survey(
      ForeignTable(Array(text.utf8), file: "s.csv"), file: "s.csv", choice: choice, definitions: known)
  }

  static let words = "because she came back a second time and stayed"

  @Test("Rows are respondents: closed answers are values, open ones words; empty cells are neither")
  func rows() throws {
    let found = try survey(
      """
      ID;Age;Happy;Why did it work?;E-mail
      P1;34;yes;"\(Self.words);
      and yes";x@y.org
      P2;;no;nobody asked me; I was at work;z@y.org
      P3;51;yes;;
      """.replacing("; I was", with: ", I was"))
    #expect(found.columns.map(\.role) == [.id, .closed(.number), .closed(.boolean), .open, .identifying])
    #expect(found.respondents.map(\.key) == ["P1", "P2", "P3"])
    #expect(found.respondents[0].answers.map(\.text) == ["\(Self.words);\nand yes"])
    #expect(found.respondents[1].values.map(\.name) == ["Happy"])
    #expect(found.respondents[2].answers.isEmpty && found.respondents[2].line == 5)
    #expect(found.attributes.map(\.kind) == [.number, .boolean])
  }

  @Test("Prose above the heading is left out and said to be; a comma in it does not make it a heading")
  func prose() throws {
    let found = try survey(
      "Warm Welcome survey 2026\nExported on Monday, by Iris\n\nAge,Band,Comments\n34,6,\(Self.words)\n")
    #expect(
      found.columns.map(\.name) == ["Age", "Band", "Comments"] && found.respondents.map(\.key) == ["R01"])
    #expect(found.notes == ["2 rows above the heading were left out"])
  }

  @Test("A heading that comes again carries the one before it")
  func repeatedHeadings() throws {
    let found = try survey(
      "1. Easy?,Comments,2. Simple?,Comments,Comments,\n5,very good indeed,4,too slow,no idea,\n")
    #expect(
      found.columns.map(\.name) == [
        "1. Easy?", "1. Easy?: Comments", "2. Simple?", "2. Simple?: Comments", "2. Simple?: Comments (2)",
      ])
    #expect(found.openColumns.count == 3)
    #expect(found.notes == ["3 headings that come again carry the one before"])
  }

  @Test("A person's choices win, by name, in another case, and by number")
  func choices() throws {
    let text = "ID,Mood,Note\nA,fine,x\nB,fine,y\n"
    #expect(throws: ImportError.noAnswers(file: "s.csv")) { try survey(text) }
    let found = try survey(text, SurveyChoice(id: "-", open: ["note"], leaveOut: ["1"]))
    #expect(found.columns.map(\.role) == [.leftOut, .closed(.text), .open])
    #expect(found.respondents.map(\.key) == ["R01", "R02"])
    #expect(throws: ImportError.noColumn(file: "s.csv", name: "Moods", among: ["ID", "Mood", "Note"])) {
      try survey(text, SurveyChoice(open: ["Moods"]))
    }
    #expect(throws: ImportError.repeatedID(file: "s.csv", line: 3, first: 2, column: "Mood")) {
      try survey(text, SurveyChoice(id: "Mood", open: ["3"]))
    }
  }

  @Test("An attribute of the study keeps its kind; a cell that does not fit is an error with its line")
  func knownAttributes() throws {
    let number = [AttributeDefinition(name: "Band", subject: .participant, kind: .number)]
    let text = "band,Comments\n7,\(Self.words)\n"
    #expect(try survey(text, known: number).attributes == number)
    #expect(throws: ImportError.badCell(file: "s.csv", line: 3, column: "Band", kind: "number")) {
      try survey(text + "high,no comment at all\n", known: number)
    }
  }

  @Test("Answers are turns under their questions, on their words")
  func transcript() throws {
    let found = try survey("ID,Why?,Anything else? Comments\nP1,\(Self.words),no 🙂 more\nP2,,\n")
    var guide = GuideQuestions("# Guide\n\n1. Why?\n")
    let questions = found.openColumns.map { guide.question(asking: $0.name) ?? guide.add($0.name) }
    let made = try #require(found.respondents[0].transcript(questions))
    #expect(made.text.string == "1. Why?\nP1: \(Self.words)\n\n2. Anything else? Comments\nP1: no 🙂 more\n")
    #expect(made.turns.map { String(made.text[$0.span]) } == [Self.words, "no 🙂 more"])
    #expect(made.turns.map(\.question) == ["1", "2"] && made.turns.allSatisfy { $0.speaker == "P1" })
    #expect(found.respondents[1].transcript(questions) == nil)
    #expect(guide.markdown == "# Guide\n\n1. Why?\n2. Anything else? Comments\n")
  }

  static let real: [(String, Int, @Sendable (Survey) -> Bool)] = [
    ("PSSUQ_P2_comments.csv", 17, { $0.columns.count { $0.name.hasSuffix("Comments") } == 19 }),
    (
      "qualcoder_survey456.csv", 3,
      { $0.openColumns.map(\.name) == ["freetext"] && $0.respondents[0].key == "ID4" }
    ),
    ("qualcoder_survey789.xlsx", 3, { $0.respondents.map(\.key).first == "ID7" }),
    ("napire_truth.csv", 488, { $0.openColumns.map(\.name) == ["v_277"] && $0.columns[0].role == .id }),
  ]

  @Test("Real surveys are read whole", .needsFixtures, arguments: real.indices)
  func realSurveys(index: Int) throws {
    let (name, rows, holds) = Self.real[index]
    let table = try ForeignTable(fixture("survey-csv/\(name)"), file: name)
    // Its tool wrote "NotAnswered" into every empty cell, so nothing is open of itself.
    let open = name.hasPrefix("napire") ? ["v_277"] : []
    let found = try Survey(table, file: name, choice: SurveyChoice(open: open))
    #expect(found.respondents.count == rows)
    #expect(holds(found), "\(name): \(found.openColumns.map(\.name))")
  }

  @Test("Cut at any byte, a table is an error or complete rows")
  func truncation() {
    let bytes = Array("Prose\nID;Age;Why?\nP1;3;\"\(Self.words)\n;x\"\nP2;4;\(Self.words) then\n".utf8)
    for length in 0..<bytes.count {
      do throws(ImportError) {
        let found = try Survey(ForeignTable(Array(bytes[..<length]), file: "s"), file: "s")
        #expect(!found.respondents.isEmpty)
      } catch { #expect(error.message.hasPrefix("s:")) }
    }
  }
}

@Suite("References")
struct RISReaderTests {
  @Test("Records are works; values that go on are one value; other tags are named")
  func records() throws {
    let text =
      "TY  - JOUR\r\nTI  - Realist\r\n  evaluation\nAU  - Pawson, Ray\nAU  - Tilley, N\nPY  - 1997///\nT2  - Sage\nAB  - One.\nTwo.\nN1  - a note\nVL  - 3\nDO  - 10.1/x\nER  - \n\nTY  - BOOK\nTI  - No author\nER  -\n"
    let (works, notes) = try RISReader.read(Array(text.utf8), file: "r.ris")
    #expect(works.map(\.key) == ["Pawson1997", "Noauthor"])
    #expect(
      works[0].title == "Realist evaluation" && works[0].abstract == "One.\nTwo." && works[0].doi == "10.1/x")
    #expect(
      works[0].text == "Realist evaluation\n\nPawson, Ray; Tilley, N (1997) Sage\n\nOne.\nTwo.\n\na note\n")
    #expect(notes == ["other tags were left out: VL"])
  }

  static let errors: [(String, ImportError)] = [
    ("TY  - JOUR\nTI  - x\n", .endsEarly(file: "r")), ("hello\n", .noTurns(file: "r", format: "RIS")),
    ("TI  - x\n", .badRow(file: "r", line: 1)), ("TY  - A\nTY  - B\n", .badRow(file: "r", line: 2)),
  ]

  @Test("What is no RIS, or is cut short, is refused with its line", arguments: errors)
  func refused(text: String, error: ImportError) {
    #expect(throws: error) { try RISReader.read(Array(text.utf8), file: "r") }
  }

  @Test("A real bibliography is read", .needsFixtures)
  func real() throws {
    let (works, _) = try RISReader.read(fixture("misc/qualcoder_bibliography.ris"), file: "b.ris")
    #expect(works.map(\.key) == ["Western2011", "Vogel1988", "Bronfenbrenner2003"])
    #expect(works.allSatisfy { !$0.title.isEmpty && $0.year != nil })
  }
}
