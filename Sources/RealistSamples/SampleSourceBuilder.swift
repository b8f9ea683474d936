import RealistModel

/// Makes one source of a sample.
struct SampleSourceBuilder {
  private let sample: Sample
  private let number: Int
  private var random: SplitMix64
  private var ids: UUIDv7Source<SplitMix64>
  private let imported: Timestamp

  init(sample: Sample, number: Int) {
    (self.sample, self.number) = (sample, number)
    let own = sample.seed &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(number + 1)
    random = SplitMix64(seed: own)
    imported = Timestamp(milliseconds: Sample.start.milliseconds + Int64(number + 1) * 3_600_000)
    ids = UUIDv7Source(time: imported, random: SplitMix64(seed: own ^ 0x1d5))
  }

  mutating func source() -> SampleSource {
    let isGroup = number % 10 == 9
    let people = sample.frame.participants
    let present = isGroup ? (0..<4).map { people[(number + $0) % people.count] } : [people[number]]
    var writer = SampleText(random: random, present: present)
    let (text, turns, words) = writer.write(words: sample.size.wordsPerSource)
    random = writer.random
    let source = Source(
      id: ids.next(Source.self), name: isGroup ? "FG\(number + 1)" : people[number].key,
      title: isGroup ? "Group \(number + 1)" : "", kind: isGroup ? .focusGroup : .interview,
      mode: number % 3 == 0 ? "Teams" : "telephone",
      date: CalendarDate(daysSince1970: Sample.start.date.daysSince1970 + number % 90),
      minutes: Double(20 + number % 50),
      participants: isGroup ? present.map(\.id).distinct : present.map(\.id),
      attributes: ["site": .text(SampleWords.regions[number % SampleWords.regions.count])],
      length: text.length, words: text.wordCount)
    let revision = Revision(source: source.id, text: text, turns: turns, imported: imported)
    let segments = segments(of: source, text: text, words: words)
    let coded = segments.prefix(segments.count - highlights)
    var result = SampleSource(
      source: source, revision: revision, segments: segments.sorted { $0.span < $1.span },
      codings: codings(of: Array(coded)), evidence: [])
    result.evidence = evidence(from: Array(coded))
    return result
  }

  /// Segments that have no code yet.
  private var highlights: Int { 1 + sample.size.codingsPerSource / 100 }

  /// Four in five codings are by the first coder, one on each segment; then the highlights.
  private mutating func segments(of source: Source, text: SourceText, words: [Range<Int>]) -> [Segment] {
    let count = (sample.size.codingsPerSource * 4 + 4) / 5 + highlights
    var (taken, segments) = (Set<TextSpan>(), [Segment]())
    segments.reserveCapacity(count)
    while segments.count < count {
      let first = Int.random(in: 0..<words.count, using: &random)
      let last = min(words.count - 1, first + Int.random(in: 0...40, using: &random))
      let span = TextSpan(valid: words[first].lowerBound..<words[last].upperBound)
      guard taken.insert(span).inserted else { continue }
      segments.append(
        Segment(
          id: ids.next(Segment.self), source: source.id, span: span, check: text.check(span),
          coder: Sample.coders[0], created: time(segments.count)))
    }
    return segments
  }

  private mutating func codings(of segments: [Segment]) -> [Coding] {
    let codes = sample.frame.codes
    var result = segments.enumerated().map { place, segment in
      Coding(
        id: ids.next(Coding.self), segment: segment.id, code: codes[randomCode()].id, coder: Sample.coders[0],
        created: time(place))
    }
    // The second coder reads some of the same passages and agrees three times in four.
    for place in 0..<(sample.size.codingsPerSource - segments.count) {
      let first = result[place * 4 % max(1, segments.count)]
      let agrees = Int.random(in: 0..<4, using: &random) > 0
      result.append(
        Coding(
          id: ids.next(Coding.self), segment: first.segment,
          code: agrees ? first.code : codes[randomCode()].id,
          coder: Sample.coders[1], created: time(segments.count + place),
          memo: agrees ? "" : "I read this differently."))
    }
    return result
  }

  /// A few codes are used a lot, most of them seldom.
  private mutating func randomCode() -> Int {
    let part = Double.random(in: 0..<1, using: &random)
    return Int(part * part * Double(sample.frame.codes.count))
  }

  private mutating func evidence(from segments: [Segment]) -> [Evidence] {
    segments.prefix(4).map { segment in
      let all = sample.frame.configurations
      let configuration = all[Int.random(in: 0..<all.count, using: &random)]
      let element = configuration.elements[Int.random(in: 0..<configuration.elements.count, using: &random)]
      let bearing = Int.random(in: 0..<10, using: &random)
      return Evidence(
        id: ids.next(Evidence.self), configuration: configuration.id, elements: [element.id],
        segment: segment.id,
        bearing: bearing < 8 ? .supports : bearing == 8 ? .refutes : .refines,
        standing: Int.random(in: 0..<6, using: &random) == 0 ? .anticipated : .observed,
        coder: Sample.coders[0],
        created: time(segments.count))
    }
  }

  private func time(_ step: Int) -> Timestamp {
    Timestamp(milliseconds: imported.milliseconds + Int64(step + 1) * 1000)
  }
}
