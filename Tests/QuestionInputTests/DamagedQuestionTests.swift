import Foundation
import TestSupport
import Testing

@Suite("Damaged queries, filters, ratings, tables of context and reports")
struct DamagedQuestionTests {
  private static let corpus = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fuzz/Corpus/Questions")

  private static func seeds() throws -> [[UInt8]] {
    let files = try FileManager.default.contentsOfDirectory(at: corpus, includingPropertiesForKeys: nil)
    return try files.sorted { $0.path < $1.path }.map { [UInt8](try Data(contentsOf: $0)) }
  }

  @Test("the fuzzer's corpus ends well, whole and cut anywhere")
  func corpus() throws {
    let seeds = try Self.seeds()
    try #require(seeds.count > 8)
    for seed in seeds {
      for length in 0...seed.count {
        let input = Array(seed.prefix(length))
        #expect(QuestionInput.endsWell(input), "\(String(decoding: input, as: UTF8.self).debugDescription)")
      }
    }
  }

  @Test("damaged at random, they end well", arguments: 0..<8 as Range<UInt64>)
  func damaged(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for input in try Self.seeds() {
      for _ in 0..<50 {
        var damaged = input
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let place = Int.random(in: 1..<damaged.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: damaged[place] = UInt8.random(in: 0...255, using: &random)
          case 1: damaged.remove(at: place)
          default: damaged.insert(contentsOf: input.dropFirst(place).prefix(20), at: place)
          }
          if damaged.count < 2 { break }
        }
        #expect(
          QuestionInput.endsWell(damaged), "\(String(decoding: damaged, as: UTF8.self).debugDescription)")
      }
    }
  }
}
