import RealistAnalysis
import RealistModel

extension ProofCheck {
  /// A number that is given twice is the same twice, and the same as the study's.
  public static let repeatedNumbers = ProofCheck(
    key: "repeated-numbers",
    rule: "the same things are counted alike everywhere, and as the study counts them"
  ) { manuscript, study in
    let counted = manuscript.blocks.filter { !$0.isWordsOfOthers }.flatMap(\.counted).filter(\.isOfAll)
    let nouns = counted.map(\.noun).distinct
    return nouns.flatMap { noun -> [Finding] in
      let mentions = counted.filter { $0.noun == noun }
      return [disagreement(mentions), contradiction(mentions, study)].compactMap { $0 }
    }
  }

  /// `six trainees` here and `five trainees` there.
  private static func disagreement(_ mentions: [Counted]) -> Finding? {
    guard let first = mentions.first, let other = mentions.first(where: { $0.number != first.number }) else {
      return nil
    }
    return .at(
      other.line, "\(other.number) \(other.noun) here, \(first.number) in line \(first.line)",
      hint: "say which are meant, or correct one")
  }

  /// The report counts what the study counts, and comes to something else every time.
  private static func contradiction(_ mentions: [Counted], _ study: Study) -> Finding? {
    guard let first = mentions.first, let count = study.count(of: first.noun), count > 0,
      !mentions.contains(where: { $0.number == count })
    else { return nil }
    return .at(
      first.line, "\(first.number) \(first.noun), and the study has \(count)", hint: "realist status")
  }
}

extension Study {
  /// How many the study has of a thing, by its plural; nil for what it does not count.
  fileprivate func count(of noun: String) -> Int? {
    switch noun {
    case "participants": participants.count
    case "interviews": sources.count { $0.kind == .interview }
    case "configurations", "cmos", "cmocs": configurations.count { $0.status != .rejected }
    case "recommendations": recommendations.count
    case "transcripts", "sources": sources.count
    case "codes": codes.count
    default: nil
    }
  }
}

extension Manuscript.Block {
  /// Quotations may count as they like.
  fileprivate var isWordsOfOthers: Bool { kind == .quotation }
}

extension Counted {
  /// Words before a number that make it a part or a guess.
  private static let parts: Set<String> = [
    "of", "other", "another", "some", "further", "more", "remaining", "these", "those", "additional", "next",
    "first", "last",
    "about", "around", "over", "under", "than", "least", "most", "nearly", "almost", "between", "to", "or",
    "and", "table", "figure",
    "section", "-", "–", "participant", "participants", "only", "in", "with",
  ]

  /// Measures; every interview has its own minutes.
  private static let measures: Set<String> = [
    "years", "months", "weeks", "days", "hours", "minutes", "seconds", "times", "miles", "pounds", "words",
    "pages", "lines", "weeks",
    "levels", "points", "others", "ways", "reasons", "examples", "columns", "rows", "items",
  ]

  /// Whether it seems to count all there are.
  fileprivate var isOfAll: Bool {
    !Self.parts.contains(before) && !Self.measures.contains(noun) && number < 1_900
  }
}
