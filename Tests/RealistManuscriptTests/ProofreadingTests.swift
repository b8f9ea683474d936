import RealistAnalysis
import RealistManuscript
import RealistModel
import Testing

/// An invented study of two people and one interview.
private func makeStudy() -> Study {
  var study = Study(id: ID(high: 1, low: 2), title: "Ladder", created: Timestamp(milliseconds: 0))
  study.participants = [
    Participant(id: ID(high: 1, low: 11), key: "P01"), Participant(id: ID(high: 1, low: 12), key: "P02"),
  ]
  study.sources = [Source(id: ID(high: 1, low: 21), name: "P01")]
  return study
}

@Suite("Proofreading")
struct ProofreadingTests {
  /// The rules as they are broken and as they are kept.
  static let cases: [(check: String, report: String, findings: [String])] = [
    ("attributions", "It helps (Participant 1).", []),
    ("attributions", "It helps (Participants 1 and 2).", []),
    (
      "attributions", "It helps (Participant ).",
      ["line 1: an attribution is cut off before its number: '(Participant'"]
    ),
    ("attributions", "It\nhelps (Participant 1, 2).", ["line 2: 'Participant' stands before 2 numbers"]),
    ("attributions", "It helps (Participants 2).", ["line 1: 'Participants' stands before one number"]),
    ("attributions", "It helps (Participants 1–3).", ["line 1: there is no Participant 3 in the study"]),
    ("attributions", "Each participant 5 times a week", []),
    ("cross-references", "## 4.2 Time\n\nSee section 4.2.", []),
    ("cross-references", "## 4.2 Time\n\nSee section 4.3.", ["line 3: there is no section 4.3"]),
    ("cross-references", "See section 4.3 of the Act, in a report without numbers.", []),
    (
      "cross-references", "## 1 A\n\nSections 1, 2 and 3.",
      ["line 3: there is no section 2", "line 3: there is no section 3"]
    ),
    (
      "cross-references", "**Table 2: People**\n\nSee Table 2 and Figure 1.", ["line 3: there is no figure 1"]
    ),
    ("cross-references", "As in Table 7 of Marlow 2019.", []),
    ("announced-counts", "There are two reasons:\n\n- a\n  - b\n- c", []),
    (
      "announced-counts", "There are three reasons:\n\n1. a\n2. c",
      ["line 1: 3 reasons are announced, and 2 listed"]
    ),
    ("announced-counts", "# A\n\nWe found two themes.\n\n## B\n\n### C\n\n## D", []),
    (
      "announced-counts", "# A\n\nFour key themes.\n\n## B\n\n## D",
      ["line 3: 4 themes are announced, and 2 headings follow"]
    ),
    (
      "repeated-numbers", "The six trainees came.\n\nAll five trainees left.",
      ["line 3: 5 trainees here, 6 in line 1"]
    ),
    (
      "repeated-numbers", "The six trainees came.\n\nFive of the 6 trainees left; two other trainees stayed.",
      []
    ),
    ("repeated-numbers", "We heard 3 participants.", ["line 1: 3 participants, and the study has 2"]),
    ("repeated-numbers", "We heard two participants for 40 minutes and 50 minutes.", []),
    ("repeated-numbers", "> The three participants in my group.", []),
    ("table-sums", "| | n |\n| --- | --- |\n| a | 1 |\n| b | 2 |\n| Total | 3 |", []),
    (
      "table-sums", "| | n |\n|---|---|\n| a | 1 |\n| b | 2 |\n| **Total** | 4 |",
      ["line 5: 'n' adds up to 3, the total says 4"]
    ),
    (
      "table-sums", "| | n | m | Total |\n|---|---|---|---|\n| a | 1 | 1,000 | 1,002 |",
      ["line 3: 'a' adds up to 1001, the total says 1002"]
    ),
    (
      "table-sums", "| | % |\n|---|---|\n| a | 33.3% |\n| b | 66.6% |\n| Total | 100% |",
      ["line 5: '%' adds up to 99.9, the total says 100"]
    ),
    ("table-sums", "| | n |\n|---|---|\n| a | 7 (23%) |\n| b | 2 |\n| Total | 9 |", []),
    (
      "pull-quotes",
      "> We handed over the wooden spoon that day.\n\nShe said “we handed over the wooden spoon that day”.",
      []
    ),
    (
      "pull-quotes",
      "> We handed over the wooden spoon that day.\n\nShe said “we handed over the big wooden spoon that day”.",
      ["line 3: the quotation differs from the one in line 1"]
    ),
    (
      "pull-quotes",
      "> We handed over the wooden spoon that day, and I cried.\n\n“we handed over the wooden spoon”", []
    ),
  ]

  @Test("each rule is kept or broken as the case says", arguments: cases)
  func rules(check: String, report: String, expected: [String]) throws {
    let check = try #require(ProofCheck.all.first { $0.key == check })
    let findings = check.findings(Manuscript(markdown: report), makeStudy())
    #expect(findings.map { "\($0.place): \($0.message)" } == expected)
  }

  @Test("every rule is broken by a case")
  func covered() {
    let broken = Set(Self.cases.filter { !$0.findings.isEmpty }.map(\.check))
    #expect(broken == Set(ProofCheck.all.map(\.key)))
  }

  @Test("quotations are read with their attributions, whatever marks they stand in")
  func quotations() {
    let report = Manuscript(
      markdown: """
        > “We handed over the spoon.”
        >
        > (Participant 1)

        She said “it's the first time, that's all” (Participant 2), and ‘don’t you think it odd’ (one lead).
        A "big old" pan and "a plate that stays warm".

        > You stand different.
        > — Participant 2

        > Nobody asked.

        (Participants 1 and 2)
        """)
    #expect(
      report.quotations == [
        Quotation(text: "We handed over the spoon.", line: 1, isBlock: true, attribution: "Participant 1"),
        Quotation(text: "it's the first time, that's all", line: 5, attribution: "Participant 2"),
        Quotation(text: "don’t you think it odd", line: 5, attribution: "one lead"),
        Quotation(text: "a plate that stays warm", line: 6),
        Quotation(text: "You stand different.", line: 8, isBlock: true, attribution: "Participant 2"),
        Quotation(text: "Nobody asked.", line: 11, isBlock: true, attribution: "Participants 1 and 2"),
      ])
  }

  @Test(
    "quotations are compared with the transcripts",
    arguments: [
      ("> If you know, you stand different. (Participant 1)", []),
      ("“If you know … you stand [so] different” (Participant 1)", []),
      (
        "“if you know, you stand different” (Participant 2)",
        ["line 1: the quotation is attributed to 'Participant 2', and said by P01 in P01, line 2"]
      ),
      (
        "“If you know it, you stand very different” (Participant 1)",
        ["line 1: the quotation differs from the transcript P01, line 2"]
      ),
      ("“nothing of that kind was ever said” (Participant 1)", ["line 1: the quotation is in no transcript"]),
      ("“nothing of that kind was ever said” (Marlow 2019)", []),
      ("> Nothing of that kind was said.", ["line 1: the quotation is in no transcript"]),
    ] as [(String, [String])])
  func comparison(report: String, expected: [String]) throws {
    let study = makeStudy()
    let text = try SourceText(
      "INT: Why?\nANA: If you know, you stand different. That is all.\nBEN: I was not there.")
    let turns = try [
      Turn(span: TextSpan(start: 15, end: 61), speaker: "ANA", participant: study.participants[0].id),
      Turn(span: TextSpan(start: 67, end: 83), speaker: "BEN", participant: study.participants[1].id),
    ]
    var search = QuotationSearch(Manuscript(markdown: report), study: study)
    search.find(in: study.sources[0], text: text, turns: turns)
    if !search.isComplete { search.compare(with: study.sources[0], text: text, turns: turns) }
    #expect(search.findings.map { "\($0.place): \($0.message)" } == expected)
  }

  @Test("any cut of a report is read without a fault")
  func cuts() {
    let report =
      "# 1 A\n\n> “We (Participant 1, 2\n> — x\n\n| a | Total |\n|---|---|\n| 1 | 2. |\n\n1. “x ‘y (\n```\nz"
    let study = makeStudy()
    var read = 0
    for end in report.indices {
      let manuscript = Manuscript(markdown: String(report[..<end]))
      for check in ProofCheck.all { read += check.findings(manuscript, study).count }
      _ = QuotationSearch(manuscript, study: study).findings
    }
    #expect(read > 0)
  }
}
