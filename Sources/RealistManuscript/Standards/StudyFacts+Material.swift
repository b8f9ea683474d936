import RealistModel

extension StudyFacts {
  /// `9 interviews, 1 focus group; 9,541 words`.
  var material: [Fact] {
    guard !study.sources.isEmpty else { return [] }
    let kinds = Source.Kind.allCases.compactMap { kind -> String? in
      let count = study.sources.count { $0.kind == kind }
      return count == 0 ? nil : counted(count, kind.inWords.one, kind.inWords.many)
    }
    let words = study.sources.reduce(0) { $0 + $1.words }
    return [Fact("\(series(kinds)); \(counted(words, "word"))", "realist source list")]
  }

  /// How people were reached: `Teams 5, in person 3`.
  var modes: [Fact] {
    let modes = study.sources.map(\.mode).filter { !$0.isEmpty }
    let counts = modes.distinct.map { mode in "\(mode) \(modes.count { $0 == mode })" }
    return Self.said(counts.joined(separator: ", "), "realist source list")
  }

  var dates: [Fact] {
    let dates = study.sources.compactMap(\.date)
    guard let first = dates.min(), let last = dates.max() else { return [] }
    return [Fact(first == last ? "on \(first)" : "from \(first) to \(last)", "realist source list")]
  }

  /// The range and the sum of the durations that are known.
  var durations: [Fact] {
    let minutes = study.sources.compactMap(\.minutes)
    guard let least = minutes.min(), let most = minutes.max() else { return [] }
    let total = AttributeValue.number(minutes.reduce(0, +))
    let range =
      least == most ? "" : "\(AttributeValue.number(least)) to \(AttributeValue.number(most)) minutes, "
    let missing = study.sources.count - minutes.count
    return [
      Fact(
        "\(range)\(total) minutes in all" + (missing > 0 ? "; not known for \(missing)" : ""),
        "realist source list")
    ]
  }

  /// What the study keeps about its sources besides, e.g. whether they were recorded.
  var sourceAttributes: [Fact] {
    study.attributes.filter { $0.subject == .source }.compactMap { attribute in
      let values = study.sources.compactMap { $0.attributes[attribute.name]?.description }
      guard !values.isEmpty, values.distinct.count <= 8 else { return nil }
      let counts = values.distinct.sorted().map { value in "\(value) \(values.count { $0 == value })" }
      return Fact("\(attribute.name): \(counts.joined(separator: ", "))", "realist source list")
    }
  }

  var fieldNotes: [Fact] {
    let notes = study.sources.filter { $0.kind == .fieldNote }.map(\.name)
    return Self.said(notes.isEmpty ? "" : "field notes: \(series(notes))", "realist source list")
  }

  /// How many numbered questions the guide has.
  var guide: [Fact] {
    let questions = study.guide.split(separator: "\n").count { line in
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      return !digits.isEmpty && line.dropFirst(digits.count).hasPrefix(".")
    }
    guard !study.guide.isEmpty else { return [] }
    return [
      Fact(
        questions == 0
          ? "there is an interview guide" : "an interview guide of \(counted(questions, "question"))",
        "realist export folder, guide.md")
    ]
  }

  /// Transcripts that were corrected after they were first imported.
  var corrections: [Fact] {
    let revised = study.sources.filter { $0.revision > 1 }.map(\.name)
    return Self.said(
      revised.isEmpty ? "" : "transcripts with a later revision: \(series(revised))",
      "realist source list")
  }
}

extension Source.Kind {
  var inWords: (one: String, many: String) {
    switch self {
    case .interview: ("interview", "interviews")
    case .focusGroup: ("focus group", "focus groups")
    case .survey: ("survey response", "survey responses")
    case .fieldNote: ("field note", "field notes")
    case .document: ("document", "documents")
    case .literature: ("piece of literature", "pieces of literature")
    }
  }
}
