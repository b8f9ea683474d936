import Foundation
import RealistModel
import RealistStore
import TestSupport
import Testing

/// The program itself, as a process that can be killed.
private struct Program {
  /// Beside the bundle of the tests, where the package manager puts every product.
  static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
    path: "realist"
  ).path()

  let folder: URL

  /// Runs a command; kills it after a while when that is given.
  ///
  /// - Returns: whether it ended by itself with status 0.
  func run(_ words: [String], killAfter seconds: Double? = nil) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: Self.path)
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = ["REALIST_CODER": "Iris"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let seconds {
      Thread.sleep(forTimeInterval: seconds)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0
  }
}

@Suite("Killed at any moment")
struct KillTests {
  @Test(
    "after each of 200 kills during imports, tagging, undo and redo the study opens, is sound, and has every committed command",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: Program.path),
      "the program is not built beside the tests"))
  func killed() throws {
    try withTemporaryDirectory { folder in
      let path = folder.path()
      let program = Program(folder: URL(filePath: path))
      let file = path + "/study.realist"
      try #require(try program.run(["init", "study.realist", "--title", "Killed"]))
      var random = SplitMix64(seed: 7)
      var transcripts = 0
      for round in 0..<200 {
        let before = try entries(file)
        let words = try command(round, path, &transcripts, &random)
        // An import takes about 0.3 s in a debug build, other commands 0.1 s: the kill falls before, into and after the work.
        let longest = words[0] == "source" ? 0.4 : 0.15
        let finished = try program.run(words, killAfter: Double.random(in: 0...longest, using: &random))
        let after = try entries(file)
        #expect(Array(after.prefix(before.count)) == before, "round \(round): an entry was lost")
        #expect(after.count <= before.count + 1, "round \(round)")
        let wasRefused = words[0] == "undo" || words[0] == "redo"
        if finished { #expect(after.count == before.count + 1 || wasRefused, "round \(round): \(words)") }
        try requireSound(file)
      }
      let last = try entries(file)
      try #require(last.count > 30, "too few commands came through to mean anything")
      try #require(last.count < 200, "no command was killed")
    }
  }

  private func command(
    _ round: Int, _ path: String, _ transcripts: inout Int, _ random: inout SplitMix64
  ) throws -> [String] {
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1:
      transcripts += 1
      let name = "T\(transcripts).txt"
      let lines = (0..<400).map {
        "\($0.isMultiple(of: 2) ? "INT" : "P01"): line \($0) of \(name) about trust and time"
      }
      try Data(lines.joined(separator: "\n\n").utf8).write(to: URL(filePath: path + "/" + name))
      return ["source", "import", name]
    case 2: return ["tag", "--matching", "line \(round)", "--code", "seen/round-\(round)", "--create"]
    case 3: return ["code", "add", "made/round-\(round)"]
    case 4: return ["undo"]
    default: return ["redo"]
    }
  }

  private func entries(_ file: String) throws -> [Int] {
    try StudyStore.open(file, .readWrite).read { try $0.entries().map(\.number) }
  }

  private func requireSound(_ file: String) throws {
    let store = try StudyStore.open(file, .readWrite)
    #expect(try store.integrityProblems() == [])
    try store.read { reader in
      for segment in try reader.segments() {
        let text = try reader.text(of: segment.source, revision: segment.revision)
        #expect(try text.check(text.checked(segment.span)) == segment.check)
      }
    }
  }
}
