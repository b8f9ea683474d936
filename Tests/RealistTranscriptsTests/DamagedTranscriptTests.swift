import Foundation
import RealistFormats
import RealistTranscripts
import TestSupport
import Testing

@Suite("Damaged transcripts")
struct DamagedTranscriptTests {
  /// The seeds of the fuzz target: a small file of each grammar.
  static let corpus: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted()
  }()
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fuzz/Corpus/Transcripts")

  private static func input(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// A sentence, or a sound transcript; anything else fails the test.
  private func isHandled(_ input: [UInt8]) -> Bool {
    do throws(ImportError) {
      return TranscriptInput.isSound(try TranscriptInput.read(input))
    } catch {
      return error.message.hasPrefix("interview: ") || error.message.hasPrefix("interview:")
    }
  }

  @Test("The corpus has a file of each grammar, and all of them are read")
  func corpusIsRead() throws {
    #expect(Self.corpus.count >= 43)
    for name in Self.corpus {
      let input = try Self.input(name)
      #expect(TranscriptInput.isSound(try TranscriptInput.read(input)), "\(name)")
    }
  }

  @Test("Cut at any byte, a file is an error or a sound transcript", arguments: corpus)
  func truncation(name: String) throws {
    let input = try Self.input(name)
    for length in 0..<input.count where !isHandled(Array(input[..<length])) {
      Issue.record("\(name) cut at \(length)")
    }
  }

  @Test("Changed at random, a file is an error or a sound transcript", arguments: corpus)
  func damage(name: String) throws {
    let input = try Self.input(name)
    for seed in 0..<UInt64(2000 / Self.corpus.count + 1) {
      var random = SplitMix64(seed: seed)
      let damaged = Self.damaged(input, &random)
      if !isHandled(damaged) { Issue.record("\(name), seed \(seed)") }
    }
  }

  /// One to eight changes: a byte set, a stretch removed, repeated or moved.
  private static func damaged(_ input: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = input
    for _ in 0..<Int.random(in: 1...8, using: &random) where bytes.count > 4 {
      let start = Int.random(in: 2..<bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 1...24, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
      case 1:
        bytes[start] =
          [0x0a, 0x0d, 0x3a, 0x3c, 0x26, 0x2a, 0x5b, 0x00, 0xff].randomElement(using: &random) ?? 0
      case 2: bytes.removeSubrange(start..<end)
      case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
      default:
        let moved = Array(bytes[start..<end])
        bytes.removeSubrange(start..<end)
        bytes.insert(contentsOf: moved, at: Int.random(in: 2...bytes.count, using: &random))
      }
    }
    return bytes
  }

  @Test("A Teams file cut at any byte is refused, or has the turns it should have up to there")
  func truncatedTeams() throws {
    let input = Array(try Self.input("teams").dropFirst(2))
    let text = String(decoding: input, as: UTF8.self)
    let cues = text.components(separatedBy: "\n\n").dropFirst()
    #expect(cues.count > 4)
    var read = 0
    for length in 0..<input.count {
      guard let transcript = try? TranscriptReader.read(Array(input[..<length]), fileName: "x.vtt") else {
        continue
      }
      read += 1
      for words in transcript.words.dropLast(2) {
        #expect(
          ["One & two three", "One again three", "One again", "tail", "three", "four"].contains(words),
          "\(length)")
      }
    }
    #expect(read > 10)
  }

  @Test("Real files cut at many places are errors or sound transcripts", .needsFixtures)
  func truncatedFixtures() throws {
    let files = Fixtures.files(
      in: ["transcripts-synthetic", "transcripts-vtt", "transcripts-docx", "equivalents"],
      endings: ["vtt", "srt", "docx", "md"])
    #expect(files.count > 20)
    for path in files {
      let bytes = try fixture(path)
      for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
        let format = path.hasSuffix("docx") ? "d-" : path.hasSuffix("md") ? "m-" : "--"
        if !isHandled(Array(format.utf8) + bytes[..<length]) { Issue.record("\(path) cut at \(length)") }
      }
    }
  }
}
