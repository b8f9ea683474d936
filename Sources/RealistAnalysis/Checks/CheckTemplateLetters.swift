import RealistModel

extension StudyCheck {
  /// Elements are of kinds that the study's template has, and say something.
  public static let templateLetters = StudyCheck(
    key: "template-letters", rule: "every element has a letter of the study's template and words of its own"
  ) { material in
    let template = material.study.template
    let known = template.slots.map(\.letter).joined(separator: ", ")
    return material.study.configurations.flatMap { configuration in
      configuration.labelled.flatMap { label, element -> [Finding] in
        let place = "\(material.name(configuration.id)).\(label)"
        var findings: [Finding] = []
        if template.slot(letter: element.letter) == nil {
          findings.append(
            Finding(
              .error, place, "“\(element.letter)” is no element of the template \(template.key)",
              hint: "its letters are \(known)"))
        }
        if element.text.trimmed.isEmpty { findings.append(Finding(.warning, place, "has no words")) }
        let role = template.slot(letter: element.letter)?.role
        if role == .outcome, element.valence == .enabling || element.valence == .disabling {
          findings.append(
            Finding(.warning, place, "an outcome is intended or unintended, not enabling or disabling"))
        }
        return findings
      }
    }
  }
}
