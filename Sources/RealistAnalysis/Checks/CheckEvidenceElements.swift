import RealistModel

extension StudyCheck {
  /// Evidence speaks to elements of its own configuration, to each once, and says a thing once.
  public static let evidenceElements = StudyCheck(
    key: "evidence-elements", rule: "evidence speaks to elements of the configuration it belongs to"
  ) { material in
    var seen = Set<[String]>()
    return material.study.evidence.flatMap { evidence -> [Finding] in
      guard let configuration = material.configurations[evidence.configuration] else { return [] }
      let place = material.name(evidence)
      let own = Set(configuration.elements.map(\.id))
      var findings: [Finding] = []
      if !own.isSuperset(of: evidence.elements) {
        findings.append(
          Finding(
            .error, place, "speaks to an element that this configuration does not have",
            hint: "realist evidence remove, then add it to the right element"))
      }
      if Set(evidence.elements).count < evidence.elements.count {
        findings.append(Finding(.warning, place, "names the same element twice"))
      }
      let said = [place, evidence.segment.description, evidence.bearing.rawValue, evidence.standing.rawValue]
      if !seen.insert(said).inserted {
        findings.append(
          Finding(
            .warning, place, "has the same passage twice, saying the same", hint: "realist evidence remove"))
      }
      return findings
    }
  }
}
