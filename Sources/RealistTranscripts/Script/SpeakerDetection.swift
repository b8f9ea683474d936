/// Who speaks in a script, found in two passes: collect what stands where names stand, then accept what recurs.
///
/// Accepted are names that are known, that recur, that come with a time, or that only a speaker has (`INT`, `P1`) where there are several.
/// `Note:` never is; whatever else was not accepted is offered. INTEROP, section 3.
struct SpeakerDetection {
  /// The label of each line that has one, by line number from 0.
  private(set) var labels: [Int: SpeakerLabel] = [:]
  private(set) var candidates: [SpeakerCandidate] = []
  private var accepted: Set<String> = []

  init(_ script: Script, known: Set<String>) {
    for (number, line) in script.lines.enumerated() {
      guard !line.isAside, let label = SpeakerLabel(line, in: script.bytes, times: script.times) else {
        continue
      }
      labels[number] = label
    }
    let tally = LabelTally(labels.keys.sorted().compactMap { labels[$0] })
    let known = KnownNames(known)
    accepted = Set(tally.names.filter { known.contains($0) || tally.isSpeaker($0) })
    candidates = tally.names.compactMap { name in
      let isAccepted = accepted.contains(name)
      guard isAccepted || tally.isWorthOffering(name) else { return nil }
      return SpeakerCandidate(name: name, occurrences: tally.count(of: name), isAccepted: isAccepted)
    }
  }

  var hasSpeakers: Bool { !accepted.isEmpty }

  /// Whether the only one who is named asks the questions, so that paragraphs without a name are somebody else's.
  var namesOnlyInterviewer: Bool {
    guard accepted.count == 1, let name = accepted.first else { return false }
    let folded = name.lowercased().filter { !$0.isNumber && $0 != " " }
    return SpeakerWords.interviewers.contains(folded)
  }

  /// The label of a line whose name was accepted.
  func speaker(atLine number: Int) -> SpeakerLabel? {
    guard let label = labels[number], accepted.contains(label.name) else { return nil }
    return label
  }
}

/// The names that a study knows, in whatever case and spacing.
struct KnownNames {
  private let names: Set<String>

  init(_ names: Set<String>) { self.names = Set(names.map(Self.folded)) }

  func contains(_ name: String) -> Bool { !names.isEmpty && names.contains(Self.folded(name)) }

  private static func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// What the labels of a script have in common.
private struct LabelTally {
  /// In the order of their first appearance.
  private(set) var names: [String] = []
  private var counts: [String: Int] = [:]
  private var withTime: Set<String> = []
  private var emphasised: Set<String> = []
  private var shapes: [String: NameShape] = [:]
  private var forms: [String: Set<SpeakerLabel.Form>] = [:]
  private var rolesInAll = 0

  init(_ labels: [SpeakerLabel]) {
    for label in labels {
      if counts[label.name] == nil {
        names.append(label.name)
        shapes[label.name] = NameShape(label.name)
      }
      counts[label.name, default: 0] += 1
      forms[label.name, default: []].insert(label.form)
      if label.isEmphasised { emphasised.insert(label.name) }
      if label.begins != nil, label.form == .colon || label.form == .nameAndTime {
        withTime.insert(label.name)
      }
    }
    rolesInAll = names.filter { shapes[$0] == .role }.reduce(0) { $0 + count(of: $1) }
  }

  func count(of name: String) -> Int { counts[name] ?? 0 }

  func isSpeaker(_ name: String) -> Bool {
    guard forms[name]?.contains(.named) != true else { return true }
    guard !NameShape.isNumberedHeading(name), let shape = shapes[name] else { return false }
    if forms[name] == [.letter] { return forms["Q"] != nil && forms["A"] != nil }
    switch shape {
    case .thing: return false
    case .none: return emphasised.contains(name) && count(of: name) > 1
    case .loose: return (count(of: name) > 1 && isNamedClearly(name)) || withTime.contains(name)
    case .name: return count(of: name) > 1 || withTime.contains(name)
    case .role: return rolesInAll > 1 || withTime.contains(name)
    }
  }

  /// Lower-case labels in brackets are remarks (`[phone rings]`), and lower-case lines after a time are notes.
  private func isNamedClearly(_ name: String) -> Bool {
    guard let forms = forms[name] else { return false }
    return !forms.isSubset(of: [.bracket, .timeAndName, .heading])
  }

  func isWorthOffering(_ name: String) -> Bool {
    guard let shape = shapes[name], !NameShape.isNumberedHeading(name), let forms = forms[name] else {
      return false
    }
    if forms.isSubset(of: [.heading, .timeAndName, .letter, .tab]) {
      return count(of: name) > 1 && shape > .none
    }
    return emphasised.contains(name) || shape == .thing || shape >= .name
      || (shape == .loose && count(of: name) > 1)
  }
}
