import Foundation
import RealistAnalysis
import RealistModel
import TestSupport
import Testing

struct QuoteTests {
  @Test(
    "context is the rest of the turn and the turns around it",
    arguments: [
      (1, ["S1:one 🙂", "S2:two"], ["S2:twice", "S3:three"]), (0, [], []),
      (5, ["S1:one 🙂", "S2:two"], ["S2:twice", "S3:three", "S4:four"]),
    ])
  func turns(around: Int, before: [String], after: [String]) throws {
    let text = try SourceText("A: one 🙂\nB: two again twice\nA: three\nB: four")
    let turns = try ["one 🙂", "two again twice", "three", "four"].enumerated().map { number, words in
      Turn(span: try span(of: words, in: text), speaker: "S\(number + 1)")
    }
    let context = QuoteContext.around(try span(of: "again", in: text), in: text, turns: turns, count: around)
    let shown = { (turn: Quote.ContextTurn) in (turn.speaker ?? "") + ":" + turn.words }
    #expect(context.before.map(shown) == before && context.after.map(shown) == after)
  }

  @Test("a quote across turns has the rest of both around it; a whole turn has none of its own")
  func across() throws {
    let text = try SourceText("ab cd\nef gh\nij")
    let turns = try ["ab cd", "ef gh", "ij"].map { Turn(span: try span(of: $0, in: text)) }
    let both = QuoteContext.around(try span(of: "cd\nef", in: text), in: text, turns: turns, count: 1)
    #expect(both.before.map(\.words) == ["ab"] && both.after.map(\.words) == ["gh", "ij"])
    let whole = QuoteContext.around(try span(of: "ef gh", in: text), in: text, turns: turns, count: 1)
    #expect(whole.before.map(\.words) == ["ab cd"] && whole.after.map(\.words) == ["ij"])
  }

  @Test("a text without turns is taken line by line")
  func lines() throws {
    let text = try SourceText("first\n\nsecond line\nthird\n")
    let context = QuoteContext.around(try span(of: "second", in: text), in: text, turns: [], count: 1)
    #expect(context.before.map(\.words) == ["first"] && context.after.map(\.words) == ["line", "third"])
  }

  private func span(of words: String, in text: SourceText) throws -> TextSpan {
    let range = try #require(text.string.range(of: words))
    let start = text.string.unicodeScalars.distance(from: text.string.startIndex, to: range.lowerBound)
    return try TextSpan(start: start, end: start + words.unicodeScalars.count)
  }

  @Test("codes come in codebook order and once, coders sorted; a highlight names who marked it")
  func maker() throws {
    let example = ExampleStudy()
    let maker = QuoteMaker(example.study, try example.lookup())
    let (segment, source) = (example.study.segments[0], example.study.sources[0])
    let coding = { (path: String, coder: String) in
      Coding(
        id: ID(high: 1, low: 1), segment: segment.id, code: example.code(path), coder: coder,
        created: ExampleStudy.start)
    }
    let codings = [
      coding("outcomes/leaving", "zoe"), coding("contexts", "ann"), coding("outcomes/leaving", "ann"),
    ]
    let words = QuoteWords(words: "w", participant: example.study.participants[3].id)
    let quote = maker.quote(segment, codings: codings, words: words, source: source)
    #expect(quote.codes == ["contexts", "outcomes/leaving"] && quote.coders == ["ann", "zoe"])
    #expect(quote.attribution == "(Participant 4)" && quote.isWithdrawn && quote.participant == "P04")
    let highlight = maker.quote(
      segment, codings: [], words: QuoteWords(words: "w", speaker: "Interviewer"), source: source)
    #expect(
      highlight.codes.isEmpty && highlight.coders == ["ann"] && highlight.attribution == "(Interviewer)")
  }

  @Test("a quote nobody is named for is withdrawn when everybody in the source has withdrawn")
  func withdrawnSource() throws {
    let example = ExampleStudy()
    let maker = QuoteMaker(example.study, try example.lookup())
    let withdrawn = example.study.sources.filter { source in
      maker.quote(example.study.segments[0], codings: [], words: QuoteWords(words: "w"), source: source)
        .isWithdrawn
    }
    #expect(withdrawn.map(\.name) == ["I3"])
  }

  @Test("a pattern that names the source is filled for each quote")
  func sourcePattern() throws {
    let example = ExampleStudy()
    let maker = QuoteMaker(
      participants: example.study.participants, codes: try example.lookup().codes,
      attribution: AttributionPattern("[{id} in {source}]"))
    let words = QuoteWords(words: "w", participant: example.study.participants[0].id)
    for source in example.study.sources {
      let quote = maker.quote(example.study.segments[0], codings: [], words: words, source: source)
      #expect(quote.attribution == "[P01 in \(source.name)]")
    }
  }

  @Test("a tally counts quotes, sources and participants once")
  func tally() throws {
    let example = ExampleStudy()
    let lookup = try example.lookup()
    let maker = QuoteMaker(example.study, lookup)
    let quotes = example.study.segments.compactMap { segment in
      lookup.sources[segment.source].map {
        maker.quote(
          segment, codings: [], words: example.words[segment.id] ?? QuoteWords(words: ""), source: $0)
      }
    }
    let tally = QuoteTally(quotes)
    #expect(tally.quotes == 11 && tally.sources.count == 5 && tally.participants.count == 5)
    #expect(tally.unattributed == 1)
  }

  @Test("a coded source hands out its quotes in order, words after an emoji included")
  func codedSource() throws {
    let example = ExampleStudy()
    let (text, spans) = try marked("Ida: 🙂👩‍👩‍👧 ⟦it held⟧\nBram: ⟦and ⟦I⟧ came back⟧")
    let turns = [
      Turn(
        span: try TextSpan(start: 5, end: spans[0].end), speaker: "Ida",
        participant: example.study.participants[0].id),
      Turn(span: spans[1], speaker: "Bram"),
    ]
    let segments = spans.enumerated().map { place, span in
      Segment(
        id: ID(high: 30, low: UInt64(place)), source: example.study.sources[0].id, span: span,
        check: text.check(span),
        coder: "ann", created: ExampleStudy.start)
    }
    let source = CodedSource(
      source: example.study.sources[0], revision: 1, text: text, turns: turns,
      segments: segments.map { CodedSegment($0) })
    var quotes: [Quote] = []
    source.forEachQuote(QuoteMaker(example.study, try example.lookup()), context: 1) { quotes.append($0) }
    #expect(quotes.map(\.words) == ["it held", "and I came back", "I"])
    #expect(quotes.map(\.attribution) == ["(Participant 1)", "(Bram)", "(Bram)"])
    #expect(quotes[2].before.map(\.words) == ["🙂👩‍👩‍👧 it held", "and"])
  }
}
