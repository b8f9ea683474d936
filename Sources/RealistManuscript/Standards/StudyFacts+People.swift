import RealistModel

extension StudyFacts {
  /// How many people, and how many of them withdrew.
  var sampleSize: [Fact] {
    guard !study.participants.isEmpty else { return [] }
    let withdrawn = study.participants.count { $0.withdrawn != nil }
    let inSources = Set(study.sources.flatMap(\.participants)).count
    let silent = study.participants.count - inSources
    return [
      Fact(
        counted(study.participants.count, "participant")
          + (silent > 0 ? ", \(inSources) of them in a source" : "")
          + (withdrawn > 0 ? ", \(withdrawn) withdrawn" : ""), "realist participant list")
    ]
  }

  /// The people who withdrew, by pseudonym and date.
  var withdrawals: [Fact] {
    let withdrawn = study.participants.compactMap { one in one.withdrawn.map { "\(one.key) on \($0)" } }
    return Self.said(
      withdrawn.isEmpty ? "" : "withdrew: \(series(withdrawn))", "realist participant list")
  }

  /// How many agreed to what.
  var consent: [Fact] {
    let items = study.participants.flatMap(\.consent)
    guard !items.isEmpty else { return [] }
    let counts = items.distinct.map { item in "\(item) \(items.count { $0 == item })" }
    return [
      Fact(
        "consent of \(study.participants.count { !$0.consent.isEmpty }) of \(study.participants.count): \(counts.joined(separator: ", "))",
        "realist participant list")
    ]
  }

  /// Each attribute with its values and how many people have them; numbers and dates as a range.
  var sample: [Fact] {
    study.attributes.filter { $0.subject == .participant }.compactMap { attribute in
      let values = study.participants.compactMap { $0.attributes[attribute.name] }
      guard !values.isEmpty else { return nil }
      let missing = study.participants.count - values.count
      return Fact(
        "\(attribute.name): \(Self.distribution(values))" + (missing > 0 ? "; not known \(missing)" : ""),
        "realist participant list")
    }
  }

  /// `physiotherapy 5, podiatry 2`; `3 to 8`; more than eight different words are counted only.
  private static func distribution(_ values: [AttributeValue]) -> String {
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    if let least = numbers.min(), let greatest = numbers.max(), numbers.count == values.count {
      return "\(AttributeValue.number(least)) to \(AttributeValue.number(greatest))"
    }
    let dates = values.compactMap { if case .date(let date) = $0 { date } else { nil } }
    if let first = dates.min(), let last = dates.max(), dates.count == values.count {
      return "\(first) to \(last)"
    }
    let words = values.map(\.description)
    let counts = words.distinct.map { word in (word: word, count: words.count { $0 == word }) }
    guard counts.count <= 8 else { return "\(counts.count) different" }
    return counts.sorted { ($1.count, $0.word) < ($0.count, $1.word) }
      .map { "\($0.word) \($0.count)" }.joined(separator: ", ")
  }

  /// The people who were heard more than once.
  var repeated: [Fact] {
    let alone = study.sources.filter { $0.kind == .interview }
    let again = study.participants.filter { one in alone.count { $0.participants.contains(one.id) } > 1 }
    guard !alone.isEmpty else { return [] }
    return again.isEmpty
      ? [Fact("nobody was interviewed twice", "realist source list")]
      : [Fact("interviewed more than once: \(series(again.map(\.key)))", "realist source list")]
  }
}
