import RealistModel
import RealistSamples
import Testing

@testable import RealistStore

@Suite("Coded sources")
struct CodedSourceTests {
  /// What is left of a source's listing, as text that can be compared.
  private func lines(_ coded: CodedSource) -> [String] {
    coded.segments.map { one in
      let segment = one.segment
      let codings = one.codings.map { "\($0.id) \($0.code) \($0.coder)" }
      return "\(coded.source.name) \(coded.revision) \(segment.span.start) \(segment.span.end) \(codings)"
    }
  }

  private func workshopStore() throws -> (Workshop, StudyStore) {
    let workshop = try Workshop()
    let sample = Sample(size: Sample.Size(sources: 4, codingsPerSource: 40, codes: 12, wordsPerSource: 400))
    let store = try StudyStore.create(
      workshop.path, contents: sample.contents(), entry: workshop.note("sample"))
    try store.change(workshop.note("mark")) { writer in
      let source = try writer.reader.sources()[1]
      let text = try writer.reader.text(of: source.id, revision: source.revision)
      try writer.segment(at: TextSpan(start: 0, end: 7), of: source, text: text)
    }
    return (workshop, store)
  }

  @Test("beginning at the codes gives what looking through all segments gives", arguments: 1...6)
  func twoRoads(every: Int) throws {
    let (_, store) = try workshopStore()
    try store.read { reader in
      let codes = Set(try reader.codes().enumerated().filter { $0.offset % every == 0 }.map(\.element.id))
      let sources = Set(try reader.sources().map(\.id).prefix(3))
      let coders = Set(try reader.codings().map(\.coder)).sorted()
      for coder in [nil] + coders {
        var (direct, filtered) = ([String](), [String]())
        try reader.forEachCodedSource(codes: codes, sources: sources, coder: coder) { direct += lines($0) }
        try reader.forEachCodedSource(sources: sources) { coded in
          var coded = coded
          for place in coded.segments.indices {
            coded.segments[place].codings.removeAll {
              !codes.contains($0.code) || (coder ?? $0.coder) != $0.coder
            }
          }
          coded.segments.removeAll(where: \.codings.isEmpty)
          filtered += lines(coded)
        }
        #expect(direct == filtered)
        #expect(!direct.isEmpty)
      }
    }
  }

  @Test(
    "a passage without a code is in every listing but that of codes; a coder's listing has that coder's marks"
  )
  func highlights() throws {
    let (_, store) = try workshopStore()
    func count(codes: Set<ID<Code>>? = nil, coder: String? = nil, keeping: Bool = false) throws -> Int {
      var count = 0
      try store.read { reader in
        try reader.forEachCodedSource(codes: codes, coder: coder, keepingHighlights: keeping) { coded in
          count += coded.segments.count(where: \.codings.isEmpty)
        }
      }
      return count
    }
    let all = try count()
    #expect(all >= 1)
    #expect(try count(codes: [], keeping: true) == all)
    #expect(try count(codes: Set(store.read { try $0.codes().map(\.id) })) == 0)
    #expect(try count(coder: "Iris") == 1)
    #expect(try count(coder: "nobody") == 0)
  }
}
