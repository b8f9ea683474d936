import RealistFormats
import RealistModel

/// The notation of `theory-of-change.md`: a heading for each stage, a bullet for each factor, arrows below it.
///
/// ```
/// ## Inputs {#inputs}
///
/// - Band 4 posts agreed before enrolment {#agreed-posts}
///   - code: intervention/band-4-posts
///   - indicator: posts agreed for each place on the course
///   - -> qualified "when there is one" via CMO2 from P06 "Posts get you the ones who want to finish."
///   - -| leaving
///
/// ## Loops
///
/// - The plughole {#plughole} vicious: leaving -> alone -> leaving
///   - break: leaving -> alone (two-names)
/// - Somebody to ask {#asking} virtuous: staying -> asking -> staying
///   - before: plughole
///
/// ## Ripples
///
/// - CMO7.O1 -> CMO8.C1: why it is so
/// ```
///
/// A factor may say `opposite: KEY`; an arrow may say `despite` and context marks before its label: `-> staying despite #night-shift "label"`.
public enum TheoryOfChangeNotation {
  /// Reads a file; linear in its size. A stage is named by its key or its name.
  ///
  /// - Returns: the factors in the order of the stages, then of the file.
  /// - Throws: ``NotationError`` with every problem of the file.
  public static func read(_ bytes: [UInt8], stages: [Stage]) throws(NotationError) -> NotatedTheoryOfChange {
    var reader = TheoryOfChangeReader(lines: NotationLines(bytes), stages: stages)
    reader.read()
    guard reader.problems.isEmpty else { throw NotationError(reader.problems) }
    let ranks = Dictionary(stages.enumerated().map { ($1.key, $0) }) { first, _ in first }
    let sorted = reader.factors.enumerated().sorted {
      (ranks[$0.element.stage] ?? 0, $0.offset) < (ranks[$1.element.stage] ?? 0, $1.offset)
    }
    return NotatedTheoryOfChange(
      factors: sorted.map(\.element), loops: reader.loops, ripples: reader.ripples)
  }
}

private struct TheoryOfChangeReader {
  let lines: NotationLines
  let stages: [Stage]
  private(set) var factors: [NotatedFactor] = []
  private(set) var loops: [NotatedLoop] = []
  private(set) var ripples: [NotatedRipple] = []
  private(set) var problems: [NotationProblem] = []
  private var factorKeys: Set<String> = []
  private var loopKeys: Set<String> = []

  private enum Section: Equatable {
    case none
    case stage(String)
    case unknownStage
    case loops
    case ripples
  }

  init(lines: NotationLines, stages: [Stage]) { (self.lines, self.stages) = (lines, stages) }

  mutating func read() {
    var section = Section.none
    var (at, isNestedAllowed) = (0, false)
    while at < lines.lines.count {
      let start = at
      at += 1
      if lines.isBlank(start) { continue }
      if lines.line(start, startsWith: "## ") {
        section = heading(start)
        isNestedAllowed = false
        continue
      }
      guard let bullet = bullet(start) else {
        report(start, 1, section == .none ? .textBeforeHeading : .unexpectedLine(expected: "a bullet, - …"))
        continue
      }
      var text = bullet.text
      while at < lines.lines.count, isContinuation(at) {
        text += " " + lines[at].trimmed
        at += 1
      }
      let place = TextPlace(line: start + 1, column: bullet.column)
      if bullet.isNested {
        isNestedAllowed
          ? readNested(text, place, in: section)
          : problems.append(
            NotationProblem(place, .unexpectedLine(expected: "a bullet without indent before this one")))
      } else {
        isNestedAllowed = readBullet(text, place, in: section)
      }
    }
  }

  private mutating func report(_ line: Int, _ column: Int, _ kind: NotationProblem.Kind) {
    problems.append(NotationProblem(TextPlace(line: line + 1, column: column), kind))
  }

  // MARK: - Lines

  private mutating func heading(_ line: Int) -> Section {
    let heading = NotatedHeading(String(lines[line].dropFirst(3)))
    if heading.key == nil, heading.title.lowercased() == "loops" { return .loops }
    if heading.key == nil, heading.title.lowercased() == "ripples" { return .ripples }
    let stage =
      stages.first { $0.key == heading.key }
      ?? stages.first { $0.name.lowercased() == heading.title.lowercased() }
    guard let stage else {
      report(line, 4, .badValue(heading.key ?? heading.title, expected: stages.map(\.key)))
      return .unknownStage
    }
    return .stage(stage.key)
  }

  private func bullet(_ line: Int) -> (text: String, isNested: Bool, column: Int)? {
    let text = lines[line]
    let indent = text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
    let rest = String(text.dropFirst(indent))
    guard let content = rest.after("- ") ?? rest.after("* ") else { return nil }
    return (content.trimmed, indent >= 2 || text.utf8.first == 0x09, indent + 3)
  }

  private func isContinuation(_ line: Int) -> Bool {
    lines.line(line, startsWith: " ") && !lines.isBlank(line) && bullet(line) == nil
  }

  /// Reads a factor or a loop; whether there is now something for nested bullets to belong to.
  private mutating func readBullet(_ text: String, _ place: TextPlace, in section: Section) -> Bool {
    switch section {
    case .none: problems.append(NotationProblem(place, .textBeforeHeading))
    case .unknownStage: return readFactor(text, place, stage: "")
    case .stage(let stage): return readFactor(text, place, stage: stage)
    case .loops: return readLoop(text, place)
    case .ripples: readRipple(text, place)
    }
    return false
  }

  private mutating func readNested(_ text: String, _ place: TextPlace, in section: Section) {
    if case .loops = section { readBreak(text, place) } else { readDetail(text, place) }
  }

  // MARK: - Factors

  private mutating func readFactor(_ text: String, _ place: TextPlace, stage: String) -> Bool {
    let heading = NotatedHeading(text)
    let key = heading.key ?? NotatedHeading.slug(heading.title)
    if !NotatedHeading.isKey(key) { problems.append(NotationProblem(place, .badKey(key))) }
    if !factorKeys.insert(key).inserted { problems.append(NotationProblem(place, .duplicateKey(key))) }
    var factor = NotatedFactor(key: key, stage: stage, text: heading.title)
    factor.place = place
    factors.append(factor)
    return true
  }

  private mutating func readDetail(_ text: String, _ place: TextPlace) {
    let last = factors.count - 1
    if let value = text.after("assumption:") {
      factors[last].assumptions.append(value.trimmed)
    } else if let value = text.after("indicator:") {
      factors[last].indicators.append(value.trimmed)
    } else if let value = text.after("detail:") {
      factors[last].details.append(value.trimmed)
    } else if let value = text.after("group:") {
      factors[last].group = value.trimmed
    } else if let value = text.after("code:") {
      factors[last].code = value.trimmed
    } else if let value = text.after("opposite:") {
      factors[last].opposite = value.trimmed
    } else if let value = text.after("->") {
      readLink(value, .increases, place)
    } else if let value = text.after("-|") {
      readLink(value, .decreases, place)
    } else {
      let expected = "code:, opposite:, assumption:, indicator:, detail:, group:, -> or -|"
      problems.append(NotationProblem(place, .unexpectedLine(expected: expected)))
    }
  }

  private mutating func readLink(_ text: String, _ polarity: CausalLink.Polarity, _ place: TextPlace) {
    let words = text.trimmed
    let key = String(words.prefix { !$0.isWhitespace })
    var link = NotatedLink(to: key, polarity: polarity)
    link.place = place
    guard NotatedHeading.isKey(key), LinkTail.read(String(words.dropFirst(key.count)).trimmed, into: &link)
    else {
      problems.append(NotationProblem(place, .badLink))
      return
    }
    factors[factors.count - 1].links.append(link)
  }

  // MARK: - Loops

  private mutating func readLoop(_ text: String, _ place: TextPlace) -> Bool {
    guard let colon = text.range(ofLast: ": ") else { return badLoop(place) }
    let ring = Self.chain(String(text[colon.upperBound...]))
    var head = String(text[..<colon.lowerBound]).trimmed
    var valence = Loop.Valence.neutral
    if let word = head.split(separator: " ").last, let named = Loop.Valence(rawValue: String(word)) {
      valence = named
      head = String(head.dropLast(word.count)).trimmed
    }
    let heading = NotatedHeading(head)
    let key = heading.key ?? NotatedHeading.slug(heading.title)
    let closed = ring.count > 1 && ring.first == ring.last ? Array(ring.dropLast()) : ring
    guard !closed.isEmpty, closed.allSatisfy(NotatedHeading.isKey) else { return badLoop(place) }
    if !NotatedHeading.isKey(key) { problems.append(NotationProblem(place, .badKey(key))) }
    if !loopKeys.insert(key).inserted { problems.append(NotationProblem(place, .duplicateKey(key))) }
    var loop = NotatedLoop(key: key, title: heading.title, valence: valence, factors: closed)
    loop.place = place
    loops.append(loop)
    return true
  }

  private mutating func badLoop(_ place: TextPlace) -> Bool {
    problems.append(NotationProblem(place, .badLoop))
    return false
  }

  private mutating func readRipple(_ text: String, _ place: TextPlace) {
    let halves = text.split(separator: "->", maxSplits: 1).map(\.trimmed)
    guard halves.count == 2 else { return problems.append(NotationProblem(place, .badRipple)) }
    let context = String(halves[1].prefix { !$0.isWhitespace && $0 != ":" })
    let rest = String(halves[1].dropFirst(context.count)).trimmed
    guard !halves[0].isEmpty, !context.isEmpty, rest.isEmpty || rest.first == ":" else {
      return problems.append(NotationProblem(place, .badRipple))
    }
    var ripple = NotatedRipple(
      outcome: halves[0], context: context, note: String(rest.dropFirst()).trimmed)
    ripple.place = place
    ripples.append(ripple)
  }

  private mutating func readBreak(_ text: String, _ place: TextPlace) {
    if let before = text.after("before:") {
      loops[loops.count - 1].before = before.trimmed
      return
    }
    guard var rest = text.after("break:")?.trimmed else {
      problems.append(
        NotationProblem(place, .unexpectedLine(expected: "break: a -> b (recommendation) or before: KEY")))
      return
    }
    var recommendation: String?
    if rest.hasSuffix(")"), let open = rest.range(ofLast: "(") {
      recommendation = String(rest[open.upperBound...].dropLast()).trimmed
      rest = String(rest[..<open.lowerBound])
    }
    let step = Self.chain(rest)
    guard step.count == 2 else { return problems.append(NotationProblem(place, .badLoop)) }
    var one = NotatedLoop.Break(from: step[0], to: step[1], recommendation: recommendation)
    one.place = place
    loops[loops.count - 1].breaks.append(one)
  }

  private static func chain(_ text: String) -> [String] { text.split(separator: "->").map(\.trimmed) }
}

/// What may follow the key of a link: a label, configurations, quotes.
private enum LinkTail {
  static func read(_ text: String, into link: inout NotatedLink) -> Bool {
    var rest = text
    if let despite = rest.after("despite"), despite.isEmpty || despite.first?.isWhitespace == true {
      link.isDespite = true
      rest = despite.trimmed
    }
    while rest.first == "#" {
      let mark = String(rest.dropFirst().prefix { !$0.isWhitespace })
      guard NotatedHeading.isKey(mark) else { return false }
      link.contexts.append(mark)
      rest = String(rest.dropFirst(mark.count + 1)).trimmed
    }
    if rest.first == "\"" || rest.first == "“" {
      // A label is read like a quote of a source that has no name.
      guard let found = QuoteReference.read("_ " + rest, isRemark: { _ in false }, isRest: isTail),
        found.quote.occurrence == nil, found.quote.span == nil
      else { return false }
      link.label = found.quote.words
      rest = found.rest
    }
    if let via = rest.after("via ") {
      let end = via.range(ofFirst: " from ")?.lowerBound ?? via.endIndex
      link.configurations = via[..<end].split(separator: ",").map(\.trimmed)
      rest = String(via[end...]).trimmed
    }
    while let from = rest.after("from ") {
      guard
        let found = QuoteReference.read(
          from, isRemark: { _ in false }, isRest: { isTail($0) && $0.after("via ") == nil })
      else { return false }
      var quote = found.quote
      quote.place = link.place
      link.quotes.append(quote)
      rest = found.rest
    }
    return rest.isEmpty
  }

  private static func isTail(_ text: String) -> Bool {
    text.isEmpty || text.after("via ") != nil || text.after("from ") != nil
  }
}
