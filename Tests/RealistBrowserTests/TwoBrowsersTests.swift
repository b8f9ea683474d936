import Foundation
import TestSupport
import Testing

extension BrowserSuite {
  @Test(
    "two browsers make 500 random edits at once, and end with equal pages and a sound study",
    .enabled(
      if: ProcessInfo.processInfo.environment["REALIST_LONG"] != nil, "takes minutes: set REALIST_LONG"))
  func twoBrowsers() throws {
    try Self.withServed { served in
      let source = try #require(try served.sourceID("P01"))
      let coders = ["Ada", "Bea"].enumerated().map { place, name in
        RandomCoder(name: name, address: served.address, source: source, seed: UInt64(place + 1), count: 250)
      }
      let outcomes = try RandomCoder.together(coders)
      try #require(outcomes.count == 2)
      #expect(outcomes.reduce(0) { $0 + $1.done } > 400, "too few edits came about to mean anything")
      #expect(outcomes[0].shown == outcomes[1].shown)
      for outcome in outcomes {
        #expect(outcome.shown == outcome.shownAgain, "what is shown is not what the study has")
        #expect(outcome.complaints.filter { !$0.contains(" 409 ") && !$0.contains(" 404 ") } == [])
      }
      #expect(try served.quotes(of: "P01").count > 55)
      try served.requireSound()
    }
  }

  @Test(
    "the server is killed ten times while two browsers tag, and each tag is there once",
    .enabled(
      if: ProcessInfo.processInfo.environment["REALIST_LONG"] != nil, "takes minutes: set REALIST_LONG"))
  func killedServer() throws {
    try Self.withServed { served in
      let source = try #require(try served.sourceID("P03"))
      let coders = ["Ada", "Bea"].enumerated().map { place, name in
        RandomCoder(
          name: name, address: served.address, source: source, seed: UInt64(place + 7), count: 80,
          onlyTags: true)
      }
      var (kills, random) = (0, SplitMix64(seed: 3))
      let outcomes = try RandomCoder.together(coders) { areDone in
        while kills < 10 {
          Thread.sleep(forTimeInterval: .random(in: 0.2...1.2, using: &random))
          served.kill()
          kills += 1
          Thread.sleep(forTimeInterval: .random(in: 0...0.4, using: &random))
          try served.start()
          if areDone() { break }
        }
      }
      try #require(outcomes.count == 2)
      #expect(kills == 10, "the work was done after \(kills) kills")
      #expect(outcomes[0].shown == outcomes[1].shown)
      let quotes = try served.quotes(of: "P03")
      for (coder, outcome) in zip(coders, outcomes) {
        #expect(outcome.shown == outcome.shownAgain)
        #expect(outcome.tagged.count > 70, "too few tags came about to mean anything")
        for code in outcome.tagged {
          let found = quotes.filter { $0.codes.contains(code) }
          #expect(found.count == 1, "\(code) stands on \(found.count) passages")
          #expect(found.allSatisfy { $0.coders.contains(coder.name) })
        }
      }
      let entries = try served.realist("log", "--format", "json").output
      for code in outcomes.flatMap(\.tagged) {
        #expect(entries.components(separatedBy: code + "\"").count <= 2, "\(code) was sent twice")
      }
      try served.requireSound()
    }
  }
}
