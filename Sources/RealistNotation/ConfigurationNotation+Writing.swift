import RealistModel

extension ConfigurationNotation {
  /// The file, in canonical form.
  ///
  /// Each configuration has a heading, `## CMO 2: Title {#key}`; the key is left out where reading would make the same one from the
  /// title, `Status:` where it is proposed. Only when none of them has anything but a statement, and their keys are those that a list
  /// without headings gives, are they written as such a list again.
  public static func text(_ configurations: [NotatedConfiguration]) -> String {
    if configurations.isEmpty { return "" }
    let bare = configurations.allSatisfy(isBare)
    if bare, configurations.allSatisfy({ isKey($0.key, "cmo") }) {
      return configurations.enumerated().map { position, one in
        item("\(position + 1). ", one, isLast: position + 1 == configurations.count)
      }.joined()
    }
    if bare, configurations.allSatisfy({ isKey($0.key, "statement-") }) {
      return configurations.map { StatementLines.written($0.statement.trimmedLineBreaks) + "\n" }.joined(
        separator: "\n")
    }
    var taken: [String] = []
    return configurations.enumerated().map { position, one in
      defer { taken.append(one.key) }
      return block(one, number: position + 1, taken: taken)
    }.joined(separator: "\n")
  }

  private static func isBare(_ one: NotatedConfiguration) -> Bool {
    one.title.isEmpty && one.theory == nil && one.group.isEmpty && one.status == .proposed
      && one.evidence.isEmpty && one.confidence.isEmpty
      && !one.elements.isEmpty
  }

  private static func isKey(_ key: String, _ prefix: String) -> Bool {
    key.after(prefix).map { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } ?? false
  }

  private static func item(_ marker: String, _ one: NotatedConfiguration, isLast: Bool) -> String {
    let text = marker + StatementLines.written(one.statement.trimmedLineBreaks) + "\n"
    return one.statement.utf8.last == 0x0a && !isLast ? text + "\n" : text
  }

  private static func block(_ one: NotatedConfiguration, number: Int, taken: [String]) -> String {
    let title = one.title.onOneLine.trimmed
    var text = "## CMO \(number)" + (title.isEmpty ? "" : ": \(title)")
    let isDerived =
      ConfigurationReader.key(title: title, position: number, taken: taken) == one.key
      && NotatedHeading(title).key == nil
    text += isDerived ? "\n" : " {#\(one.key)}\n"
    if let theory = one.theory { text += "Theory: \(theory)\n" }
    if one.status != .proposed { text += "Status: \(one.status.rawValue)\n" }
    if !one.group.isEmpty { text += "Group: \(one.group.onOneLine)\n" }
    text += ConfidenceLines.text(one.confidence)
    let statement = one.statement.trimmedLineBreaks
    if !statement.isEmpty { text += StatementLines.written(statement) + "\n" }
    for evidence in one.evidence { text += EvidenceLine.text(evidence) + "\n" }
    return text
  }

  /// A statement with the tags of some elements, its prose untouched; `nil` when its clauses are not theirs.
  public static func retagged(
    _ statement: String, elements: [NotatedElement], template: Template
  ) -> String? {
    let lines = NotationLines(Array(statement.utf8))
    var tags = StatementTags(lines: lines, template: template)
    tags.read(0..<lines.bytes.count)
    guard tags.problems.isEmpty, tags.elements.count == elements.count else { return nil }
    var (result, end) = ([UInt8](), 0)
    for (place, wanted) in elements.enumerated() {
      let found = tags.elements[place]
      guard found.letter == wanted.letter, found.text == wanted.text else { return nil }
      result += lines.bytes[end..<tags.ranges[place].lowerBound]
      end = tags.ranges[place].upperBound
      let isSame =
        found.code == wanted.code && found.valence == wanted.valence && found.level == wanted.level
        && found.beneficiary == wanted.beneficiary
      result += isSame ? Array(lines.bytes[tags.ranges[place]]) : Array(wanted.tag.utf8)
    }
    return String(decoding: result + lines.bytes[end...], as: UTF8.self)
  }

  /// A statement from elements that were written piecewise: one sentence for each element, in order.
  ///
  /// Reading it gives the elements back when their texts are clauses as ``StatementClause`` makes them.
  public static func statement(of elements: [NotatedElement]) -> String {
    elements.map { element in
      var text = element.text.onOneLine.trimmed
      if text.isEmpty { text = "…" }
      return "\(text) \(element.tag)."
    }.joined(separator: " ")
  }
}

extension String {
  /// Without blank lines at the beginning and the end.
  var trimmedLineBreaks: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { !$0.trimmed.isEmpty }),
      let last = lines.lastIndex(where: { !$0.trimmed.isEmpty })
    else { return "" }
    return lines[first...last].joined(separator: "\n")
  }
}
