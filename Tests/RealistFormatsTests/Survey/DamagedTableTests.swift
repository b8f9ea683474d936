import Foundation
import RealistFormats
import TestSupport
import Testing

@Suite("Damaged tables")
struct DamagedTableTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fuzz/Corpus/Tables")
  /// The seeds of the fuzz target.
  static let corpus: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .sorted()

  private static func input(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  private func isHandled(_ input: [UInt8]) -> Bool {
    do throws(ImportError) { return try TableInput.isSound(input) } catch {
      return error.message.hasPrefix("table:")
    }
  }

  @Test("The corpus has a table of each kind, and all of them are read")
  func corpusIsRead() throws {
    #expect(Self.corpus.count >= 7)
    for name in Self.corpus { #expect(try TableInput.isSound(Self.input(name)), "\(name)") }
  }

  @Test("Cut at any byte, a table is an error or holds together", arguments: corpus)
  func truncation(name: String) throws {
    let input = try Self.input(name)
    for length in 0..<input.count where !isHandled(Array(input[..<length])) {
      Issue.record("\(name) cut at \(length)")
    }
  }

  @Test("Changed at random, a table is an error or holds together", arguments: corpus)
  func damage(name: String) throws {
    let input = try Self.input(name)
    for seed in 0..<UInt64(200) {
      var random = SplitMix64(seed: seed)
      var bytes = input
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 1..<bytes.count, using: &random)
        bytes[place] =
          Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : bytes[Int.random(in: 1..<bytes.count, using: &random)]
      }
      if !isHandled(bytes) { Issue.record("\(name), seed \(seed)") }
    }
  }
}
