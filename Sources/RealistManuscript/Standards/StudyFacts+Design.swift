import RealistModel

extension StudyFacts {
  var title: [Fact] { Self.said(study.title, "realist study show") }
  var questions: [Fact] { Self.said(study.question, "realist study show") }
  var summary: [Fact] { Self.said(study.summary, "realist study show") }
  var ethics: [Fact] { Self.said(study.ethics, "realist study show") }

  /// The template of the configurations: which elements the analysis looks for.
  var template: [Fact] {
    let slots = study.template.slots.map { "\($0.letter) \($0.name.lowercased())" }
    return [Fact("configurations of \(series(slots))", "realist cmo list")]
  }

  /// Each theory as it was first put.
  var initialTheories: [Fact] {
    study.theories.compactMap { theory in
      guard let first = theory.versions.first else { return nil }
      let date = first.date.map { ", \($0)" } ?? ""
      return Fact(
        "\(theory.title) (\(first.label)\(date); from \(Self.origin(theory.origin)))",
        "realist theory show \(theory.key)")
    }
  }

  private static func origin(_ origin: Theory.Origin) -> String {
    switch origin {
    case .stakeholder: "stakeholders"
    case .document: "a document"
    case .literature: "the literature"
    case .analyst: "the analysts"
    }
  }

  /// What became of the theories, with the number of reasons given.
  var theoryChanges: [Fact] {
    let later = study.theories.map { $0.versions.dropFirst() }
    let changes = later.reduce(0) { $0 + $1.count }
    guard changes > 0 else { return [] }
    let reasons = later.reduce(0) { $0 + $1.count { !$0.reason.isEmpty } }
    let changed = later.count { !$0.isEmpty }
    return [
      Fact(
        "\(counted(changes, "change")) of \(counted(changed, "theory", "theories")), \(reasons) with a reason",
        "realist theory list")
    ]
  }

  /// What stands in the way or around, from the theory of change.
  var surroundings: [Fact] {
    let kinds: [Stage.Kind] = [.contextualFactors, .barriers]
    let keys = Set(study.stages.filter { kinds.contains($0.kind) }.map(\.key))
    let factors = study.factors.filter { keys.contains($0.stage) }.map(\.text)
    return Self.said(factors.joined(separator: "; "), "realist toc list")
  }

  /// What the programme puts in and does, from the theory of change.
  var programme: [Fact] {
    let kinds: [Stage.Kind] = [.inputs, .activities]
    let keys = Set(study.stages.filter { kinds.contains($0.kind) }.map(\.key))
    let factors = study.factors.filter { keys.contains($0.stage) }.map(\.text)
    return summary + Self.said(factors.joined(separator: "; "), "realist toc list")
  }

  var recommendations: [Fact] {
    guard !study.recommendations.isEmpty else { return [] }
    let traced = study.recommendations.count { !$0.configurations.isEmpty || !$0.loops.isEmpty }
    return [
      Fact(
        "\(counted(study.recommendations.count, "recommendation")), \(traced) traced to configurations or loops",
        "realist recommendation list")
    ]
  }
}
