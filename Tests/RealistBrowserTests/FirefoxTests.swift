import Foundation
import TestSupport
import Testing

extension BrowserSuite {
  private static let python = PeerProgram.python(with: "websocket")

  /// What was seen there: how many of everything, and what stood on the console.
  private struct Seen: Decodable {
    var sources, marks, codes, configurations, people: Int
    var theoryOfChange, table: Int
    var complaints: [String]

    enum CodingKeys: String, CodingKey {
      case sources, marks, codes, configurations, people, complaints
      case theoryOfChange = "theory-of-change"
      case table = "tables/cmo"
    }
  }

  @Test(
    "Firefox: a passage is tagged by mouse and one by keys, others are seen, every view opens, and the study has it all",
    .enabled(if: PeerProgram.path(of: "firefox-esr") != nil, "firefox-esr is not installed"),
    .enabled(if: python != nil, "the Python package websocket-client is not installed"))
  func firefox() throws {
    try Self.withServed { served in
      let profile = served.folder.appending(path: "profile")
      try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
      let words = "more than I do with most sheets"
      let done = try PeerProgram.run(
        try #require(Self.python),
        [PeerProgram.script("firefox.py"), served.address, profile.path(), words])
      try #require(done.status == 0, "\(String(decoding: done.output, as: UTF8.self))")
      let seen = try JSONDecoder().decode(Seen.self, from: done.output)
      #expect(seen.complaints == [])
      #expect(seen.sources == 10 && seen.configurations == 12 && seen.people == 14 && seen.table == 12)
      #expect(seen.marks > 20 && seen.codes > 60 && seen.theoryOfChange > 20)
      let made = try served.quotes(of: "P01").filter { $0.codes.contains { $0.hasPrefix("firefox/") } }
      let byCode = Dictionary(uniqueKeysWithValues: made.map { ($0.codes[0], $0) })
      #expect(byCode.keys.sorted() == ["firefox/by-keys", "firefox/by-mouse", "firefox/elsewhere"])
      #expect(byCode["firefox/by-mouse"]?.quote == words)
      #expect(byCode["firefox/by-keys"]?.quote.contains(words) == true)
      #expect(byCode["firefox/elsewhere"]?.quote == "more")
      #expect(byCode["firefox/elsewhere"]?.coders == ["Bea"])
      try served.requireSound()
    }
  }
}
