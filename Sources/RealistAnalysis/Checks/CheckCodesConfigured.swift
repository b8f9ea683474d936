import RealistModel

extension StudyCheck {
  /// Themes end up in configurations.
  ///
  /// A code counts as used when it, a code below it or a code above it is an element of a configuration that was not rejected. A
  /// branch of which nothing is used is one finding. Nothing is said before there are configurations, nor of disabling mechanisms, which
  /// have a check of their own: ``disablingMechanismsUsed``.
  public static let codesConfigured = StudyCheck(
    key: "codes-configured", rule: "every code is used in a configuration"
  ) { material in
    let standing = material.standing
    guard !standing.isEmpty else { return [] }
    let used = Set(standing.flatMap(\.elements).compactMap(\.code))
    let disabling = material.disablingMechanisms
    let codes = material.study.codes.filter { !disabling.contains($0.id) }
    return material.uncovered(codes, used: used).map { code in
      let below = codes.count { material.ancestry($0.id).dropFirst().contains(code.id) }
      let extent = below == 0 ? "" : ", nor is any of the \(below) below it"
      return Finding(
        .warning, material.path(code.id), "is in no configuration\(extent)",
        hint: "realist quotes --code \(material.path(code.id))")
    }
  }
}
