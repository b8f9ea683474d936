import Foundation
import TestSupport
import Testing

@Suite(
  "Serving the page", .enabled(if: BuiltProgram.isThere, "the program is not built beside the tests"))
struct ServeTests {
  /// A study in a new folder.
  private func withStudy(_ body: (BuiltProgram, URL) throws -> Void) throws {
    try withTemporaryDirectory { folder in
      let program = BuiltProgram(folder: folder)
      try #require(try program.run(["init", "study.realist", "--title", "Served"]).isDone)
      try body(program, folder)
    }
  }

  /// What `realist serve` printed, and how it ended after a signal.
  private func serve(
    _ program: BuiltProgram, _ options: [String], ending signal: Int32
  ) throws -> (line: String, status: Int32?, said: String) {
    let (process, output, errors) = try program.start(["serve"] + options)
    var line = ""
    while !line.hasSuffix("\n"), case let data = output.availableData, !data.isEmpty {
      line += String(decoding: data, as: UTF8.self)
    }
    kill(process.processIdentifier, signal)
    let said = String(decoding: errors.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (line, process.terminationReason == .exit ? process.terminationStatus : nil, said)
  }

  @Test("it prints its address, and ends well when it is told to", arguments: [SIGINT, SIGTERM, SIGHUP])
  func address(signal: Int32) throws {
    try withStudy { program, _ in
      let (line, status, said) = try serve(program, [], ending: signal)
      #expect(line.wholeMatch(of: /http:\/\/127\.0\.0\.1:\d+\/#token=[A-Za-z0-9_-]{43}\n/) != nil, "\(line)")
      #expect(status == 0)
      #expect(said == "serving study.realist; end it with Ctrl-C\nended; all changes are in study.realist\n")
    }
  }

  @Test("a token is another one each time, unless it is kept in a file that only its owner can read")
  func tokens() throws {
    try withStudy { program, folder in
      let token = { (line: String) in line.split(separator: "=").last.map(String.init) ?? "" }
      let loose = try (0..<2).map { _ in token(try serve(program, [], ending: SIGINT).line) }
      #expect(loose[0] != loose[1])
      let kept = try (0..<2).map { _ in
        token(try serve(program, ["--token-file", "kept"], ending: SIGINT).line)
      }
      #expect(kept[0] == kept[1])
      let file = folder.appending(path: "kept")
      #expect(try String(contentsOf: file, encoding: .utf8) == kept[0])
      let mode = try FileManager.default.attributesOfItem(atPath: file.path())[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test("a token file that others can read, or that holds something else, is refused")
  func badTokens() throws {
    try withStudy { program, folder in
      let file = folder.appending(path: "open")
      let token = String(repeating: "a", count: 43)
      try "\(token)\n".write(to: file, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path())
      let open = try program.run(["serve", "--token-file", "open"])
      #expect(open.status == 65)
      #expect(open.errors == "realist: error: open: others can read the token\nhint: chmod 600 open\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path())
      try "words\n".write(to: file, atomically: true, encoding: .utf8)
      let other = try program.run(["serve", "--token-file", "open"])
      #expect(other.status == 65)
      #expect(other.errors.hasPrefix("realist: error: open: this is no token\n"))
      let nowhere = try program.run(["serve", "--token-file", "no/where"])
      #expect(nowhere.status == 73)
    }
  }

  @Test("a port that is in use, and one that is none, are errors that say what to do")
  func ports() throws {
    try withStudy { program, _ in
      let (process, output, _) = try program.start(["serve"])
      defer {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
      let line = String(decoding: output.availableData, as: UTF8.self)
      let port = String(try #require(line.firstMatch(of: /127\.0\.0\.1:(\d+)/)).1)
      let used = try program.run(["serve", "--port", port])
      #expect(used.status == 73)
      #expect(
        used.errors == """
          realist: error: port \(port) is in use by another program
          hint: leave --port away and a free one is chosen

          """)
      #expect(used.output == "")
      #expect(try program.run(["serve", "--port", "65536"]).status == 64)
      #expect(try program.run(["serve", "--port", "-1"]).status == 64)
    }
  }
}
