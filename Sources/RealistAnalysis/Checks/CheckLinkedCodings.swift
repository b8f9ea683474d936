import RealistModel

extension StudyCheck {
  /// Linked codings link at least two roles of the template, each by words of the passage.
  public static let linkedCodings = StudyCheck(
    key: "linked-codings", rule: "a linked coding links roles of the template by words inside its passage"
  ) { material in
    let template = material.study.template
    return material.study.linkedCodings.flatMap { linked -> [Finding] in
      var findings: [Finding] = []
      if linked.parts.count < 2 {
        findings.append(
          Finding(
            .error, linked.key, "links nothing: it has \(linked.parts.count == 1 ? "one role" : "no roles")",
            hint: "realist linked-coding remove \(linked.key)"))
      }
      for part in linked.parts {
        let place = "\(linked.key).\(part.letter)"
        if template.slot(letter: part.letter) == nil {
          let known = template.slots.map(\.letter).joined(separator: ", ")
          findings.append(
            Finding(
              .error, place, "“\(part.letter)” is no element of the template \(template.key)",
              hint: "its letters are \(known)"))
        }
        if material.liesOutside(part, of: linked) {
          findings.append(
            Finding(
              .warning, place, "its words no longer lie inside the passage",
              hint: "realist linked-coding show \(linked.key); then remove it and add it again"))
        }
      }
      return findings
    }
  }
}

extension CheckMaterial {
  /// Whether the words of a role are elsewhere than its passage; not when either is missing, which is another finding.
  fileprivate func liesOutside(_ part: LinkedCoding.Part, of linked: LinkedCoding) -> Bool {
    guard let whole = segments[linked.segment], let own = part.segment.flatMap({ segments[$0] }) else {
      return false
    }
    return whole.source != own.source || whole.revision != own.revision || !whole.span.contains(own.span)
  }
}
