import RealistModel

extension StudyCheck {
  /// What hinders is not forgotten when themes become configurations.
  ///
  /// A code is a disabling mechanism when it, or a code above it, has the word “disabling” in its name. It counts as used when it, a code
  /// below it or a disabling code above it is an element of a configuration that was not rejected.
  public static let disablingMechanismsUsed = StudyCheck(
    key: "disabling-mechanisms-used",
    rule: "every disabling mechanism of the codebook is used in a configuration"
  ) { material in
    let standing = material.standing
    guard !standing.isEmpty else { return [] }
    let disabling = material.disablingMechanisms
    let parents = Set(material.study.codes.compactMap(\.parent))
    let leaves = material.study.codes.filter { disabling.contains($0.id) && !parents.contains($0.id) }
    let used = Set(standing.flatMap(\.elements).compactMap(\.code))
    return material.uncovered(leaves, used: used).map { code in
      let codings = material.study.codings.count { $0.code == code.id }
      return Finding(
        .warning, material.path(code.id),
        "is a disabling mechanism that no configuration uses (\(codings) coding\(codings == 1 ? "" : "s"))",
        hint: "realist quotes --code \(material.path(code.id))")
    }
  }
}

extension CheckMaterial {
  /// The codes that are disabling mechanisms: those with the word “disabling” in their name, and all below them.
  var disablingMechanisms: Set<ID<Code>> {
    let named = Set(
      study.codes.filter { code in
        code.name.lowercased().split { !$0.isLetter }.contains("disabling")
      }.map(\.id))
    guard !named.isEmpty else { return [] }
    return Set(study.codes.map(\.id).filter { ancestry($0).contains { named.contains($0) } })
  }
}
