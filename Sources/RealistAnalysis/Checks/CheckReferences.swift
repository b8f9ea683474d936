import RealistModel

extension StudyCheck {
  /// Nothing refers to what is not there.
  public static let references = StudyCheck(
    key: "references", rule: "everything that is referred to exists"
  ) { material in
    material.materialReferences + material.linkedReferences + material.configurationReferences
      + material.theoryReferences + material.graphReferences + material.memoReferences
  }
}

extension CheckMaterial {
  private func missing(_ place: String, _ what: String) -> Finding {
    Finding(
      .error, place, "refers to \(what) that does not exist",
      hint: "undo the change that removed it (realist log, realist undo) or restore the copy made before it")
  }

  fileprivate var materialReferences: [Finding] {
    var findings: [Finding] = []
    for source in study.sources where source.participants.contains(where: { participants[$0] == nil }) {
      findings.append(missing(source.name, "a participant"))
    }
    for segment in study.segments where sources[segment.source] == nil {
      findings.append(missing(name(segment), "a source"))
    }
    for coding in study.codings where segments[coding.segment] == nil || codes[coding.code] == nil {
      let place = segments[coding.segment].map(name) ?? "a coding by \(coding.coder)"
      if segments[coding.segment] == nil { findings.append(missing(place, "a segment")) }
      if codes[coding.code] == nil { findings.append(missing(place, "a code")) }
    }
    return findings
  }

  fileprivate var linkedReferences: [Finding] {
    study.linkedCodings.flatMap { linked -> [Finding] in
      var findings: [Finding] = []
      if linked.segments.contains(where: { segments[$0] == nil }) {
        findings.append(missing(linked.key, "a segment"))
      }
      if linked.parts.contains(where: { codes[$0.code] == nil }) {
        findings.append(missing(linked.key, "a code"))
      }
      return findings
    }
  }

  fileprivate var theoryReferences: [Finding] {
    var findings: [Finding] = []
    for theory in study.theories {
      let place = "theory \(theory.key)"
      if theory.versions.flatMap(\.into).contains(where: { theories[$0] == nil }) {
        findings.append(missing(place, "a theory"))
      }
      if theory.versions.flatMap(\.passages).contains(where: { segments[$0.segment] == nil }) {
        findings.append(missing(place, "a segment"))
      }
    }
    for response in study.responses {
      let theory = theories[response.theory]
      let place = "a response to \(theory.map { "theory \($0.key)" } ?? "a theory")"
      if theory == nil { findings.append(missing(place, "a theory")) }
      if segments[response.segment] == nil { findings.append(missing(place, "a segment")) }
      if let theory, !theory.versions.indices.contains(response.version - 1) {
        findings.append(missing(place, "a wording"))
      }
    }
    return findings
  }

  fileprivate var configurationReferences: [Finding] {
    var findings: [Finding] = []
    for configuration in study.configurations {
      for (label, element) in configuration.labelled {
        guard let code = element.code, codes[code] == nil else { continue }
        findings.append(missing("\(name(configuration.id)).\(label)", "a code"))
      }
    }
    for evidence in study.evidence {
      if configurations[evidence.configuration] == nil {
        findings.append(missing("evidence by \(evidence.coder)", "a configuration"))
      }
      if segments[evidence.segment] == nil { findings.append(missing(name(evidence), "a segment")) }
    }
    let loops = Set(study.loops.map(\.id))
    for recommendation in study.recommendations {
      let place = "recommendation \(recommendation.key)"
      if recommendation.configurations.contains(where: { configurations[$0] == nil }) {
        findings.append(missing(place, "a configuration"))
      }
      if !loops.isSuperset(of: recommendation.loops) { findings.append(missing(place, "a loop")) }
    }
    return findings
  }

  fileprivate var graphReferences: [Finding] {
    var findings: [Finding] = []
    for factor in study.factors {
      if let code = factor.code, codes[code] == nil {
        findings.append(missing("factor \(factor.key)", "a code"))
      }
      if let opposite = factor.opposite, factors[opposite] == nil {
        findings.append(missing("factor \(factor.key)", "an opposite factor"))
      }
    }
    for link in study.links {
      let (from, to) = (factors[link.from], factors[link.to])
      let place = "link \(from?.key ?? "?") -> \(to?.key ?? "?")"
      if from == nil || to == nil { findings.append(missing(place, "a factor")) }
      if link.configurations.contains(where: { configurations[$0] == nil }) {
        findings.append(missing(place, "a configuration"))
      }
      if link.segments.contains(where: { segments[$0] == nil }) {
        findings.append(missing(place, "a segment"))
      }
    }
    for loop in study.loops where loop.factors.contains(where: { factors[$0] == nil }) {
      findings.append(missing("loop \(loop.key)", "a factor"))
    }
    let loops = Set(study.loops.map(\.id))
    for loop in study.loops {
      if let before = loop.before, !loops.contains(before) {
        findings.append(missing("loop \(loop.key)", "an earlier loop"))
      }
    }
    return findings + rippleReferences
  }

  private var rippleReferences: [Finding] {
    let elements = Set(study.configurations.flatMap { $0.elements.map(\.id) })
    return study.confirmedRipples.compactMap { ripple in
      elements.contains(ripple.outcome) && elements.contains(ripple.context)
        ? nil : missing("a confirmed ripple", "an element")
    }
  }

  fileprivate var memoReferences: [Finding] {
    study.memos.compactMap { memo in
      let place = "memo by \(memo.coder) of \(memo.written.date)"
      switch memo.subject {
      case .study: return nil
      case .participant(let id): return participants[id] == nil ? missing(place, "a participant") : nil
      case .source(let id): return sources[id] == nil ? missing(place, "a source") : nil
      case .code(let id): return codes[id] == nil ? missing(place, "a code") : nil
      case .segment(let id): return segments[id] == nil ? missing(place, "a segment") : nil
      case .configuration(let id): return configurations[id] == nil ? missing(place, "a configuration") : nil
      case .theory(let id): return theories[id] == nil ? missing(place, "a theory") : nil
      case .factor(let id): return factors[id] == nil ? missing(place, "a factor") : nil
      }
    }
  }
}
