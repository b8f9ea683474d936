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
  static let names: [String] = {
    let found = (try? fixtures(in: "transcripts-synthetic", suffix: ".expected.json")) ?? []
    return found.compactMap {
      $0.split(separator: "/").last.map { String($0.dropLast(".expected.json".count)) }
    }
  }()

  @Test("There are turns to expect of every grammar")
  func expectationsAreThere() {
    #expect(Self.names.count >= 32)
  }

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
