import RealistAnalysis
import RealistModel
import RealistSamples
import Testing

@testable import RealistStore

/// What the store counts in its indexes is what one finds by going through the lists.
@Suite("Counts")
struct CountTests {
  /// A store after random changes, in which there are three coders, highlights, segments with several codes, segments that stayed with an
  /// older revision, and a source that nobody coded.
  private func randomStore(seed: UInt64) throws -> (Workshop, StudyStore) {
    let workshop = try Workshop()
    let sample = Sample(
      size: Sample.Size(sources: 8, codingsPerSource: 30, codes: 9, wordsPerSource: 300), seed: seed)
    let store = try StudyStore.create(
      workshop.path, contents: sample.contents(), entry: workshop.note("sample"))
    var changes = RandomChanges(seed: seed, workshop: workshop)
    for _ in 0..<30 { try changes.step(store) }
    let added = sample.source(109)
    try store.change(workshop.note("add", coder: "Émile")) { writer in
      _ = try workshop.addSource("Z9", "INT: What then?\nP01: nothing at all", to: writer)
      try writer.add(added.source, added.revision)
      let code = try writer.addCode(path: "area/émile").id
      for (place, turn) in added.revision.turns.prefix(9).enumerated() {
        let segment = try writer.segment(at: turn.span, of: added.source, text: added.revision.text).segment
        if place > 1 { try writer.tag(segment.id, with: code) }
        if place > 3 { try writer.tag(segment.id, with: writer.addCode(path: "area/other").id) }
      }
    }
    try store.change(workshop.note("revise")) { writer in
      let revision = Revision(
        source: added.source.id, number: 2, text: try SourceText("ANA: Something else altogether"),
        imported: writer.time, reason: "a test")
      let carried = try writer.reader.segments(of: added.source.id).prefix(1).map { segment in
        (segment: segment.id, to: try TextSpan(start: 5, end: 9))
      }
      try writer.revise(added.source, with: revision, carried: carried)
    }
    return (workshop, store)
  }

  @Test("a study's numbers are those of its lists", arguments: 1...8 as ClosedRange<UInt64>)
  func study(seed: UInt64) throws {
    let (_, store) = try randomStore(seed: seed)
    let (study, counts) = try store.read { (try $0.study(), try $0.counts()) }
    let coded = Set(study.codings.map(\.segment))
    let codedSources = Set(study.segments.filter { coded.contains($0.id) }.map(\.source))
    #expect(counts.segments == study.segments.count && counts.codings == study.codings.count)
    #expect(counts.highlights == study.segments.count { !coded.contains($0.id) })
    #expect(counts.highlights > 0 && counts.coders.count > 2)
    #expect(counts.coders == Set(study.codings.map(\.coder)).sorted())
    #expect(
      counts.uncodedSources == study.sources.filter { !codedSources.contains($0.id) }.map(\.name))
    #expect(counts.uncodedSources.contains("Z9"))
    #expect(counts.sources == Dictionary(grouping: study.sources, by: \.kind).mapValues(\.count))
    #expect(counts.words == study.sources.map(\.words).reduce(0, +))
    #expect(counts.participants == study.participants.count && counts.codes == study.codes.count)
    #expect(counts.withdrawnParticipants == study.participants.count { $0.withdrawn != nil })
    #expect(counts.evidence == Dictionary(grouping: study.evidence, by: \.bearing).mapValues(\.count))
    #expect(
      counts.configurations == Dictionary(grouping: study.configurations, by: \.status).mapValues(\.count))
    let spokenTo = Set(study.evidence.map(\.configuration))
    #expect(
      counts.configurationsWithoutEvidence
        == study.configurations.filter { !spokenTo.contains($0.id) }.map(\.key))
    #expect(counts.theories == study.theories.count && counts.factors == study.factors.count)
    #expect(counts.links == study.links.count && counts.loops == study.loops.count)
    #expect(counts.memos == study.memos.count && counts.recommendations == study.recommendations.count)
  }

  @Test("a source's numbers are those of its lists", arguments: 1...8 as ClosedRange<UInt64>)
  func sources(seed: UInt64) throws {
    let (_, store) = try randomStore(seed: seed)
    try store.read { reader in
      let (study, counts) = (try reader.study(), try reader.sourceCounts())
      let coded = Dictionary(grouping: study.codings, by: \.segment)
      #expect(counts.values.contains { $0.leftBehind > 0 })
      for source in study.sources {
        let own = study.segments.filter { $0.source == source.id }
        var expected = SourceCounts()
        expected.turns = try reader.turns(of: source.id, revision: source.revision).count
        expected.segments = own.count { $0.revision == source.revision }
        expected.leftBehind = own.count { $0.revision < source.revision }
        expected.highlights = own.count { coded[$0.id] == nil }
        expected.codings = own.reduce(0) { $0 + (coded[$1.id]?.count ?? 0) }
        #expect(counts[source.id] ?? SourceCounts() == expected)
      }
    }
  }

  @Test(
    "each segment that bears a code comes once, with its codes and the one who said it",
    arguments: 1...8 as ClosedRange<UInt64>)
  func segments(seed: UInt64) throws {
    let (_, store) = try randomStore(seed: seed)
    try store.read { reader in
      var found: [SegmentCodes] = []
      try reader.forEachCodedSegment { found.append($0) }
      let (study, words) = (try reader.study(), try reader.words(of: reader.segments()))
      let codings = Dictionary(grouping: study.codings, by: \.segment)
      let expected = study.segments.compactMap { segment in
        codings[segment.id].map { codings in
          SegmentCodes(
            source: segment.source, participant: words[segment.id]?.participant,
            codes: codings.map(\.code).sorted())
        }
      }
      for index in found.indices { found[index].codes.sort() }
      #expect(found.contains { $0.participant != nil } && found.contains { $0.codes.count > 1 })
      #expect(found.count == expected.count)
      #expect(
        Dictionary(grouping: found, by: \.self).mapValues(\.count)
          == Dictionary(grouping: expected, by: \.self).mapValues(\.count))
    }
  }

  @Test("how far each source has come is what its lists say", arguments: 1...8 as ClosedRange<UInt64>)
  func progress(seed: UInt64) throws {
    let (_, store) = try randomStore(seed: seed)
    let (study, progress, totals) = try store.read { reader in
      (try reader.study(), try reader.progress(of: reader.sources()), try reader.totals())
    }
    #expect(progress.count == study.sources.count)
    let segments = Dictionary(study.segments.map { ($0.id, $0) }) { first, _ in first }
    for row in Coverage(study).rows {
      let one = try #require(progress[row.source.id])
      let own = study.codings.filter { segments[$0.segment]?.source == row.source.id }
      #expect(one.segments == row.segments && one.coded == row.coded)
      #expect(one.codings == own.count)
      #expect(one.codes == Dictionary(grouping: own, by: \.code).mapValues(\.count))
      let times =
        own.map(\.created) + study.segments.filter { $0.source == row.source.id }.map(\.created)
      #expect(one.touched == times.max())
    }
    #expect(progress.values.contains { $0.coded > 0 } && progress.values.contains { $0.touched == nil })
    #expect(totals.segments == study.segments.count && totals.codings == study.codings.count)
    #expect(totals.sources == study.sources.count && totals.words == study.sources.map(\.words).reduce(0, +))
    #expect(totals.evidence == study.evidence.count && totals.links == study.links.count)
    #expect(totals.participants == study.participants.count && totals.codes == study.codes.count)
    #expect(totals.configurations == study.configurations.count && totals.factors == study.factors.count)
  }

  @Test("the passages of one revision come with their codings, in order of place", arguments: [1, 2, 3])
  func codedSegments(seed: UInt64) throws {
    let (_, store) = try randomStore(seed: seed)
    try store.read { reader in
      let (all, evidence) = (try reader.codings(), try reader.evidence())
      for source in try reader.sources() {
        #expect(try reader.source(source.id) == source)
        let coded = try reader.codedSegments(of: source.id, revision: source.revision)
        #expect(
          try coded.map(\.segment) == reader.segments(of: source.id, revision: source.revision))
        let evidenced = try reader.configurations(evidencedIn: source.id, revision: source.revision)
        for one in coded {
          #expect(one.codings == all.filter { $0.segment == one.segment.id })
          let own = Set(evidence.filter { $0.segment == one.segment.id }.map(\.configuration))
          #expect(Set(evidenced[one.segment.id] ?? []) == own)
          #expect(try reader.configurations(evidencedBy: one.segment.id) == evidenced[one.segment.id] ?? [])
        }
      }
      #expect(try reader.configurationKeys().map(\.id) == reader.configurations().map(\.id))
      #expect(try reader.source(ID(high: 9, low: 9)) == nil)
    }
  }
}
