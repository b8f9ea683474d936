import RealistModel

extension StudyCheck {
  /// Configurations test theories that exist and say something, and every theory is tested.
  public static let theories = StudyCheck(
    key: "theories", rule: "every configuration's theory exists, and every theory is stated and tested"
  ) { material in
    let nowhere = material.study.configurations.compactMap { configuration -> Finding? in
      guard let theory = configuration.theory, material.theories[theory] == nil else { return nil }
      return Finding(
        .error, material.name(configuration.id), "tests a theory that does not exist",
        hint: "realist cmo edit \(material.name(configuration.id)) --theory KEY")
    }
    let tested = Set(material.study.configurations.compactMap(\.theory))
    let others = material.study.theories.flatMap { theory -> [Finding] in
      var findings: [Finding] = []
      if theory.versions.allSatisfy({ $0.statement.trimmed.isEmpty }) {
        findings.append(Finding(.warning, "theory \(theory.key)", "has no statement"))
      }
      if !tested.contains(theory.id), !material.study.configurations.isEmpty {
        findings.append(Finding(.warning, "theory \(theory.key)", "no configuration tests it"))
      }
      return findings
    }
    return nowhere + others
  }
}
