import RealistModel

extension StudyCheck {
  /// A path names one code.
  public static let codeNames = StudyCheck(
    key: "code-names", rule: "sibling codes have different names, and names can be part of a path"
  ) { material in
    var seen: [[ID<Code>?: Set<[UInt8]>]] = [[:], [:]]
    return material.study.codes.compactMap { code in
      let path = material.path(code.id)
      if code.name.isEmpty || code.name.contains(where: { $0 == "/" || $0.isNewline }) {
        return Finding(
          .error, path.isEmpty ? "a code" : path, "its name is empty, or has a slash or a line break in it")
      }
      let isNew = seen[0][code.parent, default: []].insert(Array(code.name.utf8)).inserted
      let isNewInAnyCase = seen[1][code.parent, default: []].insert(Array(code.name.lowercased().utf8))
        .inserted
      if !isNew {
        return Finding(
          .error, path, "there are two codes of this path", hint: "realist code rename, or merge them")
      }
      guard isNewInAnyCase else {
        return Finding(
          .warning, path, "differs from a sibling in capital letters only",
          hint: "realist code merge joins two codes")
      }
      return nil
    }
  }
}
