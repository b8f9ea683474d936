import RealistFolder
import RealistModel
import TestSupport

/// A small study whose every text is made of pieces that formats trip over; the same for the same seed.
struct NastyStudy {
  private var random: SplitMix64
  private var study: Study
  private var revisions: [Revision] = []
  private var ids: UUIDv7Source<SplitMix64>

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    let created = Timestamp(milliseconds: 1_767_600_000_000)
    ids = UUIDv7Source(time: created, random: SplitMix64(seed: seed &+ 1))
    study = Study(id: ids.next(Study.self), title: "T", created: created, template: .icamo)
  }

  static func contents(seed: UInt64) throws -> StudyContents {
    var builder = NastyStudy(seed: seed)
    return try builder.contents()
  }

  private static let pieces = [
    "a", "care", "é", "e\u{301}", "🙂", " ", ",", ";", "\"", "“x”", "(C)", "(x)", "\\", "#", "- ", "...", "[",
    "]", ":",
    "->", "{#k}", "Reason:", "=", "'", "via ", "from ", "|", "ß",
  ]

  /// Text of one line that begins and ends with a letter.
  private mutating func line() -> String {
    let middle = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      Self.pieces.randomElement(using: &random) ?? ""
    }
    return "x" + middle.joined() + "y"
  }

  private mutating func lines() -> String {
    // Blank lines at the beginning and the end of prose are not kept.
    "a\n"
      + (0..<Int.random(in: 1...3, using: &random)).map { _ in
        [line(), "- " + line(), "## " + line(), "", "Theory: x", "\\- x"].randomElement(using: &random) ?? ""
      }.joined(separator: "\n") + "\nz"
  }

  private mutating func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }

  private mutating func moment() -> Timestamp {
    let step: Int64 = maybe(86_400_000) ?? 1
    return Timestamp(milliseconds: Int64.random(in: 0...2_000_000, using: &random) * step)
  }

  private mutating func contents() throws -> StudyContents {
    (study.title, study.question, study.summary, study.guide) = (line(), lines(), lines(), lines())
    study.attributes = [
      AttributeDefinition(name: "a,b", subject: .participant, kind: .text),
      AttributeDefinition(name: "n", subject: .source, kind: .number),
    ]
    study.template.slots[1].rule = lines()
    study.template.columns = maybe(["number", "c", "m"]) ?? []
    for number in 0..<3 {
      study.participants.append(
        Participant(
          id: ids.next(Participant.self), key: "P\(number)", name: line(),
          attributes: ["a,b": .text(lines())],
          consent: ["record", "quote"], withdrawn: maybe(moment().date)))
    }
    try addCodes()
    for number in 0..<3 { try addSource(number) }
    addLinkedCodings()
    addRealistParts()
    addMemos()
    return StudyContents(study: study, revisions: revisions)
  }

  private mutating func addCodes() throws {
    var parents: [ID<Code>?] = [nil]
    var positions: [ID<Code>?: Int] = [:]
    for number in 0..<6 {
      let parent = parents.randomElement(using: &random) ?? nil
      let name = "\(number)" + line().replacing("/", with: "")
      let code = Code(
        id: ids.next(Code.self), parent: parent, name: name, definition: lines(), use: line(),
        colour: maybe(Colour(red: 1, green: 2, blue: 3)), position: positions[parent, default: 0])
      positions[parent, default: 0] += 1
      study.codes.append(code)
      parents.append(code.id)
    }
    study.codes = try CodeTree(study.codes).order.map(\.code)
  }

  private mutating func addSource(_ number: Int) throws {
    var source = Source(
      id: ids.next(Source.self), name: "S/\(number) x", title: line(), kind: .fieldNote, mode: line(),
      date: maybe(moment().date), minutes: maybe(12.5), participants: study.participants.map(\.id),
      attributes: ["n": .number(0.1)])
    source.revision = Int.random(in: 1...2, using: &random)
    for revision in 1...source.revision {
      let text = try SourceText(
        (0..<12).map { _ in line() }.joined(
          separator: ["\n", " ", "\n\n"].randomElement(using: &random) ?? ""))
      var turns: [Turn] = []
      if revision == source.revision {
        turns = [
          Turn(
            span: try TextSpan(start: 0, end: 5), speaker: maybe(line()),
            participant: maybe(study.participants[0].id), begins: 5)
        ]
        (source.length, source.words) = (text.length, text.wordCount)
      }
      let original = OriginalFile(name: "o \(number).txt", format: "plain", bytes: [1, 2, UInt8(revision)])
      revisions.append(
        Revision(
          source: source.id, number: revision, text: text, turns: turns, original: maybe(original),
          imported: moment(),
          reason: revision > 1 ? line() : "", notes: maybe([line(), line()]) ?? []))
      try addSegments(source.id, revision, text)
    }
    study.sources.append(source)
  }

  private mutating func addSegments(_ source: ID<Source>, _ revision: Int, _ text: SourceText) throws {
    var spans: Set<TextSpan> = []
    for _ in 0..<6 {
      let start = Int.random(in: 0..<text.length, using: &random)
      let end = Int.random(in: (start + 1)...min(text.length, start + 20), using: &random)
      spans.insert(try text.span(covering: start..<end).span)
    }
    for span in spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      let segment = Segment(
        id: ids.next(Segment.self), source: source, revision: revision, span: span, check: text.check(span),
        coder: line(),
        created: moment(), memo: maybe(lines()) ?? "")
      study.segments.append(segment)
      for code in study.codes where Bool.random(using: &random) {
        study.codings.append(
          Coding(
            id: ids.next(Coding.self), segment: segment.id, code: code.id, coder: line(), created: moment(),
            memo: line()))
      }
    }
  }

  private mutating func addLinkedCodings() {
    let order = study.segments
    for (number, segment) in order.enumerated() where Int.random(in: 0..<3, using: &random) == 0 {
      let inside = order.filter {
        $0.source == segment.source && $0.revision == segment.revision && segment.span.contains($0.span)
      }
      let parts = ["C", "M", "M", "O"].prefix(Int.random(in: 2...4, using: &random)).map { letter in
        LinkedCoding.Part(
          letter: letter, code: study.codes.randomElement(using: &random)?.id ?? study.codes[0].id,
          segment: maybe(inside.randomElement(using: &random)?.id ?? segment.id))
      }
      study.linkedCodings.append(
        LinkedCoding(
          id: ids.next(LinkedCoding.self), key: "L\(number)", segment: segment.id, parts: parts,
          coder: line(), created: moment(), memo: maybe(lines()) ?? ""))
    }
  }

  private mutating func passages() -> [Theory.Passage] {
    study.segments.prefix(Int.random(in: 0...3, using: &random)).map { segment in
      Theory.Passage(segment: segment.id, bearing: .refutes, note: maybe(line()) ?? "")
    }
  }

  private mutating func addTheories() {
    let (first, second) = (ids.next(Theory.self), ids.next(Theory.self))
    let versions = [
      Theory.Version(
        label: maybe("initial") ?? "hunch", step: .initial, date: maybe(moment().date), statement: lines()),
      Theory.Version(
        label: "refined (again)", step: maybe(.merged), date: moment().date, statement: lines(),
        reason: lines(), passages: passages()),
      Theory.Version(
        label: "split", date: moment().date, statement: "", reason: lines(), into: [second, first],
        passages: passages()),
    ]
    study.theories = [
      Theory(id: first, key: "t1", title: line(), origin: .literature, versions: versions),
      Theory(id: second, key: "t2", title: line(), versions: [versions[1]]),
    ]
    for (number, segment) in study.segments.prefix(4).enumerated() {
      study.responses.append(
        TheoryResponse(
          id: ids.next(TheoryResponse.self), theory: number < 3 ? first : second, version: number / 2 + 1,
          segment: segment.id, kind: TheoryResponse.Kind.allCases[number % 3], coder: "Jo Doe",
          created: moment(), note: maybe(line()) ?? ""))
    }
    study.responses[3].version = 1
  }

  private mutating func addRealistParts() {
    addTheories()
    for number in 0..<3 { addConfiguration(number) }
    for number in 0..<4 {
      study.factors.append(
        Factor(
          id: ids.next(Factor.self), key: "f\(number)", stage: study.stages[number].key, text: line(),
          details: [line()],
          group: maybe(line()) ?? "", code: study.codes.randomElement(using: &random)?.id,
          assumptions: [line(), line()], opposite: study.factors.first?.id))
    }
    for factor in study.factors {
      study.links.append(
        CausalLink(
          id: ids.next(CausalLink.self), from: factor.id, to: study.factors[0].id, polarity: .decreases,
          label: maybe(line()) ?? "", isDespite: Bool.random(using: &random),
          contexts: maybe(["night-shift", "#é"]) ?? [], configurations: [study.configurations[0].id],
          segments: study.segments.prefix(2).map(\.id)))
    }
    let recommendation = ids.next(Recommendation.self)
    let ring = study.factors.prefix(2).map(\.id)
    study.loops = [
      Loop(
        id: ids.next(Loop.self), key: "l1", title: line(), valence: .vicious, factors: ring,
        breaks: [Loop.Break(from: ring[1], to: ring[0], recommendation: maybe(recommendation))])
    ]
    study.loops.append(
      Loop(id: ids.next(Loop.self), key: "l0", title: line(), factors: ring, before: study.loops[0].id))
    let ends = study.configurations.compactMap { $0.elements.first?.id }
    if ends.count > 1 {
      study.confirmedRipples = [
        ConfirmedRipple(
          id: ids.next(ConfirmedRipple.self), outcome: ends[0], context: ends[1], note: maybe(line()) ?? "")
      ]
    }
    study.recommendations = [
      Recommendation(
        id: recommendation, key: "r1", actor: line(), action: lines(), rationale: line(),
        configurations: study.configurations.map(\.id), loops: study.loops.map(\.id))
    ]
  }

  private mutating func addConfiguration(_ number: Int) {
    let elements = ["I", "C", "M", "O", "O"].map { letter in
      Element(
        id: ids.next(Element.self), letter: letter, text: "Clause \(letter) é",
        code: maybe(study.codes[number].id),
        valence: letter == "M" ? .disabling : letter == "O" ? maybe(.unintended) : nil,
        level: maybe("a;b (c)") ?? "")
    }
    let configuration = Configuration(
      id: ids.next(Configuration.self), key: "k\(number)", title: maybe(line()) ?? "",
      theory: maybe(study.theories[0].id),
      status: .agreed, group: maybe(line()) ?? "", statement: lines(), elements: elements,
      confidence: Confidence(
        judgements: maybe([
          .coherence: Confidence.Judgement(.serious, note: line()), .methods: Confidence.Judgement(.none),
        ]) ?? [:], level: maybe(.veryLow), note: maybe(line()) ?? ""))
    study.configurations.append(configuration)
    for segment in study.segments where Int.random(in: 0..<4, using: &random) == 0 {
      study.evidence.append(
        Evidence(
          id: ids.next(Evidence.self), configuration: configuration.id,
          elements: maybe([elements[0].id, elements[4].id]) ?? [],
          segment: segment.id, bearing: .refines, standing: .implied, coder: "Jo Doe", created: moment(),
          note: maybe(line()) ?? ""))
    }
  }

  private mutating func addMemos() {
    let subjects: [Memo.Subject] = [
      .study, .participant(study.participants[1].id), .source(study.sources[2].id), .code(study.codes[5].id),
      .segment(study.segments[0].id), .configuration(study.configurations[1].id),
      .theory(study.theories[0].id),
      .factor(study.factors[3].id),
    ]
    for subject in subjects {
      study.memos.append(
        Memo(
          id: ids.next(Memo.self), subject: subject, coder: maybe("Jo Doe") ?? "", written: moment(),
          body: lines()))
    }
  }
}
