import Foundation
import RealistDiagrams
import Testing
import TestSupport

@Suite("Running Graphviz") struct GraphvizRunnerTests {
  @Test("A missing program is one plain sentence with the install command") func missing() {
    let runner = GraphvizRunner(program: "no-such-program-anywhere")
    let error = #expect(throws: GraphvizError.self) { try runner.run("digraph {}", format: .svg) }
    #expect(error?.message == "no-such-program-anywhere: not installed")
    #expect(error?.hint.contains("apt install graphviz") == true)
  }

  @Test("A program that never ends is ended") func timeLimit() throws {
    try withTemporaryDirectory { directory in
      let script = directory.appendingPathComponent("endless").path
      try "#!/bin/sh\nexec sleep 60\n".write(toFile: script, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
      #expect(throws: GraphvizError.timedOut(program: script, seconds: 0.2)) {
        try GraphvizRunner(program: script, secondsAllowed: 0.2).run("digraph {}", format: .svg)
      }
    }
  }

  @Test("A program that does not read its input does not block, however long that is") func unread() throws {
    let long = String(repeating: "x", count: 5_000_000)
    #expect(try GraphvizRunner(program: "true").run(long, format: .svg).drawing.isEmpty)
  }

  @Test("A failing program is reported with its status") func failure() {
    #expect(throws: GraphvizError.failed(program: "false", status: 1, said: "")) {
      try GraphvizRunner(program: "false").run("", format: .svg)
    }
  }

  @Test("A bad graph is reported in Graphviz's words", .enabled(if: hasGraphviz, "install graphviz"))
  func badGraph() throws {
    let error = #expect(throws: GraphvizError.self) { try GraphvizRunner().run("digraph {", format: .svg) }
    #expect(error?.message.contains("syntax error") == true)
  }
}
