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
    let named = Set(material.study.codes.filter { isDisabling($0.name) }.map(\.id))
    let parents = Set(material.study.codes.compactMap(\.parent))
    let leaves = material.study.codes.filter { code in
      !parents.contains(code.id) && material.ancestry(code.id).contains { named.contains($0) }
    }
    let used = Set(standing.flatMap(\.elements).compactMap(\.code))
    return material.uncovered(leaves, used: used).map { code in
      let codings = material.study.codings.count { $0.code == code.id }
      return Finding(
        .warning, material.path(code.id),
        "is a disabling mechanism that no configuration uses (\(codings) coding\(codings == 1 ? "" : "s"))",
        hint: "realist quotes --code \(material.path(code.id))")
    }
  }

  private static func isDisabling(_ name: String) -> Bool {
    name.lowercased().split { !$0.isLetter }.contains("disabling")
  }
}
