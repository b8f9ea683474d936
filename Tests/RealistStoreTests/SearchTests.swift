import Foundation
import RealistModel
import RealistSamples
import Testing

@testable import RealistStore

@Suite("Search")
struct SearchTests {
  private func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Words are compared as FTS5's tokenizer does: in any case, with or without accents.
  private func folded(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).folding(
      options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  /// A hit of one word, found by going through all turns.
  private func hits(of word: String, in reader: StudyReader) throws -> [SearchHit] {
    try reader.sources().flatMap { source in
      let text = try reader.text(of: source.id, revision: source.revision)
      let turns = try reader.turns(of: source.id, revision: source.revision)
      return turns.enumerated().compactMap { place, turn -> SearchHit? in
        let scalars = Array(text[turn.span].unicodeScalars)
        let places = scalars.indices.filter { start in
          let end = start + word.unicodeScalars.count
          return end <= scalars.count
            && folded(scalars[start..<end]) == word
            && (start == 0 || !isPartOfWord(scalars[start - 1]))
            && (end == scalars.count || !isPartOfWord(scalars[end]))
        }
        let matches = places.compactMap {
          try? TextSpan(
            start: turn.span.start + $0, end: turn.span.start + $0 + word.unicodeScalars.count)
        }
        guard !matches.isEmpty else { return nil }
        return SearchHit(
          source: source.name, passage: turn.span, matches: matches,
          quote: text.quote(turn.span, turns: turns), turn: place + 1)
      }
    }
  }

  @Test(
    "a page of a search holds the first passages in which the word stands, marked, with speaker and turn",
    arguments: 1...5 as ClosedRange<UInt64>, [1, 7, 50, Int.max])
  func pages(seed: UInt64, limit: Int) throws {
    let workshop = try Workshop()
    let sample = Sample(
      size: Sample.Size(sources: 5, codingsPerSource: 10, codes: 3, wordsPerSource: 600), seed: seed)
    let store = try StudyStore.create(
      workshop.path, contents: sample.contents(), entry: workshop.note("sample"))
    try store.read { reader in
      let first = try reader.sources()[0]
      let text = try reader.text(of: first.id, revision: 1)
      let said = try reader.turns(of: first.id, revision: 1).map { folded(text[$0.span].unicodeScalars) }
      let words = Set(said.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }.map(String.init)).sorted()
      for word in words
      where word.unicodeScalars.allSatisfy(\.isASCII) && word.count > 1
        && (word == "the" || word.utf8.count % 5 == seed % 5)
      {
        let expected = try hits(of: word, in: reader)
        let page = try reader.searchPage(word, limit: limit)
        #expect(page.hits == Array(expected.prefix(limit)))
        #expect(page.count == expected.count)
        #expect(try reader.searchCount(word) == expected.count)
      }
      try #require(words.contains("the"))
    }
  }
}
