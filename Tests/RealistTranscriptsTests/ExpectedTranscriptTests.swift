import Foundation
import RealistFormats
import RealistTranscripts
import TestSupport
import Testing

/// The turns that a fixture's `.expected.json` states.
private struct ExpectedTranscript: Decodable {
  struct Turn: Decodable {
    var speaker: String?
    var start_ms: Int?
    var end_ms: Int?
    var text: String
  }
  var turns: [Turn]
}

@Suite("Synthetic transcripts", .needsFixtures)
struct ExpectedTranscriptTests {
  static let names = [
    "bracket_before_speaker.txt", "bracket_word_online_paste.txt", "google_meet_paragraphs.txt", "messy.srt",
    "noscribe.txt",
    "otter_export.txt",
    "plain_bracket.txt", "plain_colon.txt", "plain_tab.txt", "rev.txt", "stream_classic_confidence.vtt",
    "teams_graph_api.vtt", "teams_stream_current.vtt", "whisper.srt", "whisper.txt", "whisper.vtt",
    "youtube_auto_rolling.vtt", "zoom_cloud.vtt",
  ]

  @Test("A transcript of each grammar has the turns that are expected of it", arguments: names)
  func turnsAreExpected(name: String) throws {
    let json = try fixture("transcripts-synthetic/\(name).expected.json")
    let expected = try JSONDecoder().decode(ExpectedTranscript.self, from: Data(json))
    try #require(!expected.turns.isEmpty)
    let transcript = try Fixtures.transcript("transcripts-synthetic/\(name)")
    #expect(
      transcript.expectedForm
        == expected.turns.map { ExpectedTurn($0.speaker, $0.text, $0.start_ms, $0.end_ms) })
  }
}
