import RealistModel

/// Makes the part of a sample that does not depend on its sources.
struct SampleFrame {
  private let size: Sample.Size
  private var random: SplitMix64
  private var ids: UUIDv7Source<SplitMix64>
  private var result: Study

  init(size: Sample.Size, seed: UInt64) {
    self.size = size
    random = SplitMix64(seed: seed)
    ids = UUIDv7Source(time: Sample.start, random: SplitMix64(seed: seed &+ 0x5eed))
    result = Study(
      id: ids.next(Study.self), title: "A generated study of \(size.sources) sources",
      question: "What works for whom, in which circumstances, and why?",
      summary: "Made by a seeded generator. Nobody in it exists and nothing in it was said.",
      ethics: "Not needed: there are no people.", created: Sample.start,
      attributes: [
        AttributeDefinition(name: "profession", subject: .participant, kind: .text),
        AttributeDefinition(name: "region", subject: .participant, kind: .text),
        AttributeDefinition(name: "band", subject: .participant, kind: .number),
        AttributeDefinition(name: "started", subject: .participant, kind: .date),
        AttributeDefinition(name: "supervisor", subject: .participant, kind: .boolean),
        AttributeDefinition(name: "site", subject: .source, kind: .text),
      ],
      guide: "1. How did you come to this work?\n2. What has changed?\n3. What made that possible?\n")
  }

  mutating func study() -> Study {
    addParticipants()
    addCodes()
    addTheories()
    addConfigurations()
    addTheoryOfChange()
    addLoopAndRecommendation()
    return result
  }

  private mutating func addParticipants() {
    let digits = max(2, String(size.sources).count)
    for number in 0..<size.sources {
      let plain = String(number + 1)
      let key = "P" + String(repeating: "0", count: digits - plain.count) + plain
      var attributes: [String: AttributeValue] = [
        "profession": .text(SampleWords.professions[number % SampleWords.professions.count]),
        "region": .text(pick(SampleWords.regions)),
        "band": .number(Double(Int.random(in: 2...8, using: &random))),
        "supervisor": .boolean(Bool.random(using: &random)),
      ]
      if number % 5 != 4 {
        attributes["started"] = .date(
          CalendarDate(daysSince1970: Int.random(in: 12_000...20_000, using: &random)))
      }
      result.participants.append(
        Participant(
          id: ids.next(Participant.self), key: key, attributes: attributes, consent: ["record", "quote"]))
    }
  }

  /// Three roots; below them every code gets up to four children, level by level.
  private mutating func addCodes() {
    for (position, name) in ["contexts", "mechanisms", "outcomes"].enumerated() {
      result.codes.append(
        Code(id: ids.next(Code.self), name: name, definition: "All \(name).", position: position))
    }
    for number in 0..<(size.codes - 3) {
      let parent = result.codes[number < 12 ? number % 3 : (number - 12) / 4 + 3]
      let word = SampleWords.themes[number % SampleWords.themes.count]
      let round = number / SampleWords.themes.count
      result.codes.append(
        Code(
          id: ids.next(Code.self), parent: parent.id, name: round == 0 ? word : "\(word)-\(round + 1)",
          definition: "Whatever speaks of \(word).", use: "The speaker names it.",
          not: "It is only hinted at.",
          colour: Colour(red: UInt8(number * 37 % 256), green: UInt8(number * 91 % 256), blue: 128),
          position: number < 12 ? number / 3 : (number - 12) % 4))
    }
  }

  private mutating func addTheories() {
    for key in ["progression", "time", "belonging"] {
      let first = Theory.Version(
        label: "initial", date: CalendarDate("2026-03-02"), statement: "If there is \(key), then people stay."
      )
      let second = Theory.Version(
        label: "refined", date: CalendarDate("2026-06-10"),
        statement: "If there is \(key) and it is seen, then people stay.", reason: "Seeing it mattered.")
      result.theories.append(
        Theory(
          id: ids.next(Theory.self), key: key, title: "Theory of \(key)", origin: .stakeholder,
          versions: [first, second]))
    }
  }

  private mutating func addConfigurations() {
    let paths = SamplePaths(result.codes)
    for number in 0..<max(3, size.sources / 10) {
      var clauses: [(text: String, element: Element, path: String)] = []
      for (letter, root, texts) in [
        ("C", 0, SampleWords.contexts), ("M", 1, SampleWords.mechanisms), ("O", 2, SampleWords.outcomes),
      ] {
        for _ in 0..<(Int.random(in: 0...3, using: &random) == 0 ? 2 : 1) {
          let (id, path) = paths.random(below: root, &random)
          let text = pick(texts)
          let element = Element(
            id: ids.next(Element.self), letter: letter, text: text.prefix(1).uppercased() + text.dropFirst(),
            code: id, valence: valence(letter), beneficiary: letter == "O" ? "patients" : "")
          clauses.append((text, element, path))
        }
      }
      result.configurations.append(
        Configuration(
          id: ids.next(Configuration.self), key: "configuration-\(number + 1)",
          title: "Pattern \(number + 1)",
          theory: result.theories[number % result.theories.count].id,
          status: number % 4 == 3 ? .proposed : .agreed, group: number % 2 == 0 ? "Learning" : "Staying",
          statement: statement(clauses), elements: clauses.map(\.element)))
    }
  }

  private mutating func valence(_ letter: String) -> Element.Valence? {
    switch letter {
    case "M": Bool.random(using: &random) ? .enabling : .disabling
    case "O": Int.random(in: 0..<4, using: &random) == 0 ? .unintended : .intended
    default: nil
    }
  }

  /// The notation of DESIGN, section 8: a tag ends its clause.
  private func statement(_ clauses: [(text: String, element: Element, path: String)]) -> String {
    let parts = clauses.enumerated().map { place, clause in
      let isPlus = clause.element.valence == .enabling || clause.element.valence == .intended
      let sign = clause.element.valence == nil ? "" : isPlus ? "+" : "-"
      let tail = clause.element.beneficiary.isEmpty ? "" : "; for: \(clause.element.beneficiary)"
      let joint =
        place == 0 ? "If " : clauses[place - 1].element.letter == clause.element.letter ? "and " : ""
      return "\(joint)\(clause.text) (\(clause.element.letter)\(sign): \(clause.path)\(tail))"
    }
    return parts.joined(separator: ", ") + "."
  }

  private mutating func addTheoryOfChange() {
    for (place, stage) in result.stages.enumerated() {
      for number in 0..<3 {
        result.factors.append(
          Factor(
            id: ids.next(Factor.self), key: "\(stage.key)-\(number + 1)", stage: stage.key,
            text: "\(pick(SampleWords.themes)) \(number + 1)", group: number == 0 ? "people" : "",
            code: result.codes[(place * 3 + number) % result.codes.count].id,
            assumptions: number == 1 ? ["it is paid for"] : [],
            indicators: number == 2 ? ["counted yearly"] : []))
      }
    }
    for place in 0..<(result.factors.count - 3) {
      result.links.append(
        CausalLink(
          id: ids.next(CausalLink.self), from: result.factors[place].id, to: result.factors[place + 3].id,
          polarity: place % 4 == 1 ? .decreases : .increases, label: place % 5 == 0 ? "when it lasts" : "",
          configurations: [result.configurations[place % result.configurations.count].id]))
    }
  }

  private mutating func addLoopAndRecommendation() {
    let ring = [result.factors[6], result.factors[9], result.factors[12]]
    result.links.append(
      CausalLink(id: ids.next(CausalLink.self), from: ring[2].id, to: ring[0].id, label: "and round again"))
    let recommendation = ids.next(Recommendation.self)
    result.loops.append(
      Loop(
        id: ids.next(Loop.self), key: "round", title: "Round and round", valence: .virtuous,
        factors: ring.map(\.id),
        breaks: [Loop.Break(from: ring[2].id, to: ring[0].id, recommendation: recommendation)]))
    result.recommendations.append(
      Recommendation(
        id: recommendation, key: "pay", actor: "Employers", action: "Agree the posts first.",
        rationale: "People leave when there is nothing to come back to.",
        configurations: [result.configurations[0].id], loops: result.loops.map(\.id)))
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
}

/// The codes below each root, with their paths.
struct SamplePaths {
  private var below: [[(id: ID<Code>, path: String)]] = [[], [], []]

  /// - Parameter codes: parents before children, the three roots first.
  init(_ codes: [Code]) {
    var known: [ID<Code>: (root: Int, path: String)] = [:]
    for (number, code) in codes.enumerated() {
      let parent = code.parent.flatMap { known[$0] }
      let root = parent?.root ?? number
      let path = parent.map { "\($0.path)/\(code.name)" } ?? code.name
      known[code.id] = (root, path)
      below[root].append((code.id, path))
    }
  }

  /// A code below a root, the root itself only when there is no other.
  func random(below root: Int, _ random: inout SplitMix64) -> (id: ID<Code>, path: String) {
    let codes = below[root]
    return codes[codes.count == 1 ? 0 : Int.random(in: 1..<codes.count, using: &random)]
  }
}
