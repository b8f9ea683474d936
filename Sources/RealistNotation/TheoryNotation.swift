import RealistModel

/// The notation of `theories.md`: a heading for each theory, a lower one for each wording and for what became of it.
///
/// ```
/// ## Leave to act {#permission}
/// Origin: stakeholder
///
/// ### initial (2025-07-14)
/// If what may be delegated is written down, then …
/// - response falsifies P02 "you can't trust somebody off a flow chart" (by Nell Abara, 2025-11-03)
///
/// ### refined (2026-02-19)
/// If the people who do the work write down what it is, then …
/// Reason: paper and person turned out to be two mechanisms.
/// - refines P08-P09 "the paper tells you she can" — the speech therapist's answer to it
///
/// ### split (2026-03-02)
/// Reason: the two can be had one without the other.
/// Into: paper, person
/// ```
///
/// A heading that begins with `split`, `merged`, `refuted` or `superseded` says what happened; with a statement below it, it is a wording
/// that came about so, without one the theory ends there. `Step: refined` says it where the heading does not.
public enum TheoryNotation {
  /// Reads a file; linear in its size.
  ///
  /// - Throws: ``NotationError`` with every problem of the file.
  public static func read(_ bytes: [UInt8]) throws(NotationError) -> [NotatedTheory] {
    let lines = NotationLines(bytes)
    var reader = TheoryReader()
    for line in lines.lines.indices {
      reader.read(lines[line], lines.place(ofLine: line), isBlank: lines.isBlank(line))
    }
    reader.finish()
    guard reader.problems.isEmpty else { throw NotationError(reader.problems) }
    return reader.theories
  }

  /// `### refined (2026-06-10)`; the date may be absent.
  static func label(_ line: String) -> (label: String, date: CalendarDate?, problem: NotationProblem.Kind?) {
    let text = line.dropFirst(4).trimmed
    guard text.hasSuffix(")"), let open = text.range(ofLast: "(") else { return (text, nil, nil) }
    let (label, inside) = (text[..<open.lowerBound].trimmed, text[open.upperBound...].dropLast().trimmed)
    guard let date = CalendarDate(inside) else { return (label, nil, .badDate(inside)) }
    return (label, date, nil)
  }

  static func isStructure(_ line: Substring) -> Bool {
    (["## ", "### ", "Reason:", "Origin:", "Into:", "Step:"] + TheoryPassageLine.beginnings)
      .contains { line.utf8.starts(with: $0.utf8) }
  }

  /// The file in canonical form.
  public static func text(_ theories: [NotatedTheory]) -> String {
    theories.map { theory in
      let head = "## \(theory.title.onOneLine) {#\(theory.key)}\nOrigin: \(theory.origin.rawValue)\n"
      return head
        + theory.versions.enumerated().map { "\n" + text($1, isFirst: $0 == 0) }.joined()
    }.joined(separator: "\n")
  }

  private static func text(_ version: NotatedVersion, isFirst: Bool) -> String {
    var text = "### \(version.label.onOneLine)" + (version.date.map { " (\($0))" } ?? "") + "\n"
    let statement = version.statement.trimmedLineBreaks
    if !statement.isEmpty { text += StatementLines.written(statement, isStructure: isStructure) + "\n" }
    if version.step != Theory.Step(label: version.label, isFirst: isFirst) {
      text += "Step: \(version.step.rawValue)\n"
    }
    let reason = version.reason.trimmedLineBreaks
    if !reason.isEmpty {
      text += "Reason: " + StatementLines.written(reason, isStructure: isStructure) + "\n"
    }
    if !version.into.isEmpty { text += "Into: \(version.into.joined(separator: ", "))\n" }
    for passage in version.passages { text += TheoryPassageLine.text(passage) + "\n" }
    for response in version.responses { text += TheoryPassageLine.text(response) + "\n" }
    return text
  }
}
