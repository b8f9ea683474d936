import RealistAnalysis
import RealistModel
import RealistStore

/// One thing that a check of the whole study has to say, with the key of the check.
public typealias CheckedFinding = (check: String, finding: Finding)

extension StudyStore {
  /// All that is wrong with the file, then with the values in it, errors first.
  ///
  /// - Parameter onlyErrors: leaves the warnings out.
  public func findings(onlyErrors: Bool = false) throws -> [CheckedFinding] {
    let problems = try problems()
    return try read { try $0.findings(of: problems, onlyErrors: onlyErrors) }
  }
}

extension StudyReader {
  /// The same without a look at the full-text index, which only somebody who may write to the file can be told about.
  public func findings(onlyErrors: Bool = false) throws -> [CheckedFinding] {
    try findings(of: problems(), onlyErrors: onlyErrors)
  }

  fileprivate func findings(of problems: [StoreProblem], onlyErrors: Bool) throws -> [CheckedFinding] {
    let inFile = problems.map { problem in
      (
        check: problem.check.rawValue,
        finding: Finding(.error, problem.place, problem.message, hint: problem.hint)
      )
    }
    let isReadable = !problems.contains { $0.check == .file }
    let all = inFile + (isReadable ? try findingsInValues() : [])
    let errors = all.filter { $0.finding.severity == .error }
    return onlyErrors ? errors : errors + all.filter { $0.finding.severity != .error }
  }

  /// What the checks of values find. Spans and check values were compared with the texts themselves already.
  private func findingsInValues() throws -> [CheckedFinding] {
    let study = try study()
    let hasWithdrawn = study.participants.contains { $0.withdrawn != nil }
    let words = try? hasWithdrawn ? self.words(of: study.segments) : evidenceWords(of: study)
    let compared = [StudyCheck.spansInBounds.key, StudyCheck.quoteChecks.key]
    return StudyCheck.findings(in: CheckMaterial(study, words: words ?? [:]))
      .filter { !compared.contains($0.check.key) }.map { ($0.check.key, $0.finding) }
  }
}
