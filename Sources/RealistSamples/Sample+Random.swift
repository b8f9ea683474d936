import RealistModel

extension Sample {
  /// A small study with everything in it that a study can have and with text that is hard to carry: emoji, combining marks, right-to-left
  /// writing, quotation marks, markup. For tests of round trips; the same for the same seed.
  public static func random(seed: UInt64) -> StudyContents {
    var builder = RandomStudy(seed: seed)
    return builder.contents()
  }
}

/// Makes one small random study. Identifiers are plain; what people write in prose is not.
struct RandomStudy {
  private var random: SplitMix64
  private var ids: UUIDv7Source<SplitMix64>
  private var study: Study
  private var revisions: [Revision] = []
  private var now: Int64 = Sample.start.milliseconds

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    ids = UUIDv7Source(time: Sample.start, random: SplitMix64(seed: ~seed))
    let template = Template.known.randomElement(using: &random) ?? .cmo
    study = Study(
      id: ids.next(Study.self), title: "Random study \(seed)", created: Sample.start, template: template)
  }

  mutating func contents() -> StudyContents {
    study.title = line()
    study.question = maybe { $0.line() }
    study.summary = maybe { $0.line() }
    study.ethics = maybe { $0.line() }
    addAttributes()
    addParticipants()
    addCodes()
    addSources()
    addTheories()
    addConfigurations()
    addTheoryOfChange()
    addMemos()
    return StudyContents(study: study, revisions: revisions)
  }

  // MARK: - People and codes

  private mutating func addAttributes() {
    for (number, kind) in AttributeDefinition.Kind.allCases.enumerated() {
      let subject: AttributeDefinition.Subject = number == 3 ? .source : .participant
      study.attributes.append(
        AttributeDefinition(name: "\(kind.rawValue) of it", subject: subject, kind: kind))
    }
    study.attributes.append(AttributeDefinition(name: "ort", subject: .source, kind: .text))
  }

  private mutating func values(of subject: AttributeDefinition.Subject) -> [String: AttributeValue] {
    var values: [String: AttributeValue] = [:]
    for attribute in study.attributes where attribute.subject == subject && chance(3, of: 4) {
      switch attribute.kind {
      case .text: values[attribute.name] = .text(line())
      case .number: values[attribute.name] = .number(Double(Int.random(in: -40...400, using: &random)) / 4)
      case .date: values[attribute.name] = .date(day())
      case .boolean: values[attribute.name] = .boolean(chance(1, of: 2))
      }
    }
    return values
  }

  private mutating func addParticipants() {
    for number in 0..<count(0...4) {
      study.participants.append(
        Participant(
          id: ids.next(Participant.self), key: "P0\(number + 1)", name: maybe { $0.line() },
          attributes: values(of: .participant), consent: chance(1, of: 2) ? ["record", "quote"] : [],
          withdrawn: chance(1, of: 6) ? day() : nil))
    }
  }

  private mutating func addCodes() {
    let names = [
      "trust", "soin d’équipe", "cafe\u{301}", "信頼", "ثقة", "what \"they\" say, mostly", "(a) b; c", "🙂 ok",
      "Care",
    ]
    var children: [ID<Code>?: Int] = [:]
    for number in 0..<count(0...9) {
      let parent = chance(2, of: 3) ? study.codes.randomElement(using: &random)?.id : nil
      let position = children[parent, default: 0]
      children[parent] = position + 1
      study.codes.append(
        Code(
          id: ids.next(Code.self), parent: parent, name: names[number], definition: maybe { $0.line() },
          use: maybe { $0.line() }, not: maybe { $0.line() },
          colour: chance(1, of: 2) ? Colour(red: 0, green: UInt8(number), blue: 255) : nil,
          hotkey: chance(1, of: 4) ? "\(number)" : "", position: position))
    }
  }

  // MARK: - Texts and what is marked in them

  private mutating func addSources() {
    for number in 0..<count(0...3) {
      var source = Source(
        id: ids.next(Source.self), name: ["S1", "FG 2", "Besuch-ä3"][number], title: maybe { $0.line() },
        kind: Source.Kind.allCases.randomElement(using: &random) ?? .interview, mode: maybe { $0.line() },
        date: chance(1, of: 2) ? day() : nil, minutes: chance(1, of: 2) ? 32.5 : nil,
        participants: study.participants.filter { _ in chance(1, of: 2) }.map(\.id),
        attributes: values(of: .source),
        revision: chance(1, of: 4) ? 2 : 1)
      for revision in 1...source.revision {
        let text = text()
        let isNewest = revision == source.revision
        revisions.append(
          Revision(
            source: source.id, number: revision, text: text, turns: isNewest ? turns(of: text, source) : [],
            imported: time(), reason: revision == 1 ? "" : line()))
        if isNewest { (source.length, source.words) = (text.length, text.wordCount) }
        if isNewest { addSegments(to: source, text) }
      }
      study.sources.append(source)
    }
  }

  private mutating func text() -> SourceText {
    var text = "a"
    for _ in 0..<count(0...120) { text += SampleWords.hard.randomElement(using: &random) ?? "" }
    return SourceText(valid: text)
  }

  private mutating func turns(of text: SourceText, _ source: Source) -> [Turn] {
    let borders = borders(of: text)
    var (turns, from) = ([Turn](), 0)
    while from + 1 < borders.count, turns.count < 12 {
      let start = min(borders.count - 2, from + Int.random(in: 0...3, using: &random))
      let end = min(borders.count - 1, start + Int.random(in: 1...20, using: &random))
      let hasTimes = chance(1, of: 2)
      turns.append(
        Turn(
          span: TextSpan(valid: borders[start]..<borders[end]), speaker: chance(3, of: 4) ? line() : nil,
          participant: source.participants.randomElement(using: &random),
          begins: hasTimes ? turns.count * 1500 : nil, ends: hasTimes ? turns.count * 1500 + 1499 : nil,
          question: chance(1, of: 3) ? "\(turns.count + 1)" : nil))
      from = end
    }
    return turns
  }

  private mutating func addSegments(to source: Source, _ text: SourceText) {
    let borders = borders(of: text)
    var taken: Set<TextSpan> = []
    for _ in 0..<count(0...10) {
      let start = Int.random(in: 0..<borders.count - 1, using: &random)
      let end = Int.random(in: start + 1..<borders.count, using: &random)
      let span = TextSpan(valid: borders[start]..<borders[end])
      guard taken.insert(span).inserted else { continue }
      let segment = Segment(
        id: ids.next(Segment.self), source: source.id, revision: source.revision, span: span,
        check: text.check(span), coder: coder(), created: time(), memo: maybe { $0.line() })
      study.segments.append(segment)
      for code in study.codes where chance(1, of: 4) {
        for coder in Sample.coders where chance(2, of: 3) {
          study.codings.append(
            Coding(
              id: ids.next(Coding.self), segment: segment.id, code: code.id, coder: coder, created: time(),
              memo: maybe { $0.line() }))
        }
      }
    }
  }

  /// The scalar offsets at which a character begins or the text ends.
  private func borders(of text: SourceText) -> [Int] {
    text.string.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.unicodeScalars.count) }
  }

  // MARK: - Theory

  private mutating func addTheories() {
    for number in 0..<count(0...2) {
      let versions = (0...number).map { place in
        Theory.Version(
          label: place == 0 ? "initial" : "refined", date: chance(1, of: 2) ? day() : nil, statement: line(),
          reason: place == 0 ? "" : line())
      }
      study.theories.append(
        Theory(
          id: ids.next(Theory.self), key: "theory-\(number + 1)", title: line(),
          origin: Theory.Origin.allCases.randomElement(using: &random) ?? .analyst, versions: versions))
    }
  }

  private mutating func addConfigurations() {
    for number in 0..<count(0...3) {
      var (elements, statement) = ([Element](), "")
      for slot in study.template.slots {
        let text = ["People stay", "Nobody asks", "The café closes"].randomElement(using: &random) ?? ""
        let valence: Element.Valence? = slot.letter == "M" && chance(1, of: 2) ? .disabling : nil
        elements.append(
          Element(id: ids.next(Element.self), letter: slot.letter, text: text, valence: valence))
        statement += (statement.isEmpty ? "" : ", ") + text + " (\(slot.letter)\(valence == nil ? "" : "-"))"
      }
      study.configurations.append(
        Configuration(
          id: ids.next(Configuration.self), key: "cmo-\(number + 1)", title: line(),
          theory: study.theories.randomElement(using: &random)?.id,
          status: Configuration.Status.allCases.randomElement(using: &random) ?? .agreed,
          group: maybe { $0.line() }, statement: statement + ".", elements: elements))
      addEvidence()
    }
  }

  private mutating func addEvidence() {
    guard let configuration = study.configurations.last else { return }
    for segment in study.segments where chance(1, of: 4) {
      study.evidence.append(
        Evidence(
          id: ids.next(Evidence.self), configuration: configuration.id,
          elements: configuration.elements.filter { _ in chance(1, of: 3) }.map(\.id), segment: segment.id,
          bearing: Evidence.Bearing.allCases.randomElement(using: &random) ?? .supports,
          standing: Evidence.Standing.allCases.randomElement(using: &random) ?? .observed, coder: coder(),
          created: time()))
    }
  }

  private mutating func addTheoryOfChange() {
    for number in 0..<count(0...6) {
      let stage = study.stages[number % study.stages.count].key
      study.factors.append(
        Factor(
          id: ids.next(Factor.self), key: "factor-\(number + 1)", stage: stage, text: line(),
          details: chance(1, of: 3) ? [line()] : [], group: maybe { $0.line() },
          code: chance(1, of: 3) ? study.codes.randomElement(using: &random)?.id : nil,
          assumptions: chance(1, of: 3) ? [line()] : [], indicators: chance(1, of: 3) ? [line(), line()] : [])
      )
    }
    for (from, to) in zip(study.factors, study.factors.dropFirst()) {
      study.links.append(
        CausalLink(
          id: ids.next(CausalLink.self), from: from.id, to: to.id,
          polarity: chance(1, of: 3) ? .decreases : .increases, isDespite: from.code == nil && to.code != nil,
          contexts: to.code == nil ? ["night-shift"] : [],
          configurations: study.configurations.filter { _ in chance(1, of: 3) }.map(\.id),
          segments: study.segments.filter { _ in chance(1, of: 8) }.map(\.id)))
    }
    guard study.factors.count > 2, let first = study.factors.first, let last = study.factors.last else {
      return
    }
    study.links.append(CausalLink(id: ids.next(CausalLink.self), from: last.id, to: first.id))
    study.loops.append(
      Loop(
        id: ids.next(Loop.self), key: "ring", title: line(), valence: .vicious,
        factors: study.factors.map(\.id)))
    study.loops.append(
      Loop(
        id: ids.next(Loop.self), key: "turned", title: "The ring turned round", valence: .virtuous,
        factors: study.factors.reversed().map(\.id), before: study.loops[0].id))
    study.factors[1].opposite = study.factors[0].id
    let ends = study.configurations.compactMap { $0.elements.last?.id }
    if ends.count > 1 {
      study.confirmedRipples.append(
        ConfirmedRipple(
          id: ids.next(ConfirmedRipple.self), outcome: ends[0], context: ends[1], note: "told as one"))
    }
    study.recommendations.append(
      Recommendation(
        id: ids.next(Recommendation.self), key: "advice", actor: line(), action: line(), rationale: line(),
        configurations: study.configurations.map(\.id), loops: study.loops.map(\.id)))
  }

  private mutating func addMemos() {
    var subjects: [Memo.Subject] = [.study]
    subjects +=
      study.participants.prefix(1).map { .participant($0.id) }
      + study.sources.prefix(1).map { .source($0.id) }
    subjects += study.codes.suffix(1).map { .code($0.id) } + study.segments.prefix(1).map { .segment($0.id) }
    subjects += study.configurations.prefix(1).map { .configuration($0.id) }
    subjects +=
      study.theories.prefix(1).map { .theory($0.id) } + study.factors.prefix(1).map { .factor($0.id) }
    for subject in subjects where chance(2, of: 3) {
      study.memos.append(
        Memo(id: ids.next(Memo.self), subject: subject, coder: coder(), written: time(), body: line()))
    }
  }

  // MARK: - Small things

  /// One line of hard prose without white space at its ends.
  private mutating func line() -> String {
    let text = (0..<count(1...6)).map { _ in SampleWords.hardInLine.randomElement(using: &random) ?? "" }
    let line = text.joined().trimmed
    return line.isEmpty ? "x" : line
  }

  private mutating func maybe(_ make: (inout Self) -> String) -> String {
    chance(1, of: 2) ? make(&self) : ""
  }

  private mutating func chance(_ part: Int, of whole: Int) -> Bool {
    Int.random(in: 0..<whole, using: &random) < part
  }

  private mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func day() -> CalendarDate {
    CalendarDate(daysSince1970: Int.random(in: 10_000...25_000, using: &random))
  }

  private mutating func coder() -> String { Sample.coders[Int.random(in: 0...1, using: &random)] }

  private mutating func time() -> Timestamp {
    now += Int64.random(in: 1...100_000, using: &random)
    return Timestamp(milliseconds: now)
  }
}
