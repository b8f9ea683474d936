import RealistModel
import TestSupport
import Testing

@testable import RealistAnalysis

/// Counts of random studies against counting by hand.
struct CountTests {
  /// A study with random codes, sources and codings, small enough that everything collides.
  private func study(seed: UInt64) throws -> (study: Study, speakers: [ID<Segment>: ID<Participant>]) {
    var random = SplitMix64(seed: seed)
    var study = Study(id: ID(high: 1, low: 1), title: "t", created: Timestamp(milliseconds: 0))
    for number in 0..<7 {
      let parent =
        study.codes.isEmpty || Bool.random(using: &random)
        ? nil : study.codes.randomElement(using: &random)?.id
      study.codes.append(
        Code(
          id: ID(high: 2, low: UInt64(number)), parent: parent, name: "c\(number)",
          position: study.codes.count { $0.parent == parent }))
    }
    for number in 0..<3 {
      study.sources.append(
        Source(id: ID(high: 3, low: UInt64(number)), name: "S\(number)", revision: 1 + number % 2, length: 40)
      )
    }
    var speakers: [ID<Segment>: ID<Participant>] = [:]
    for number in 0..<Int.random(in: 0...12, using: &random) {
      let start = Int.random(in: 0..<35, using: &random)
      let span = try TextSpan(start: start, end: Int.random(in: (start + 1)...40, using: &random))
      let segment = Segment(
        id: ID(high: 4, low: UInt64(number)),
        source: try #require(study.sources.randomElement(using: &random)).id,
        revision: Int.random(in: 1...2, using: &random), span: span, check: QuoteCheck(value: 0), coder: "a",
        created: study.created)
      study.segments.append(segment)
      if number % 4 != 0 { speakers[segment.id] = ID(high: 5, low: UInt64.random(in: 0..<3, using: &random)) }
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        study.codings.append(
          Coding(
            id: ID(high: 6, low: UInt64(study.codings.count)), segment: segment.id,
            code: try #require(study.codes.randomElement(using: &random)).id,
            coder: ["a", "b"][study.codings.count % 2], created: study.created))
      }
    }
    return (study, speakers)
  }

  private func isWithin(_ code: ID<Code>, _ ancestor: ID<Code>, _ study: Study) -> Bool {
    var next: ID<Code>? = code
    while let current = next {
      if current == ancestor { return true }
      next = study.codes.first { $0.id == current }?.parent
    }
    return false
  }

  @Test(
    "codings, segments, sources and participants of a code and of its subtree are those found one by one",
    arguments: 0..<120)
  func codeCounts(seed: UInt64) throws {
    let (study, speakers) = try study(seed: seed)
    let counts = CodeCounts(study, try StudyLookup(study), speakers: speakers)
    #expect(counts.rows.count == study.codes.count)
    for code in study.codes {
      let own = study.codings.filter { $0.code == code.id }
      let below = study.codings.filter { isWithin($0.code, code.id, study) }
      let row = try #require(counts[code.id])
      #expect(row.own == count(own, study, speakers) && row.total == count(below, study, speakers))
    }
  }

  private func count(
    _ codings: [Coding], _ study: Study, _ speakers: [ID<Segment>: ID<Participant>]
  ) -> CodeCounts.Count {
    let segments = Set(codings.map(\.segment))
    return CodeCounts.Count(
      codings: codings.count, segments: segments.count,
      sources: Set(study.segments.filter { segments.contains($0.id) }.map(\.source)).count,
      participants: Set(segments.compactMap { speakers[$0] }).count)
  }

  @Test(
    "coverage is the number of offsets that some coded segment of the newest revision holds",
    arguments: 0..<120)
  func coverage(seed: UInt64) throws {
    let (study, _) = try study(seed: seed)
    let coded = Set(study.codings.map(\.segment))
    for row in Coverage(study).rows {
      let own = study.segments.filter { $0.source == row.source.id && $0.revision == row.source.revision }
      let offsets = Set(own.filter { coded.contains($0.id) }.flatMap(\.span.range))
      #expect(row.coded == offsets.count && row.segments == own.count)
      #expect(row.highlights == own.count { !coded.contains($0.id) })
      #expect(row.codings == study.codings.count { coding in own.contains { $0.id == coding.segment } })
      #expect(row.percent == 100 * Double(offsets.count) / 40)
    }
  }

  @Test("a summary's sums are those of the lists", arguments: 0..<30)
  func summary(seed: UInt64) throws {
    let (study, _) = try study(seed: seed)
    let summary = StudySummary(study)
    let coded = Set(study.codings.map(\.segment))
    #expect(summary.highlights == study.segments.count { !coded.contains($0.id) })
    #expect(
      summary.uncodedSources
        == study.sources.filter { source in
          !study.segments.contains { $0.source == source.id && coded.contains($0.id) }
        }.map(\.name))
    #expect(summary.sources.reduce(0) { $0 + $1.count } == 3)
    #expect(summary.codings == study.codings.count && summary.codes == 7)
  }

  @Test("the example study is summed up with what is open")
  func example() {
    let summary = StudySummary(ExampleStudy().study)
    #expect(summary.withdrawnParticipants == 1 && summary.participants == 5)
    #expect(summary.uncodedSources == ["D1"])
    #expect(summary.configurationsWithoutEvidence == ["manual"])
    #expect(summary.evidence.map(\.count) == [9, 1, 1])
    #expect(summary.configurations.map(\.count) == [2, 2])
    #expect(summary.coders == ["ann", "ben"])
  }
}
