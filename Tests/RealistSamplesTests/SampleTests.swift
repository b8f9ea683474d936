import RealistModel
import RealistSamples
import TestSupport
import Testing

@Suite struct SampleTests {
  static let tiny = Sample.Size(sources: 11, codingsPerSource: 40, codes: 20, wordsPerSource: 300)

  @Test("a sample has the size that was asked for")
  func size() throws {
    let sample = Sample(size: Self.tiny, seed: 3)
    let contents = sample.contents()
    #expect(contents.study.sources.count == 11)
    #expect(contents.study.codings.count == 11 * 40)
    #expect(contents.study.codes.count == 20)
    #expect(contents.revisions.count == 11)
    for source in contents.study.sources { #expect((300...360).contains(source.words)) }
    #expect(Set(contents.study.codings.map(\.coder)) == ["ana", "ben"])
    let coded = Set(contents.study.codings.map(\.segment))
    #expect(contents.study.segments.contains { !coded.contains($0.id) })
    #expect(Set(contents.study.evidence.map(\.bearing)).count > 1)
    #expect(contents.study.sources.contains { $0.kind == .focusGroup && $0.participants.count == 4 })
  }

  @Test("a sample is sound", arguments: 1...5 as ClosedRange<UInt64>)
  func soundSample(seed: UInt64) throws {
    try expectSound(Sample(size: Self.tiny, seed: seed).contents())
  }

  @Test("a random study is sound", arguments: 1...200 as ClosedRange<UInt64>)
  func soundRandom(seed: UInt64) throws {
    try expectSound(Sample.random(seed: seed))
  }

  @Test("random studies between them have everything that a study can have")
  func everything() {
    let all = (1...200).map { Sample.random(seed: UInt64($0)) }
    let studies = all.map(\.study)
    #expect(all.contains { $0.revisions.contains { $0.number == 2 } })
    #expect(studies.contains { !$0.loops.isEmpty } && studies.contains { !$0.theories.isEmpty })
    #expect(studies.contains { $0.codes.contains { $0.parent != nil } })
    #expect(Set(studies.map(\.template.key)).count == Template.known.count)
    #expect(studies.contains { $0.evidence.contains { $0.elements.isEmpty } })
    #expect(studies.contains { $0.memos.count > 5 } && studies.contains { $0.segments.isEmpty })
    #expect(studies.contains { $0.participants.contains { $0.withdrawn != nil } })
  }

  @Test("the same seed gives the same study, another one another")
  func seeds() {
    let (first, again) = (Sample(size: Self.tiny, seed: 7), Sample(size: Self.tiny, seed: 7))
    #expect(first.contents().study == again.contents().study)
    #expect(
      first.source(5).segments
        == again.contents().study.segments.filter { $0.source == first.source(5).source.id })
    #expect(Sample(size: Self.tiny, seed: 8).contents().study != first.contents().study)
    #expect(Sample.random(seed: 1).study == Sample.random(seed: 1).study)
    #expect(Sample.random(seed: 1).study != Sample.random(seed: 2).study)
  }

  /// Whatever a store or a check would refuse.
  private func expectSound(_ contents: StudyContents) throws {
    let study = contents.study
    let lookup = try StudyLookup(study)
    let texts = Dictionary(grouping: contents.revisions, by: \.source)
    for source in study.sources {
      let newest = try #require(texts[source.id]?.first { $0.number == source.revision })
      #expect(newest.text.length == source.length && newest.text.wordCount == source.words)
      for turn in newest.turns { #expect(try !newest.text.span(covering: turn.span.range).widened) }
      for (one, next) in zip(newest.turns, newest.turns.dropFirst()) {
        #expect(one.span.end <= next.span.start)
      }
      #expect(source.participants.allSatisfy { lookup.participants[$0] != nil })
    }
    var spans: Set<[Int]> = []
    for segment in study.segments {
      let text = try #require(texts[segment.source]?.first { $0.number == segment.revision }?.text)
      #expect(text.check(try text.checked(segment.span)) == segment.check)
      #expect(try !text.span(covering: segment.span.range).widened)
      #expect(
        spans.insert([Int(truncatingIfNeeded: segment.source.low), segment.span.start, segment.span.end])
          .inserted)
    }
    var codings: Set<String> = []
    for coding in study.codings {
      #expect(lookup.segments[coding.segment] != nil && lookup.codes[coding.code] != nil)
      #expect(codings.insert("\(coding.segment) \(coding.code) \(coding.coder)").inserted)
    }
    for evidence in study.evidence {
      let configuration = try #require(lookup.configurations[evidence.configuration])
      #expect(evidence.elements.allSatisfy { id in configuration.elements.contains { $0.id == id } })
      #expect(lookup.segments[evidence.segment] != nil)
    }
    for link in study.links { #expect(lookup.factors[link.from] != nil && lookup.factors[link.to] != nil) }
    #expect(study.codes.allSatisfy { Code.isValid(name: $0.name) })
    let ids =
      study.segments.map(\.id.description) + study.codings.map(\.id.description)
      + study.codes.map(\.id.description)
    #expect(Set(ids).count == ids.count)
  }
}
