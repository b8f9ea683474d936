import Foundation
import RealistFolder
import TestSupport
import Testing

@Suite("Damaged study folders")
struct DamagedStudyFileTests {
  private static let corpus = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fuzz/Corpus/StudyFiles")

  private static func seeds() throws -> [[UInt8]] {
    let files = try FileManager.default.contentsOfDirectory(at: corpus, includingPropertiesForKeys: nil)
    return try files.sorted { $0.path < $1.path }.map { [UInt8](try Data(contentsOf: $0)) }
  }

  /// Whether an input ended as it should: with an error in words, or with a study that goes through a folder unchanged.
  private func endsWell(_ input: [UInt8]) -> Bool {
    do throws(FolderError) {
      return try StudyFileInput.isStable(input)
    } catch {
      return error.count > 0 && error.problems.allSatisfy { !$0.message.isEmpty }
    }
  }

  @Test("the fuzzer's corpus ends well, and its seeds are read")
  func corpus() throws {
    let seeds = try Self.seeds()
    try #require(seeds.count > 8)
    for seed in seeds { #expect(endsWell(seed)) }
    #expect(seeds.filter { (try? StudyFileInput.isStable($0)) == true }.count > 8)
  }

  @Test("a file that is cut anywhere, or damaged at random, ends well", arguments: 0..<8 as Range<UInt64>)
  func damaged(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for var input in try Self.seeds() {
      for _ in 0..<10 {
        let copy = input
        switch Int.random(in: 0..<3, using: &random) {
        case 0: input.removeLast(Int.random(in: 0..<input.count, using: &random))
        case 1:
          input[Int.random(in: 0..<input.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        default:
          let place = Int.random(in: 0..<input.count, using: &random)
          input.insert(contentsOf: copy.suffix(from: place).prefix(20), at: place)
        }
        #expect(endsWell(input), "\(String(decoding: input, as: UTF8.self).debugDescription)")
        input = copy
      }
    }
  }
}
