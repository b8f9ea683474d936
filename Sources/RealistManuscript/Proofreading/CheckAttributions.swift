import RealistAnalysis
import RealistModel

extension ProofCheck {
  /// People are named in full, in the right number, and exist.
  public static let attributions = ProofCheck(
    key: "attributions",
    rule: "an attribution has its number, the right grammatical number, and a participant of the study"
  ) { manuscript, study in
    let noun = study.attribution.noun
    let known = Set(study.participants.compactMap(\.number))
    return manuscript.blocks.flatMap { $0.mentions(of: noun) }.flatMap { mention -> [Finding] in
      if mention.isCutOff {
        return [.at(mention.line, .error, "an attribution is cut off before its number: '(\(mention.word)'")]
      }
      var findings: [Finding] = []
      if mention.numbers.count > 1, !mention.isPlural {
        findings.append(
          .at(
            mention.line, "'\(mention.word)' stands before \(mention.numbers.count) numbers",
            hint: "\(mention.word)s"))
      }
      if mention.numbers.count == 1, mention.isPlural {
        findings.append(.at(mention.line, "'\(mention.word)' stands before one number", hint: noun))
      }
      for number in mention.numbers where !known.isEmpty && !known.contains(number) {
        findings.append(
          .at(
            mention.line, .error, "there is no \(noun) \(number) in the study",
            hint: "realist participant list"))
      }
      return findings
    }
  }
}
