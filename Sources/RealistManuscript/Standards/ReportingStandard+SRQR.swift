extension ReportingStandard {
  /// SRQR, for qualitative research of any approach: 21 items.
  ///
  /// Source: O'Brien BC, Harris IB, Beckman TJ, Reed DA, Cook DA (2014): Standards for reporting qualitative research. Academic Medicine
  /// 89:1245-1251, Table 1.
  public static let srqr = ReportingStandard(
    key: "srqr", title: "SRQR: standards for reporting qualitative research",
    citation: "O'Brien et al 2014, Academic Medicine 89:1245; items are paraphrased",
    answers: ["Page or line no."],
    sections: [
      Section(
        "Title and abstract",
        [
          Item(1, "Title", "The nature and topic of the study, and its approach") { $0.title },
          Item(2, "Abstract", "Background, purpose, methods, results and conclusions") { $0.summary },
        ]),
      Section(
        "Introduction",
        [
          Item(3, "Problem formulation", "The problem and its significance, with the relevant theory"),
          Item(4, "Purpose or research question", "Purpose, objectives or questions") { $0.questions },
        ]),
      Section("Methods", srqrMethods),
      Section(
        "Results",
        [
          Item(16, "Synthesis and interpretation", "The main findings, perhaps a theory or model") {
            $0.findings + $0.theoryChanges
          },
          Item(17, "Links to empirical data", "Evidence that substantiates the findings, such as quotes") {
            $0.quotations + $0.refutations
          },
        ]),
      Section(
        "Discussion",
        [
          Item(18, "Integration with prior work", "Contributions, implications and how far they transfer"),
          Item(19, "Limitations", "Trustworthiness and limits of the findings"),
        ]),
      Section(
        "Other",
        [
          Item(20, "Conflicts of interest", "Possible influences, and how they were dealt with"),
          Item(21, "Funding", "Sources of funding, and their part in the study"),
        ]),
    ])

  private static let srqrMethods = [
    Item(
      5, "Qualitative approach and research paradigm", "The approach, its theory and its paradigm, and why"
    ) {
      $0.template
    },
    Item(
      6, "Researcher characteristics and reflexivity",
      "Who the researchers are, and how that bears on the study"),
    Item(7, "Context", "Setting and circumstances that matter") { $0.surroundings },
    Item(8, "Sampling strategy", "How and why people, documents or events were selected") { $0.sampleSize },
    Item(9, "Ethical issues", "Approval, consent, and how confidentiality was kept") {
      $0.ethics + $0.consent
    },
    Item(10, "Data collection methods", "Which data, when, and how the procedures changed") {
      $0.material + $0.modes + $0.dates + $0.durations
    },
    Item(11, "Data collection instruments and technologies", "Guides, devices, and whether they changed") {
      $0.guide + $0.sourceAttributes
    },
    Item(12, "Units of study", "How many participants, documents or events, and what marks them") {
      $0.sampleSize + $0.sample
    },
    Item(13, "Data processing", "Transcription, entry, security, integrity, coding and anonymising") {
      $0.corrections + $0.software
    },
    Item(14, "Data analysis", "How themes were found and developed, and by whom") {
      $0.coders + $0.codingTree
    },
    Item(
      15, "Techniques to enhance trustworthiness",
      "E.g. audit trail, several coders, checking with participants"
    ) {
      $0.trail
    },
  ]
}
