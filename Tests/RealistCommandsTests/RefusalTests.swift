import Foundation
import TestSupport
import Testing

/// What only shows in a process of its own: signals and file permissions.
@Suite(
  "The program, stopped or shut out",
  .enabled(if: BuiltProgram.isThere, "the program is not built beside the tests"))
struct RefusalTests {
  @Test("Ctrl-C during an import ends with 130, says so, and leaves the file byte for byte as it was")
  func interrupted() throws {
    try withTemporaryDirectory { folder in
      let program = BuiltProgram(folder: folder)
      try #require(try program.run(["init", "study.realist", "--title", "Stopped"]).isDone)
      let transcripts = try writeTranscripts(200, in: folder)
      let before = try contents(of: folder)
      var stops = 0
      for delay in stride(from: 0.1, through: 2, by: 0.2) {
        let ending = try program.run(["source", "import"] + transcripts, sending: SIGINT, after: delay)
        if ending.isDone { break }
        #expect(try contents(of: folder) == before, "after \(delay) s")
        // Before the program watches for it, Ctrl-C ends it as any other.
        guard let status = ending.status else { continue }
        #expect(status == 130)
        #expect(ending.errors.contains("stopped; nothing was changed"))
        stops += 1
      }
      try #require(stops > 0, "no import was under way when it was stopped")
    }
  }

  @Test("a study that may only be read can be read, and is not changed", arguments: [0o444, 0o555])
  func readOnly(mode: Int) throws {
    try withTemporaryDirectory { folder in
      var program = BuiltProgram(folder: folder)
      try #require(try program.run(["init", "study.realist", "--title", "Shut"]).isDone)
      try #require(try program.run(["code", "add", "contexts/time"]).isDone)
      let manager = FileManager.default
      let file = folder.path() + "/study.realist"
      if geteuid() == 0 {
        // Root may write anything, so somebody else calls a copy that everybody may read.
        try manager.copyItem(atPath: BuiltProgram.path, toPath: folder.path() + "/realist")
        try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path() + "/realist")
        program.command =
          [
            "/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
            folder.path() + "/realist",
          ]
      }
      try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
      try manager.setAttributes(
        [.posixPermissions: mode == 0o555 ? 0o555 : 0o777], ofItemAtPath: folder.path())
      defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path()) }
      let before = try contents(of: folder)
      let reading = try program.run(["code", "list"])
      #expect(reading.status == 0, "\(reading.errors)")
      let writing = try program.run(["code", "add", "contexts/place"])
      #expect(writing.status == 73)
      #expect(
        writing.errors.contains("study.realist: the study cannot be written to\nhint: "), "\(writing.errors)")
      #expect(try contents(of: folder) == before)
    }
  }

  private func writeTranscripts(_ count: Int, in folder: URL) throws -> [String] {
    try (1...count).map { number in
      let lines = (0..<400).map {
        "\($0.isMultiple(of: 2) ? "INT" : "P01"): line \($0) of interview \(number)"
      }
      let name = "T\(number).txt"
      try Data(lines.joined(separator: "\n\n").utf8).write(to: folder.appending(path: name))
      return name
    }
  }

  /// Every file of a folder with its bytes.
  private func contents(of folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }
}
