extension ReportingStandard {
  /// RAMESES II, for realist evaluations: 20 items in six sections.
  ///
  /// Source: Wong G, Westhorp G, Manzano A, Greenhalgh J, Jagosh J, Greenhalgh T (2016): RAMESES II reporting standards for realist
  /// evaluations. BMC Medicine 14:96, Table 1.
  public static let rameses = ReportingStandard(
    key: "rameses", title: "RAMESES II reporting standards for realist evaluations",
    citation: "Wong et al 2016, BMC Medicine 14:96, Table 1; items are paraphrased",
    answers: ["Reported in document (Y/N/Unclear)", "Page(s) in document"],
    sections: [
      Section("Title", [Item(1, "Title", "Say in the title that this is a realist evaluation") { $0.title }]),
      Section(
        "Summary or abstract",
        [
          Item(
            2, "Summary",
            "In brief: programme, setting, purpose, questions, strategy, data collection and analysis, main findings and conclusions"
          ) { $0.summary }
        ]),
      Section("Introduction", introduction),
      Section("Methods", methods),
      Section("Results", results),
      Section("Discussion", discussion),
    ])

  private static let introduction = [
    Item(3, "Rationale for evaluation", "Why it was done, and what that means for its focus and design"),
    Item(4, "Programme theory", "The initial programme theory or theories that underpin the programme") {
      $0.initialTheories
    },
    Item(
      5, "Evaluation questions, objectives and focus",
      "The questions and objectives, and how programme theory was used to set the scope"
    ) { $0.questions },
    Item(6, "Ethical approval", "Whether it was required and obtained; if it was not needed, why not") {
      $0.ethics + $0.consent
    },
  ]

  private static let methods = [
    Item(7, "Rationale for using realist evaluation", "Why it was chosen, and how it was adapted, if it was"),
    Item(8, "Environment surrounding the evaluation", "The surroundings in which the evaluation took place") {
      $0.surroundings
    },
    Item(9, "The programme evaluated", "What the programme, policy or initiative is") { $0.programme },
    Item(10, "Evaluation design", "The design of the evaluation, and why") { $0.template },
    Item(
      11, "Data collection methods",
      "What was collected, why, how it fed the theory, and what was done to make it trustworthy"
    ) { $0.material + $0.modes + $0.dates + $0.durations + $0.guide + $0.sourceAttributes + $0.corrections },
    Item(
      12, "Recruitment process and sampling strategy",
      "Who was approached and how, and what that gave the theory"
    ) {
      $0.sampleSize + $0.withdrawals
    },
    Item(
      13, "Data analysis",
      "How contexts, mechanisms, outcomes and configurations were found, and how theory was developed, supported, refuted or refined"
    ) { $0.coders + $0.codingTree + $0.trail + $0.theoryChanges + $0.software },
  ]

  private static let results = [
    Item(14, "Details of participants", "Who took part in which part, and what is known of them") {
      $0.sampleSize + $0.sample
    },
    Item(
      15, "Main findings",
      "The findings as configurations of context, mechanism and outcome, and what they did to the programme theory"
    ) { $0.findings + $0.refutations },
  ]

  private static let discussion = [
    Item(
      16, "Summary of findings", "The main findings, in the light of the questions and the programme theory"),
    Item(17, "Strengths, limitations and future directions", "Of the evaluation and of the theory it leaves"),
    Item(18, "Comparison with existing literature", "How the findings compare with what is published"),
    Item(19, "Conclusion and recommendations", "The main implications, and what is recommended to whom") {
      $0.recommendations
    },
    Item(
      20, "Funding and conflict of interest", "Who paid, what part they played, and what interests there are"),
  ]
}
