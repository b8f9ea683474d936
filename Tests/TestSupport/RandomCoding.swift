import RealistModel

/// A small invented study whose passages overlap a lot: for tests that count things twice, each time in another way.
///
/// Words are of letters and emoji, lines end in LF, turns leave gaps; some texts have no turns, some sources a second revision; passages
/// cut words, nest, touch and repeat; two or three coders.
public func randomCoding(seed: UInt64) throws -> StudyContents {
  var maker = RandomCoding(seed: seed)
  return try maker.contents()
}

private struct RandomCoding {
  private var random: SplitMix64
  private var ids: UUIDv7Source<SplitMix64>
  private var study: Study
  private var revisions: [Revision] = []
  private let created = Timestamp(milliseconds: 1_772_442_000_000)

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    ids = UUIDv7Source(time: created, random: SplitMix64(seed: ~seed))
    study = Study(id: ids.next(Study.self), title: "Random coding \(seed)", created: created)
  }

  private mutating func chance(_ part: Int, of whole: Int) -> Bool {
    Int.random(in: 0..<whole, using: &random) < part
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func contents() throws -> StudyContents {
    study.attributes = [
      AttributeDefinition(name: "band", subject: .participant, kind: .number),
      AttributeDefinition(name: "site", subject: .source, kind: .text),
    ]
    for place in 0..<number(1...4) {
      study.participants.append(
        Participant(
          id: ids.next(Participant.self), key: "P\(place + 1)",
          attributes: chance(3, of: 4) ? ["band": .number(Double(number(2...8)))] : [:]))
    }
    addCodes()
    for place in 0..<number(1...4) { try addSource(place) }
    return StudyContents(study: study, revisions: revisions)
  }

  private mutating func addCodes() {
    var children: [ID<Code>?: Int] = [:]
    for place in 0..<number(1...8) {
      let parent = chance(2, of: 3) ? study.codes.randomElement(using: &random)?.id : nil
      let position = children[parent, default: 0]
      children[parent] = position + 1
      study.codes.append(
        Code(id: ids.next(Code.self), parent: parent, name: "code\(place)", position: position))
    }
  }

  private mutating func addSource(_ place: Int) throws {
    var source = Source(
      id: ids.next(Source.self), name: "S\(place + 1)",
      attributes: chance(2, of: 3) ? ["site": .text(chance(1, of: 2) ? "north" : "south")] : [:],
      revision: chance(1, of: 5) ? 2 : 1)
    for revision in 1...source.revision {
      let text = try SourceText(words())
      let turns = chance(1, of: 4) ? [] : try turns(in: text)
      let one = Revision(
        source: source.id, number: revision, text: text, turns: turns, imported: created)
      revisions.append(one)
      (source.length, source.words) = (text.length, text.wordCount)
      try addPassages(to: source.id, revision, text)
    }
    study.sources.append(source)
  }

  private mutating func words() -> String {
    let pieces = ["a", "to", "the", "café", "🙂", "信頼", "--", "don't", "…", "x9"]
    var text = ""
    for _ in 0..<number(4...40) {
      text += pieces[number(0...pieces.count - 1)] + [" ", " ", "  ", "\n", "\n\n"][number(0...4)]
    }
    return text
  }

  private mutating func turns(in text: SourceText) throws -> [Turn] {
    var (turns, start) = ([Turn](), number(0...3))
    while start < text.length {
      let end = min(text.length, start + number(1...25))
      turns.append(
        Turn(
          span: try TextSpan(start: start, end: end),
          participant: chance(4, of: 5) ? study.participants.randomElement(using: &random)?.id : nil,
          question: chance(1, of: 3) ? "\(number(1...12))" : nil))
      start = end + number(0...4)
    }
    return turns
  }

  private mutating func addPassages(to source: ID<Source>, _ revision: Int, _ text: SourceText) throws {
    var taken: Set<TextSpan> = []
    for _ in 0..<number(0...14) {
      let start = number(0...text.length - 1)
      let span = try TextSpan(start: start, end: min(text.length, start + number(1...30)))
      guard taken.insert(span).inserted else { continue }
      let segment = Segment(
        id: ids.next(Segment.self), source: source, revision: revision, span: span,
        check: QuoteCheck(of: String(text[span])), coder: "ana", created: created)
      study.segments.append(segment)
      var coded: Set<String> = []
      for _ in 0..<number(0...3) {
        guard let code = study.codes.randomElement(using: &random)?.id else { continue }
        let coder = ["ana", "ben", "cem"][number(0...2)]
        guard coded.insert("\(code) \(coder)").inserted else { continue }
        study.codings.append(
          Coding(
            id: ids.next(Coding.self), segment: segment.id, code: code, coder: coder,
            created: Timestamp(milliseconds: created.milliseconds + Int64(number(0...3)) * 86_400_000)))
      }
    }
  }
}
