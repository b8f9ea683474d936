import RealistFormats
import RealistModel
import RealistTranscripts
import TestSupport
import Testing

@Suite("Real transcripts", .needsFixtures)
struct FixtureFilesTests {
  static let files = Fixtures.files(
    in: [
      "corpus-md", "transcripts-docx", "transcripts-md", "transcripts-srt", "transcripts-synthetic",
      "transcripts-txt",
      "transcripts-vtt", "transcripts-odt", "transcripts-rtf", "transcripts-html", "transcripts-json",
      "equivalents",
    ],
    endings: [
      "md", "vtt", "srt", "docx", "txt", "odt", "rtf", "html", "json", "sbv", "tsv", "otr", "cha",
    ]
  ).filter { !$0.hasSuffix(".expected.json") && !$0.hasSuffix("_specimen.json") }

  @Test("The folders have the files that the tests are about")
  func filesAreThere() {
    #expect(Self.files.count { $0.hasPrefix("corpus-md/") } == 100)
    #expect(Self.files.count { $0.hasSuffix(".vtt") } >= 13)
    #expect(Self.files.count { $0.hasSuffix(".docx") } >= 11)
    #expect(Self.files.count { $0.hasSuffix(".odt") } >= 13)
    for ending in ["rtf", "html", "json", "sbv", "tsv", "otr", "cha"] {
      #expect(Self.files.contains { $0.hasSuffix("." + ending) }, "\(ending)")
    }
  }

  @Test("Every file imports, and every turn's span lies on its words in all three units", arguments: files)
  func spansRoundTrip(path: String) throws {
    let transcript = try Fixtures.transcript(path)
    #expect(!transcript.turns.isEmpty)
    checkSpans(transcript)
  }

  @Test(
    "A podcast's transcript in Markdown has a turn for each bold name",
    arguments: files.filter { $0.hasPrefix("corpus-md/") })
  func corpusTurns(path: String) throws {
    let lines = String(decoding: try fixture(path), as: UTF8.self).split(separator: "\n")
    let transcript = try Fixtures.transcript(path)
    let labelled = lines.compactMap { line -> String? in
      guard line.hasPrefix("**"), let end = line.range(of: ":**") else { return nil }
      return String(line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound])
    }
    let counts = Dictionary(grouping: labelled, by: \.self).mapValues(\.count)
    for candidate in transcript.speakers {
      #expect(candidate.occurrences >= (counts[candidate.name] ?? 0))
    }
    for (name, count) in counts where count > 1 {
      #expect(transcript.acceptedNames.contains(name), "\(name)")
    }
    #expect(transcript.turns.allSatisfy { !transcript.text[$0.span].hasPrefix("**") })
  }
}

/// Each span lies in the text, in order, on trimmed words, and converts to UTF-8 and UTF-16 and back.
func checkSpans(_ transcript: ImportedTranscript) {
  let text = transcript.text
  let scalars = Array(text.string.unicodeScalars)
  var end = 0
  for turn in transcript.turns {
    #expect(turn.span.start >= end && turn.span.end <= scalars.count)
    end = turn.span.end
    let words = String(text[turn.span])
    #expect(Array(words.unicodeScalars) == Array(scalars[turn.span.range]))
    #expect(words.trimmed.utf8.count == words.utf8.count)
    for offset in [turn.span.start, turn.span.end] {
      #expect(text.scalarOffset(ofUTF8: text.utf8Offset(ofScalar: offset)) == offset)
      #expect(text.scalarOffset(ofUTF16: text.utf16Offset(ofScalar: offset)) == offset)
    }
    #expect(turn.participant == nil)
  }
}
