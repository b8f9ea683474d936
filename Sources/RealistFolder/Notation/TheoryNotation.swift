import RealistFormats
import RealistModel

/// The notation of `theories.md`: a heading for each theory, a lower one for each version.
///
/// ```
/// ## Leave to act {#permission}
/// Origin: stakeholder
///
/// ### initial (2025-07-14)
/// If what may be delegated is written down, then …
///
/// ### refined (2026-02-19)
/// If the people who do the work write down what it is, then …
/// Reason: paper and person turned out to be two mechanisms.
/// ```
public enum TheoryNotation {
  /// Reads a file; linear in its size.
  ///
  /// - Parameter id: the id of the theory with a key.
  /// - Throws: ``NotationError`` with every problem of the file.
  public static func read(_ bytes: [UInt8], id: (String) -> ID<Theory>) throws(NotationError) -> [Theory] {
    let lines = NotationLines(bytes)
    var reader = Reader()
    for line in lines.lines.indices {
      reader.read(lines[line], lines.place(ofLine: line), isBlank: lines.isBlank(line), id: id)
    }
    reader.finish()
    guard reader.problems.isEmpty else { throw NotationError(reader.problems) }
    return reader.theories
  }

  private struct Reader {
    var theories: [Theory] = []
    var problems: [NotationProblem] = []
    /// The lines of the version that is being read.
    var body: [String] = []

    mutating func read(_ line: String, _ place: TextPlace, isBlank: Bool, id: (String) -> ID<Theory>) {
      if let title = line.after("## ") {
        finish()
        begin(NotatedHeading(title), place, id: id)
      } else if theories.isEmpty {
        if !isBlank { problems.append(NotationProblem(place, .textBeforeHeading)) }
      } else if line.after("### ") != nil {
        finish()
        let (version, problem) = TheoryNotation.version(line)
        theories[theories.count - 1].versions.append(version)
        if let problem { problems.append(NotationProblem(place, problem)) }
      } else if !theories[theories.count - 1].versions.isEmpty {
        body.append(line)
      } else if !isBlank {
        readOrigin(line, place)
      }
    }

    private mutating func begin(_ heading: NotatedHeading, _ place: TextPlace, id: (String) -> ID<Theory>) {
      let key = heading.key ?? NotatedHeading.slug(heading.title)
      if !NotatedHeading.isKey(key) { problems.append(NotationProblem(place, .badKey(key))) }
      if theories.contains(where: { $0.key == key }) {
        problems.append(NotationProblem(place, .duplicateKey(key)))
      }
      theories.append(Theory(id: id(key), key: key, title: heading.title))
    }

    private mutating func readOrigin(_ line: String, _ place: TextPlace) {
      if let origin = line.after("Origin:").flatMap({ Theory.Origin(rawValue: $0.trimmed) }) {
        theories[theories.count - 1].origin = origin
      } else {
        problems.append(NotationProblem(place, TheoryNotation.badOrigin(line)))
      }
    }

    /// Puts what was read into the last version.
    mutating func finish() {
      guard let last = theories.indices.last, let version = theories[last].versions.indices.last else {
        return
      }
      let (statement, reason) = TheoryNotation.parts(body)
      theories[last].versions[version].statement = statement
      theories[last].versions[version].reason = reason
      body = []
    }
  }

  private static func badOrigin(_ line: String) -> NotationProblem.Kind {
    guard let value = line.after("Origin:") else {
      return .unexpectedLine(expected: "Origin: or a heading ### initial (2026-03-02)")
    }
    return .badValue(value.trimmed, expected: Theory.Origin.allCases.map(\.rawValue))
  }

  /// `### refined (2026-06-10)`; the date may be absent.
  private static func version(_ line: String) -> (Theory.Version, NotationProblem.Kind?) {
    let text = line.dropFirst(4).trimmed
    guard text.hasSuffix(")"), let open = text.range(ofLast: "(") else {
      return (Theory.Version(label: text, statement: ""), nil)
    }
    let (label, inside) = (text[..<open.lowerBound].trimmed, text[open.upperBound...].dropLast().trimmed)
    guard let date = CalendarDate(inside) else {
      return (Theory.Version(label: label, statement: ""), .badDate(inside))
    }
    return (Theory.Version(label: label, date: date, statement: ""), nil)
  }

  private static func parts(_ body: [String]) -> (statement: String, reason: String) {
    let start = body.firstIndex { $0.after("Reason:") != nil } ?? body.endIndex
    var reason = Array(body[start...])
    if let first = reason.first { reason[0] = String(first.dropFirst("Reason:".count)).trimmed }
    func plain(_ lines: some Sequence<String>) -> String {
      StatementLines.read(lines.joined(separator: "\n").trimmedLineBreaks, isStructure: isStructure)
    }
    return (plain(body[..<start]), plain(reason))
  }

  private static func isStructure(_ line: Substring) -> Bool {
    ["## ", "### ", "Reason:", "Origin:"].contains { line.utf8.starts(with: $0.utf8) }
  }

  /// The file in canonical form.
  public static func text(_ theories: [Theory]) -> String {
    theories.map { theory in
      var text = "## \(theory.title.onOneLine) {#\(theory.key)}\nOrigin: \(theory.origin.rawValue)\n"
      for version in theory.versions {
        text += "\n### \(version.label.onOneLine)" + (version.date.map { " (\($0))" } ?? "") + "\n"
        let statement = version.statement.trimmedLineBreaks
        if !statement.isEmpty { text += StatementLines.written(statement, isStructure: isStructure) + "\n" }
        let reason = version.reason.trimmedLineBreaks
        if !reason.isEmpty {
          text += "Reason: " + StatementLines.written(reason, isStructure: isStructure) + "\n"
        }
      }
      return text
    }.joined(separator: "\n")
  }
}
