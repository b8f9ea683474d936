extension ReportingStandard {
  /// COREQ, for interviews and focus groups: 32 items in three domains.
  ///
  /// Source: Tong A, Sainsbury P, Craig J (2007): Consolidated criteria for reporting qualitative research (COREQ). International Journal for
  /// Quality in Health Care 19:349-357, Table 1.
  public static let coreq = ReportingStandard(
    key: "coreq", title: "COREQ: consolidated criteria for reporting qualitative research",
    citation:
      "Tong, Sainsbury and Craig 2007, Int J Qual Health Care 19:349; guide questions are paraphrased",
    answers: ["Reported on page no."],
    sections: [
      Section("Research team and reflexivity", team), Section("Study design", design),
      Section("Analysis and findings", analysis),
    ])

  private static let team = [
    Item(1, "Interviewer or facilitator", "Who led the interviews or focus groups?"),
    Item(2, "Credentials", "Which degrees do the researchers hold?"),
    Item(3, "Occupation", "What did they work as at the time?"),
    Item(4, "Gender", "Of what gender are they?"),
    Item(5, "Experience and training", "What experience or training had they?"),
    Item(6, "Relationship established", "Did they know the participants before?"),
    Item(
      7, "Participant knowledge of the interviewer",
      "What did participants know of them and of their reasons?"),
    Item(8, "Interviewer characteristics", "Which biases, assumptions and interests are reported?"),
  ]

  private static let design = [
    Item(9, "Methodological orientation and theory", "On which orientation does the study stand?") {
      $0.template
    },
    Item(10, "Sampling", "How were participants selected?"),
    Item(11, "Method of approach", "How were they approached?"),
    Item(12, "Sample size", "How many took part?") { $0.sampleSize },
    Item(13, "Non-participation", "How many refused or dropped out, and why?") { $0.withdrawals },
    Item(14, "Setting of data collection", "Where were the data collected?") { $0.modes },
    Item(15, "Presence of non-participants", "Was anybody else present?"),
    Item(16, "Description of sample", "What marks the sample, e.g. demographic data and dates?") {
      $0.sample + $0.dates
    },
    Item(17, "Interview guide", "Were questions and prompts given, was the guide piloted?") { $0.guide },
    Item(18, "Repeat interviews", "Were any repeated, how many?") { $0.repeated },
    Item(19, "Audio or visual recording", "How were the data recorded?") { $0.sourceAttributes },
    Item(20, "Field notes", "Were notes made during or after?") { $0.fieldNotes },
    Item(21, "Duration", "How long did they last?") { $0.durations },
    Item(22, "Data saturation", "Was it discussed?"),
    Item(23, "Transcripts returned", "Were transcripts given back for comment or correction?") {
      $0.corrections
    },
  ]

  private static let analysis = [
    Item(24, "Number of data coders", "How many people coded?") { $0.coders },
    Item(25, "Description of the coding tree", "Is the coding tree described?") { $0.codingTree },
    Item(26, "Derivation of themes", "Were themes set beforehand or drawn from the data?"),
    Item(27, "Software", "Which program was used to manage the data?") { $0.software },
    Item(28, "Participant checking", "Did participants comment on the findings?"),
    Item(29, "Quotations presented", "Are themes shown by quotations, each with its participant number?") {
      $0.quotations
    },
    Item(30, "Data and findings consistent", "Do the data and the findings agree?") { $0.refutations },
    Item(31, "Clarity of major themes", "Are the major themes clear?") { $0.majorThemes },
    Item(32, "Clarity of minor themes", "Are diverse cases and minor themes described?") { $0.minorThemes },
  ]
}
