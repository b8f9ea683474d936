import RealistModel

extension StudyFacts {
  /// How many people coded, and how much each.
  var coders: [Fact] {
    let names = study.codings.map(\.coder)
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    guard !counts.isEmpty else { return [] }
    let each = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return [
      Fact(
        "\(counted(counts.count, "coder")); codings: \(each.joined(separator: ", "))",
        counts.count > 1 ? "realist agree" : "realist quotes")
    ]
  }

  /// How many codes there are and how deep the tree goes.
  var codingTree: [Fact] {
    guard let tree = try? CodeTree(study.codes), !study.codes.isEmpty else { return [] }
    let levels = study.codes.compactMap { tree[$0.id]?.path.split(separator: "/").count }
    let defined = study.codes.count { !$0.definition.isEmpty }
    return [
      Fact(
        "\(counted(study.codes.count, "code")) on \(counted(levels.max() ?? 1, "level")), \(defined) with a definition",
        "realist code list --tree")
    ]
  }

  var majorThemes: [Fact] {
    let roots = study.codes.filter { $0.parent == nil }.sorted { $0.position < $1.position }.map(\.name)
    return Self.said(series(roots), "realist code list --tree")
  }

  var minorThemes: [Fact] {
    let minor = study.codes.count { $0.parent != nil }
    return Self.said(
      minor == 0 ? "" : "\(counted(minor, "code")) below the top level", "realist code list --tree")
  }

  /// Codings, memos and the audit trail.
  var trail: [Fact] {
    var facts: [Fact] = []
    if !study.codings.isEmpty {
      facts.append(
        Fact(
          "\(counted(study.codings.count, "coding")) of \(counted(study.segments.count, "quote"))",
          "realist quotes"))
    }
    if !study.memos.isEmpty {
      facts.append(Fact(counted(study.memos.count, "memo"), "realist export folder, memos.md"))
    }
    if let first = entries.first, let last = entries.last {
      facts.append(
        Fact(
          "an audit trail of \(counted(entries.count, "entry", "entries")) from \(first.made.date) to \(last.made.date)",
          "realist log"))
    }
    return facts
  }

  var software: [Fact] { [Fact(program)] }

  /// The configurations by status, and the passages that speak to them by bearing and standing.
  var findings: [Fact] {
    guard !study.configurations.isEmpty else { return [] }
    let states = Configuration.Status.allCases.compactMap { status -> String? in
      let count = study.configurations.count { $0.status == status }
      return count == 0 ? nil : "\(count) \(status.rawValue)"
    }
    let configurations = Fact(
      "\(counted(study.configurations.count, "configuration")): \(states.joined(separator: ", "))",
      "realist cmo table")
    guard !study.evidence.isEmpty else { return [configurations] }
    let bearings = Evidence.Bearing.allCases.map { bearing in
      "\(study.evidence.count { $0.bearing == bearing }) \(bearing.rawValue)"
    }
    let standings = Evidence.Standing.allCases.map { standing in
      "\(study.evidence.count { $0.standing == standing }) \(standing.rawValue)"
    }
    return [
      configurations,
      Fact(
        "\(counted(study.evidence.count, "piece", "pieces")) of evidence: \(bearings.joined(separator: ", ")); \(standings.joined(separator: ", "))",
        "realist evidence list"),
    ]
  }

  /// Which configurations somebody contradicts; said when there is none.
  var refutations: [Fact] {
    guard !study.configurations.isEmpty else { return [] }
    let refuted = Set(study.evidence.filter { $0.bearing == .refutes }.map(\.configuration))
    let keys = study.configurations.filter { refuted.contains($0.id) }.map(\.key)
    return [
      Fact(
        keys.isEmpty ? "refuting evidence: none found" : "refuting evidence against \(series(keys))",
        "realist cmo table")
    ]
  }

  /// How the words of participants are attributed.
  var quotations: [Fact] {
    guard !study.segments.isEmpty else { return [] }
    return [
      Fact(
        "\(counted(study.segments.count, "quote")), attributed as \(study.attribution.pattern)",
        "realist quotes")
    ]
  }
}
