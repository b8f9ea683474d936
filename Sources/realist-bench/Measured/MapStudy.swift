import RealistModel
import RealistSamples
import RealistStore

/// An invented study whose causal map is large: 500 factors, 5,000 links, one to four quotes on each, 200 sources.
enum MapStudy {
  private static let moment = Timestamp(milliseconds: 1_772_442_000_000)
  static let factors = 500
  static let links = 5000
  static let sources = 200
  private static let quotesPerSource = 100

  /// Makes the study file; the same every time.
  static func make(_ file: String) throws {
    _ = try StudyStore.create(file, contents: try contents(), entry: .bench("init"))
  }

  private static func contents() throws -> StudyContents {
    var random = SplitMix64(seed: 5000)
    var ids = UUIDv7Source(time: moment, random: SplitMix64(seed: 500))
    var study = Study(id: ids.next(Study.self), title: "A large map (invented)", created: moment)
    var contents = StudyContents(study: study, revisions: [])
    for number in 0..<sources {
      let text = try SourceText(words(of: number))
      let source = Source(
        id: ids.next(Source.self), name: "S\(number + 1)", length: text.length, words: text.wordCount)
      study.sources.append(source)
      contents.revisions.append(Revision(source: source.id, text: text, imported: moment))
      study.segments += try segments(of: source, text, &ids)
    }
    study.segments.sort { $0.id < $1.id }
    study.factors = (0..<factors).map { number in
      Factor(
        id: ids.next(Factor.self), key: "f\(number + 1)",
        stage: study.stages[number % study.stages.count].key,
        text: "Factor \(number + 1)")
    }
    var known: Set<[Int]> = []
    while study.links.count < links {
      let ends = [Int.random(in: 0..<factors, using: &random), Int.random(in: 0..<factors, using: &random)]
      guard ends[0] != ends[1], known.insert(ends).inserted else { continue }
      let quotes = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        study.segments[Int.random(in: 0..<study.segments.count, using: &random)].id
      }
      study.links.append(
        CausalLink(
          id: ids.next(CausalLink.self), from: study.factors[ends[0]].id, to: study.factors[ends[1]].id,
          polarity: study.links.count.isMultiple(of: 4) ? .decreases : .increases,
          segments: Set(quotes).sorted()))
    }
    contents.study = study
    return contents
  }

  private static func words(of number: Int) -> String {
    (0..<quotesPerSource).map { "in \(number) quote \($0) one leads to another" }.joined(separator: ".\n")
  }

  private static func segments(
    of source: Source, _ text: SourceText, _ ids: inout UUIDv7Source<SplitMix64>
  ) throws -> [Segment] {
    var (segments, start) = ([Segment](), 0)
    let whole = try TextSpan(start: 0, end: text.length)
    for line in String(text[whole]).split(separator: "\n") {
      let span = try TextSpan(start: start, end: start + line.unicodeScalars.count)
      segments.append(
        Segment(
          id: ids.next(Segment.self), source: source.id, span: span, check: text.check(span), coder: "bench",
          created: moment))
      start = span.end + 1
    }
    return segments
  }
}
