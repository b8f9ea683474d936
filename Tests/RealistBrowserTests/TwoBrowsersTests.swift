import Foundation
import TestSupport
import Testing

extension BrowserSuite {
  /// What the random edits begin from; `REALIST_SEED` repeats a run that failed.
  static let seeds = [ProcessInfo.processInfo.environment["REALIST_SEED"].flatMap(UInt64.init) ?? 1]

  @Test(
    "two browsers make 500 random edits at once, and end with equal pages and a sound study",
    arguments: seeds)
  func twoBrowsers(seed: UInt64) throws {
    try Self.withServed { served in
      let source = try #require(try served.sourceID("P01"))
      let coders = ["Ada", "Bea"].enumerated().map { place, name in
        RandomCoder(
          name: name, address: served.address, source: source, seed: seed &* 1000 + UInt64(place), count: 250)
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
    "the server is killed ten times while two browsers tag, and each tag is there once", arguments: seeds)
  func killedServer(seed: UInt64) throws {
    try Self.withServed { served in
      let source = try #require(try served.sourceID("P03"))
      let coders = ["Ada", "Bea"].enumerated().map { place, name in
        RandomCoder(
          name: name, address: served.address, source: source, seed: seed &* 1000 + UInt64(place), count: 80,
          onlyTags: true)
      }
      var (kills, random) = (0, SplitMix64(seed: seed))
      let outcomes = try RandomCoder.together(coders) { gone in
        while kills < 10 {
          while gone() < Double(kills + 1) / 12 { Thread.sleep(forTimeInterval: 0.002) }
          if gone() == 1 { break }
          Thread.sleep(forTimeInterval: .random(in: 0...0.1, using: &random))
          served.kill()
          kills += 1
          Thread.sleep(forTimeInterval: .random(in: 0...0.4, using: &random))
          try served.start()
        }
      }
      try #require(outcomes.count == 2)
      #expect(kills == 10, "the work was done after \(kills) kills")
      #expect(outcomes[0].shown == outcomes[1].shown)
      try requireOnce(outcomes, of: coders, in: served)
      try served.requireSound()
    }
  }

  /// Each tag is there, by its coder, and was made once.
  private func requireOnce(
    _ outcomes: [RandomCoder.Outcome], of coders: [RandomCoder], in served: Served
  ) throws {
    let quotes = try served.quotes(of: "P03")
    let entries = try served.realist("log", "--format", "json").output
    for (coder, outcome) in zip(coders, outcomes) {
      #expect(outcome.shown == outcome.shownAgain)
      #expect(outcome.tagged.count > 70, "too few tags came about to mean anything")
      for code in outcome.tagged {
        let found = quotes.filter { $0.codes.contains(code) }
        #expect(found.count == 1, "\(code) stands on \(found.count) passages")
        #expect(found.allSatisfy { $0.coders.contains(coder.name) })
        #expect(entries.components(separatedBy: " \(code)\"").count <= 2, "\(code) was sent twice")
      }
    }
  }
}
