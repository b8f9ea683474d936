import Foundation
import RealistModel
import RealistStore
import TestSupport
import Testing

@Suite("Killed at any moment")
struct KillTests {
  @Test(
    "after each of 200 kills during imports, tagging, undo and redo the study opens, is sound, and has every committed command",
    .enabled(
      if: BuiltProgram.isThere, "the program is not built beside the tests"))
  func killed() throws {
    try withTemporaryDirectory { folder in
      let path = folder.path()
      let program = BuiltProgram(folder: URL(filePath: path))
      let file = path + "/study.realist"
      try #require(try program.run(["init", "study.realist", "--title", "Killed"]).isDone)
      var random = SplitMix64(seed: 7)
      var transcripts = 0
      for round in 0..<200 {
        let before = try entries(file)
        let words = try command(round, path, &transcripts, &random)
        // An import takes about 0.3 s in a debug build, other commands 0.1 s: the kill falls before, into and after the work.
        let longest = words[0] == "source" ? 0.4 : 0.15
        let finished = try program.run(
          words, sending: SIGKILL, after: .random(in: 0...longest, using: &random)
        ).isDone
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
