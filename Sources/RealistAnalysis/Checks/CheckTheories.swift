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
      if !tested.contains(theory.id), theory.end == nil, !material.study.configurations.isEmpty {
        findings.append(Finding(.warning, "theory \(theory.key)", "no configuration tests it"))
      }
      return findings
    }
    return nowhere + others + material.histories
  }
}

extension CheckMaterial {
  /// Histories that do not say why, and configurations that were left with a theory that is no longer held.
  fileprivate var histories: [Finding] {
    let unexplained = study.theories.flatMap { theory in
      theory.versions.dropFirst().filter { $0.reason.trimmed.isEmpty }.map { version in
        Finding(
          .warning, "theory \(theory.key)", "does not say why it was \(version.step.rawValue)",
          hint: "realist theory export, add Reason: … below ### \(version.label), realist theory import")
      }
    }
    let left = standing.compactMap { configuration -> Finding? in
      guard configuration.status == .agreed, let theory = configuration.theory.flatMap({ theories[$0] }),
        let end = theory.end
      else { return nil }
      return Finding(
        .warning, name(configuration.id), "belongs to theory \(theory.key), which was \(end.step.rawValue)",
        hint: "realist cmo edit \(name(configuration.id)) --theory KEY")
    }
    return unexplained + left
  }
}
