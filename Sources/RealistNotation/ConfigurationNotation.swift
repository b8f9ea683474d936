import RealistFormats
import RealistModel

/// The notation of `configurations.md`: prose whose clauses end in tags, as realist papers print it.
///
/// ```
/// ## CMO 2: Bespoke competencies {#bespoke}
/// Theory: progression
/// If the band 4 role is a progression route (C: contexts/new-routes), bespoke competencies equip support workers
/// (M+: enabling/bespoke-competencies), which raises the level of care (O: outcomes/patients/care; for: patients).
/// - M1 supports P02 "We had to develop all of those clinical competencies"
/// - O1 refutes P07 "I have not seen that on the wards yet" (anticipated) — a note
/// ```
///
/// `+` and `-` say enabling and disabling, or intended and unintended for an outcome. A list as papers print it, without headings, is read
/// as well: numbered items (`1. If … (C), … (M), … (O).`, keys `cmo1`, `cmo2`, …) or paragraphs (keys `statement-1`, …). A blank line
/// after an item of a list stays as a line break at the end of its statement, so that ``text(_:)`` gives the same list.
public enum ConfigurationNotation {
  /// Reads a file; linear in its size.
  ///
  /// - Throws: ``NotationError`` with every problem of the file.
  public static func read(
    _ bytes: [UInt8], template: Template
  ) throws(NotationError) -> [NotatedConfiguration] {
    var reader = ConfigurationReader(lines: NotationLines(bytes), template: template)
    reader.read()
    guard reader.problems.isEmpty else { throw NotationError(reader.problems) }
    return reader.configurations
  }

  /// The elements of one statement, e.g. one that was typed on the command line.
  public static func elements(
    of statement: String, template: Template
  ) throws(NotationError) -> [NotatedElement] {
    let lines = NotationLines(Array(statement.utf8))
    var tags = StatementTags(lines: lines, template: template)
    tags.read(0..<lines.bytes.count)
    guard tags.problems.isEmpty else { throw NotationError(tags.problems) }
    return tags.elements
  }
}

struct ConfigurationReader {
  let lines: NotationLines
  let template: Template
  private(set) var configurations: [NotatedConfiguration] = []
  private(set) var problems: [NotationProblem] = []

  init(lines: NotationLines, template: Template) { (self.lines, self.template) = (lines, template) }

  mutating func read() {
    let headings = lines.lines.indices.filter { lines.line($0, startsWith: "## ") }
    guard let first = headings.first else { return readList() }
    if let text = (0..<first).first(where: { !lines.isBlank($0) }) {
      report(line: text, .textBeforeHeading)
    }
    for (position, heading) in headings.enumerated() {
      let end = position + 1 < headings.count ? headings[position + 1] : lines.lines.count
      readBlock(heading: heading, end: end)
    }
  }

  private mutating func report(line: Int, _ kind: NotationProblem.Kind) {
    problems.append(NotationProblem(lines.place(ofLine: line), kind))
  }

  // MARK: - With headings

  private mutating func readBlock(heading: Int, end: Int) {
    var configuration = NotatedConfiguration(key: "", place: lines.place(ofLine: heading))
    readHeading(String(lines[heading].dropFirst(3)), line: heading, into: &configuration)
    var at = heading + 1
    var given: Set<String> = []
    while at < end {
      if !lines.isBlank(at) {
        guard let (name, value) = field(at) else { break }
        if !given.insert(name).inserted { report(line: at, .repeatedField(name)) }
        set(name, value, line: at, in: &configuration)
      }
      at += 1
    }
    readBody(at..<end, into: &configuration)
    configurations.append(configuration)
  }

  private mutating func readHeading(_ text: String, line: Int, into configuration: inout NotatedConfiguration)
  {
    let heading = NotatedHeading(text)
    (configuration.number, configuration.title) = Self.number(of: heading.title)
    if let key = heading.key {
      if !NotatedHeading.isKey(key) { report(line: line, .badKey(key)) }
      if configurations.contains(where: { $0.key == key }) { report(line: line, .duplicateKey(key)) }
      configuration.key = key
    } else {
      let position = configurations.count + 1
      configuration.key = Self.key(
        title: configuration.title, position: position, taken: configurations.map(\.key))
    }
  }

  /// The key of a configuration whose heading has none: its title as a slug, made unique by a number.
  static func key(title: String, position: Int, taken: [String]) -> String {
    let slug = NotatedHeading.slug(title)
    let base = slug.isEmpty ? "cmo-\(position)" : slug
    var (key, count) = (base, 1)
    while taken.contains(key) {
      count += 1
      key = "\(base)-\(count)"
    }
    return key
  }

  /// `CMO 2: Title` (also `CMOc 2: Title`) into number and title.
  private static func number(of heading: String) -> (Int?, String) {
    guard let rest = heading.after("CMOc ") ?? heading.after("CMO ") else { return (nil, heading) }
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard let number = Int(digits) else { return (nil, heading) }
    let after = rest.dropFirst(digits.count)
    if after.trimmed.isEmpty { return (number, "") }
    guard after.first == ":" || after.first == "." else { return (nil, heading) }
    return (number, after.dropFirst().trimmed)
  }

  private func field(_ line: Int) -> (String, String)? {
    let text = lines[line]
    for name in ["Theory", "Status", "Group"] + ConfidenceLines.names {
      if let value = text.after(name + ":") { return (name, value.trimmed) }
    }
    return nil
  }

  private mutating func set(
    _ name: String, _ value: String, line: Int, in configuration: inout NotatedConfiguration
  ) {
    switch name {
    case "Theory": configuration.theory = value.isEmpty ? nil : value
    case "Group": configuration.group = value
    case _ where ConfidenceLines.names.contains(name):
      if let problem = ConfidenceLines.read(name, value, into: &configuration.confidence) {
        report(line: line, problem)
      }
    default:
      guard let status = Configuration.Status(rawValue: value) else {
        return report(line: line, .badStatus(value))
      }
      configuration.status = status
    }
  }

  /// The statement and the evidence lines below it.
  private mutating func readBody(_ range: Range<Int>, into configuration: inout NotatedConfiguration) {
    let firstBullet = range.first { isBullet($0) } ?? range.upperBound
    readStatement(range.lowerBound..<firstBullet, into: &configuration)
    let labels = configuration.labels
    var at = firstBullet
    while at < range.upperBound {
      let start = at
      at += 1
      if lines.isBlank(start) { continue }
      guard isBullet(start) else {
        report(line: start, .textAfterEvidence)
        continue
      }
      var text = String(lines[start].dropFirst(2))
      while at < range.upperBound, isContinuation(at) {
        text += " " + lines[at].trimmed
        at += 1
      }
      let place = TextPlace(line: start + 1, column: 3)
      switch EvidenceLine.read(text, labels: labels, place: place) {
      case .success(let evidence): configuration.evidence.append(evidence)
      case .failure(let finding): problems.append(finding.problem)
      }
    }
  }

  private func isBullet(_ line: Int) -> Bool {
    lines.line(line, startsWith: "- ") || lines.line(line, startsWith: "* ")
  }

  private func isContinuation(_ line: Int) -> Bool {
    lines.line(line, startsWith: " ") && !lines.isBlank(line)
  }

  private mutating func readStatement(_ range: Range<Int>, into configuration: inout NotatedConfiguration) {
    let filled = range.filter { !lines.isBlank($0) }
    guard let first = filled.first, let last = filled.last else { return }
    let bytes = lines.lines[first].lowerBound..<lines.lines[last].upperBound
    readStatement(bytes: bytes, into: &configuration)
  }

  private mutating func readStatement(bytes: Range<Int>, into configuration: inout NotatedConfiguration) {
    let written = String(decoding: lines.bytes[bytes], as: UTF8.self)
    configuration.statement = StatementLines.read(written)
    var tags = StatementTags(lines: lines, template: template)
    tags.read(bytes)
    configuration.elements = tags.elements
    problems += tags.problems
    // Places are those of the file; words are those of the statement, without the marks that guard its lines.
    if !configuration.statement.isIdentical(to: written),
      let elements = try? ConfigurationNotation.elements(of: configuration.statement, template: template)
    {
      configuration.elements = elements
    }
  }

  // MARK: - A list without headings

  private mutating func readList() {
    let items = listItems()
    for (position, item) in items.enumerated() {
      let end = position + 1 < items.count ? items[position + 1].line : lines.lines.count
      var configuration = NotatedConfiguration(
        number: item.number, key: item.number == nil ? "statement-\(position + 1)" : "cmo\(position + 1)",
        place: lines.place(ofLine: item.line))
      readItem(item, end: end, into: &configuration)
      if configuration.elements.isEmpty { report(line: item.line, .untaggedStatement) }
      configurations.append(configuration)
    }
  }

  private struct ListItem {
    var line: Int
    var number: Int?
    /// The bytes of the marker, `1. `.
    var marker: Int
  }

  private mutating func listItems() -> [ListItem] {
    let filled = lines.lines.indices.filter { !lines.isBlank($0) }
    let numbered = filled.compactMap { line in marker(of: line) }
    if let first = numbered.first {
      if let text = filled.first, text < first.line { report(line: text, .textBeforeHeading) }
      return numbered
    }
    return filled.filter { line in (line == 0 || lines.isBlank(line - 1)) && !isBullet(line) }
      .map { ListItem(line: $0, number: nil, marker: 0) }
  }

  /// `1. ` or `1) ` at the beginning of a line.
  private func marker(of line: Int) -> ListItem? {
    let text = lines.bytes[lines.lines[line]]
    let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let after = text.dropFirst(digits.count)
    guard (1...6).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)),
      after.starts(with: ". ".utf8) || after.starts(with: ") ".utf8)
    else { return nil }
    return ListItem(line: line, number: number, marker: digits.count + 2)
  }

  private mutating func readItem(_ item: ListItem, end: Int, into configuration: inout NotatedConfiguration) {
    let range = item.line..<end
    let firstBullet = range.first { isBullet($0) } ?? end
    guard let last = (item.line..<firstBullet).last(where: { !lines.isBlank($0) }) else { return }
    let start = lines.lines[item.line].lowerBound + item.marker
    readStatement(bytes: start..<max(start, lines.lines[last].upperBound), into: &configuration)
    if firstBullet < end {
      readBody(firstBullet..<end, into: &configuration)
    } else if item.number != nil, end < lines.lines.count, lines.isBlank(end - 1) {
      configuration.statement += "\n"
    }
  }
}
