import Foundation
import LoopbackServer
import RealistModel
import RealistStore
import Synchronization
import Testing

@testable import RealistWeb

@Suite("Answers that take their time")
struct LongAnswerTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    desk.tag("waited", ["outcomes/demand"])
  }

  private func isLater(_ last: String...) -> Bool {
    let request = HTTPRequest(.get, path: ["api", "1"] + last, query: ["q": "nurse"])
    if case .later = desk.workbench.respond(to: request).body { return true }
    return false
  }

  @Test("what reads all words is made beside everything else, what every view needs at once is not")
  func kinds() {
    for name in ["quotes", "search", "theory-of-change", "theory-of-change.svg", "theory-of-change.dot"] {
      #expect(isLater(name), "\(name)")
    }
    for name in ["cmo", "quotes.docx", "matrix.csv"] { #expect(isLater("tables", name), "\(name)") }
    for name in ["study", "sources", "codes", "participants", "journal"] {
      #expect(!isLater(name), "\(name)")
    }
    #expect(!isLater("sources", desk.source))
  }

  @Test("such an answer is of the study as it is when it is read, also while another process writes")
  func state() throws {
    let request = HTTPRequest(.get, path: ["api", "1", "quotes"])
    let response = desk.workbench.respond(to: request)
    #expect(Answer(response: response)["count"] == .integer(1))
    let other = try desk.otherStore()
    try other.change(Desk.note("slow", at: Timestamp(milliseconds: 1_772_500_000_000))) { writer in
      try writer.addCode(path: "slow")
      #expect(Answer(response: desk.workbench.respond(to: request))["count"] == .integer(1))
    }
    desk.tag("advance", ["outcomes/demand"])
    #expect(Answer(response: desk.workbench.respond(to: request))["count"] == .integer(2))
  }

  /// A stand-in for Graphviz that takes its time and leaves a line each time it is run.
  private func slowDot() throws -> (program: String, runs: () throws -> Int) {
    let (program, log) = (desk.folder.appending(path: "dot"), desk.folder.appending(path: "runs"))
    let script = """
      #!/bin/sh
      cat > /dev/null
      echo run >> '\(log.path(percentEncoded: false))'
      sleep 0.3
      echo '<svg xmlns="http://www.w3.org/2000/svg" width="1pt" height="1pt" viewBox="0 0 1 1"></svg>'
      """
    try Data(script.utf8).write(to: program)
    let path = program.path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return (path, { try String(contentsOf: log, encoding: .utf8).split(separator: "\n").count })
  }

  private final class Statuses: Sendable {
    let list = Mutex<[Int]>([])
  }

  @Test("a drawing that several pages ask for at once is made once, and again after a change")
  func shared() throws {
    let (program, runs) = try slowDot()
    let workbench = Workbench(
      desk.store, coder: "Iris", dotProgram: program, now: { Timestamp(milliseconds: 1) },
      random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
    let request = HTTPRequest(.get, path: ["api", "1", "theory-of-change.svg"])
    let responses = (0..<5).map { _ in workbench.respond(to: request) }
    let statuses = Statuses()
    DispatchQueue.concurrentPerform(iterations: 5) { place in
      let status = Answer(response: responses[place]).status
      statuses.list.withLock { $0.append(status) }
    }
    #expect(statuses.list.withLock { $0 } == Array(repeating: 200, count: 5))
    #expect(try runs() == 1)
    #expect(Answer(response: workbench.respond(to: request)).status == 200)
    #expect(try runs() == 1)
    try desk.store.change(Desk.note("more", at: Timestamp(milliseconds: 1_772_600_000_000))) {
      _ = try $0.addCode(path: "more")
    }
    _ = workbench.respond(
      to: HTTPRequest(.post, path: ["api", "1", "codes"], body: Array(#"{"path":"new"}"#.utf8)))
    #expect(Answer(response: workbench.respond(to: request)).status == 200)
    #expect(try runs() == 2)
  }

  @Test("what went wrong is tried again")
  func failed() throws {
    let workbench = Workbench(
      desk.store, coder: "Iris", dotProgram: desk.folder.appending(path: "dot").path(percentEncoded: false),
      now: { Timestamp(milliseconds: 1) }, random: { Array(repeating: 0, count: $0) })
    let request = HTTPRequest(.get, path: ["api", "1", "theory-of-change.svg"])
    #expect(Answer(response: workbench.respond(to: request)).outcome == "503 dotMissing")
    _ = try slowDot()
    #expect(Answer(response: workbench.respond(to: request)).status == 200)
  }
}
