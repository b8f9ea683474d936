import Foundation
import RealistExchange
import TestSupport
import Testing

/// What the fuzzer starts from, by name.
private func corpus(testFile: String = #filePath) throws -> [(name: String, bytes: [UInt8])] {
  let tests = try #require(testFile.range(of: "/Tests/"))
  let folder = URL(fileURLWithPath: String(testFile[..<tests.upperBound])).appendingPathComponent(
    "Fuzz/Corpus/Projects")
  return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
    (name, [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))))
  }
}

@Suite("Damaged projects") struct DamagedProjectTests {
  /// Reads bytes; either way it has to end well.
  private func read(_ bytes: [UInt8], _ name: String) {
    do throws(ExchangeError) {
      let project = try ProjectInput.read(bytes)
      #expect(ProjectInput.isSound(project), "\(name)")
    } catch {
      #expect(!error.message.isEmpty && error.hint?.isEmpty == false, "\(name)")
    }
  }

  @Test("what the fuzzer starts from is read as it is")
  func whole() throws {
    let files = try corpus()
    try #require(files.count >= 8)
    for (name, bytes) in files {
      let project = try ProjectInput.read(bytes)
      #expect(ProjectInput.isSound(project), "\(name)")
      if name != "codebook-qdc" { #expect(!project.contents.study.codings.isEmpty, "\(name)") }
    }
  }

  @Test("cut at any byte, it is refused or read")
  func cut() throws {
    for (name, bytes) in try corpus() {
      let step = name.hasPrefix("project") || bytes.count < 2_000 ? 1 : 37
      for length in stride(from: 0, to: bytes.count, by: step) {
        read(Array(bytes[..<length]), "\(name) \(length)")
      }
    }
  }

  @Test("with bytes changed at random, it is refused or read", arguments: 0..<30)
  func changed(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for (name, bytes) in try corpus() {
      var bytes = bytes
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      read(bytes, "\(name) \(seed)")
    }
  }
}
