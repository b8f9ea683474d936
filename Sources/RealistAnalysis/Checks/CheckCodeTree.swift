import RealistModel

extension StudyCheck {
  /// Following the parents of a code ends at the top.
  public static let codeTree = StudyCheck(
    key: "code-tree", rule: "codes form a tree: every parent exists and no code lies below itself"
  ) { material in
    material.study.codes.compactMap { code in
      guard let parent = code.parent else { return nil }
      if material.codes[parent] == nil {
        return Finding(
          .error, code.name, "lies below a code that does not exist",
          hint: "undo the change that removed it: realist log, realist undo")
      }
      let ancestry = material.ancestry(code.id)
      guard let top = ancestry.last.flatMap({ material.codes[$0] }), let above = top.parent,
        ancestry.contains(above), above == code.id
      else { return nil }
      return Finding(
        .error, material.path(code.id), "lies below itself",
        hint: "undo the change that moved it: realist log, realist undo")
    }
  }
}
