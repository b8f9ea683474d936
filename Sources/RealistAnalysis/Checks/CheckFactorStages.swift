import RealistModel

extension StudyCheck {
  /// Factors stand in stages of the study and links lead from one to another.
  public static let factorStages = StudyCheck(
    key: "factor-stages",
    rule: "every factor stands in a stage of the study, and no link leads back to itself"
  ) { material in
    let stages = Set(material.study.stages.map(\.key))
    let names = material.study.stages.map(\.key).joined(separator: ", ")
    let lost = material.study.factors.filter { !stages.contains($0.stage) }.map { factor in
      Finding(
        .error, "factor \(factor.key)",
        "stands in the stage “\(factor.stage)”, which the study does not have",
        hint: "its stages are \(names)")
    }
    let circular = material.study.links.filter { $0.from == $0.to }.compactMap { link in
      material.factors[link.from].map {
        Finding(.warning, "link \($0.key) -> \($0.key)", "leads from a factor to itself")
      }
    }
    return lost + circular
  }
}
