import RealistFormats
import RealistModel

/// Reads `theories.md` line by line.
struct TheoryReader {
  private(set) var theories: [NotatedTheory] = []
  private(set) var problems: [NotationProblem] = []
  /// What lines of prose are put into.
  private var prose = Prose.none
  private var statement: [String] = []
  private var reason: [String] = []
  private var given: Set<String> = []
  /// A line that points to a passage, which may go on in the next lines.
  private var bullet: (text: String, place: TextPlace)?

  private enum Prose { case none, statement, reason }

  mutating func read(_ line: String, _ place: TextPlace, isBlank: Bool) {
    if bullet != nil {
      if !isBlank, line.first == " " || line.first == "\t" {
        bullet?.text += " " + line.trimmed
        return
      }
      finishBullet()
    }
    if let title = line.after("## ") {
      finish()
      begin(NotatedHeading(title), place)
    } else if theories.isEmpty {
      if !isBlank { problems.append(NotationProblem(place, .textBeforeHeading)) }
    } else if line.after("### ") != nil {
      finish()
      beginVersion(line, place)
    } else if theories[theories.count - 1].versions.isEmpty {
      if !isBlank { readOrigin(line, place) }
    } else {
      readBody(line, place, isBlank: isBlank)
    }
  }

  private mutating func begin(_ heading: NotatedHeading, _ place: TextPlace) {
    let key = heading.key ?? NotatedHeading.slug(heading.title)
    if !NotatedHeading.isKey(key) { problems.append(NotationProblem(place, .badKey(key))) }
    if theories.contains(where: { $0.key == key }) {
      problems.append(NotationProblem(place, .duplicateKey(key)))
    }
    theories.append(NotatedTheory(key: key, title: heading.title, place: place))
  }

  private mutating func readOrigin(_ line: String, _ place: TextPlace) {
    guard let value = line.after("Origin:") else {
      let expected = "Origin: or a heading ### initial (2026-03-02)"
      return problems.append(NotationProblem(place, .unexpectedLine(expected: expected)))
    }
    guard let origin = Theory.Origin(rawValue: value.trimmed) else {
      let expected = Theory.Origin.allCases.map(\.rawValue)
      return problems.append(NotationProblem(place, .badValue(value.trimmed, expected: expected)))
    }
    theories[theories.count - 1].origin = origin
  }

  private mutating func beginVersion(_ line: String, _ place: TextPlace) {
    let (label, date, problem) = TheoryNotation.label(line)
    if let problem { problems.append(NotationProblem(place, problem)) }
    let isFirst = theories[theories.count - 1].versions.isEmpty
    theories[theories.count - 1].versions.append(
      NotatedVersion(
        label: label, step: Theory.Step(label: label, isFirst: isFirst), date: date, place: place))
    prose = .statement
  }

  private mutating func readBody(_ line: String, _ place: TextPlace, isBlank: Bool) {
    if let value = line.after("Reason:") {
      guard isNew("Reason", place) else { return }
      prose = .reason
      reason.append(value.trimmed)
    } else if let value = line.after("Into:") {
      guard isNew("Into", place) else { return }
      change { version in
        version.into = value.split { $0 == "," || $0 == ";" }.map(\.trimmed).filter { !$0.isEmpty }
      }
      prose = .none
    } else if let value = line.after("Step:") {
      guard isNew("Step", place) else { return }
      prose = .none
      guard let step = Theory.Step(rawValue: value.trimmed) else {
        let expected = Theory.Step.allCases.map(\.rawValue)
        return problems.append(NotationProblem(place, .badValue(value.trimmed, expected: expected)))
      }
      change { $0.step = step }
    } else if TheoryPassageLine.beginnings.contains(where: { line.after($0) != nil }) {
      prose = .none
      bullet = (String(line.dropFirst(2)), TextPlace(line: place.line, column: 3))
    } else {
      readProse(line, place, isBlank: isBlank)
    }
  }

  private mutating func readProse(_ line: String, _ place: TextPlace, isBlank: Bool) {
    switch prose {
    case .statement: statement.append(line)
    case .reason: reason.append(line)
    case .none where !isBlank:
      let expected = "Reason:, Into:, or a passage: - refutes P05 \"words of the quote\""
      problems.append(NotationProblem(place, .unexpectedLine(expected: expected)))
    case .none: break
    }
  }

  private mutating func isNew(_ name: String, _ place: TextPlace) -> Bool {
    if given.insert(name).inserted { return true }
    problems.append(NotationProblem(place, .repeatedField(name)))
    return false
  }

  private mutating func change(_ body: (inout NotatedVersion) -> Void) {
    guard let theory = theories.indices.last, let version = theories[theory].versions.indices.last else {
      return
    }
    body(&theories[theory].versions[version])
  }

  private mutating func finishBullet() {
    guard let (text, place) = bullet else { return }
    bullet = nil
    switch TheoryPassageLine.read(text, place: place) {
    case .success(.passage(let passage)): change { $0.passages.append(passage) }
    case .success(.response(let response)): change { $0.responses.append(response) }
    case .failure(let finding): problems.append(finding.problem)
    }
  }

  /// Puts the prose that was read into the last version.
  mutating func finish() {
    finishBullet()
    let (statement, reason) = (Self.plain(statement), Self.plain(reason))
    change { version in (version.statement, version.reason) = (statement, reason) }
    (self.statement, self.reason, given, prose) = ([], [], [], .none)
  }

  private static func plain(_ lines: [String]) -> String {
    StatementLines.read(
      lines.joined(separator: "\n").trimmedLineBreaks, isStructure: TheoryNotation.isStructure)
  }
}
