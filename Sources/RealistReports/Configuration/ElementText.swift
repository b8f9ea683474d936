import RealistAnalysis
import RealistModel

/// The lines that elements are printed as.
struct ElementText {
  let options: ConfigurationTableOptions
  let numbers: [ID<Configuration>: Int]
  /// The letters of the tags by what they stand for.
  var tags: [String: String] = [:]

  /// The elements of one cell.
  func lines(
    _ elements: [ConfigurationTable.ElementRecord], of record: ConfigurationTable.Record
  ) -> [Table.Line] {
    elements.enumerated().flatMap { place, element -> [Table.Line] in
      let number =
        switch options.numbering {
        case .none: ""
        case .local: elements.count > 1 ? "\(place + 1). " : ""
        case .named: "\(element.slot.name) \(element.number): "
        }
      return [Table.Line(number + text(element))] + ripples(from: element, of: record)
    }
  }

  /// One element: its words, its letter, its tag, what is behind it.
  func text(_ element: ConfigurationTable.ElementRecord) -> String {
    var text = element.element.text
    if options.letters == .suffix { text += " (\(element.slot.letter))" }
    if element.slot.role == .outcome, let kind = options.tags.map({ element.element.value(of: $0) }),
      let tag = tags[kind]
    {
      text += " (\(tag))"
    }
    return options.showsCounts ? text + " [\(Self.counts(element.evidence))]" : text
  }

  /// `There are ripple effects: this is a context of CMO 3`.
  private func ripples(
    from element: ConfigurationTable.ElementRecord, of record: ConfigurationTable.Record
  ) -> [Table.Line] {
    guard options.showsRipples else { return [] }
    let own = record.ripples.filter { $0.outcome == element.label }
    guard !own.isEmpty else { return [] }
    let targets = own.map { "CMO \(numbers[$0.to] ?? 0)" }
    return [Table.Line("There are ripple effects: this is a context of \(series(targets))")]
  }

  /// `3 sources, 4 participants`, `1 source refutes`, `no evidence`.
  static func counts(_ evidence: EvidenceBase) -> String {
    var parts: [String] = []
    if !evidence.sources.isEmpty {
      parts.append(counted(evidence.sources.count, "source"))
      if !evidence.participants.isEmpty {
        parts.append(counted(evidence.participants.count, "participant"))
      }
    }
    let refuting = evidence.refutingSources.count
    if refuting > 0 { parts.append(counted(refuting, "source") + (refuting == 1 ? " refutes" : " refute")) }
    if !evidence.withdrawn.isEmpty { parts.append("\(evidence.withdrawn.count) withdrawn") }
    return parts.isEmpty ? "no evidence" : parts.joined(separator: ", ")
  }
}

extension Element {
  /// The element's level, beneficiary or valence in words; empty when nothing was said.
  func value(of kind: ConfigurationTableOptions.ElementClass) -> String {
    switch kind {
    case .level: level
    case .beneficiary: beneficiary
    case .valence: valence?.rawValue ?? ""
    }
  }
}

/// Letters that stand for words: their initial, or as many letters of the word as it takes to tell it from the others.
enum TagLetters {
  static func table(for words: [String]) -> [(word: String, letter: String)] {
    var (taken, result) = (Set<String>(), [(word: String, letter: String)]())
    for word in words {
      let plain = word.filter { $0.isLetter || $0.isNumber }
      let candidates = (1...max(1, plain.count)).map {
        plain.prefix($0).prefix(1).uppercased() + plain.prefix($0).dropFirst()
      }
      let letter = candidates.first { !taken.contains($0) } ?? "\(result.count + 1)"
      taken.insert(letter)
      result.append((word, letter))
    }
    return result
  }
}
