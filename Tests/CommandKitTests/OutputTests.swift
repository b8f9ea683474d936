import CommandKit
import Synchronization
import Testing

/// Counts what reaches a sink, and fails from the given call on.
private final class Pieces: Sendable {
  let sizes = Mutex<[Int]>([])

  func output(failingAfter limit: Int = .max, with error: OutputError = .brokenPipe) -> Output {
    Output(capacity: 100) { bytes throws(OutputError) in
      if self.sizes.withLock({ $0.count }) >= limit { throw error }
      self.sizes.withLock { $0.append(bytes.count) }
    }
  }
}

@Test("output is collected into large pieces and nothing is lost at the end")
func buffering() throws {
  let pieces = Pieces()
  let output = pieces.output()
  for _ in 0..<100 { try output.print("0123456789") }
  #expect(pieces.sizes.withLock { $0 } == Array(repeating: 110, count: 10))
  try output.print("é")
  try output.flush()
  try output.flush()
  #expect(pieces.sizes.withLock { $0.last } == 3)
}

@Test("after a failed write every further one fails at the next piece")
func failureStays() throws {
  let output = Pieces().output(failingAfter: 1)
  try output.write(Array(repeating: 0, count: 100))
  #expect(throws: OutputError.brokenPipe) { try output.write(Array(repeating: 0, count: 100)) }
  #expect(throws: OutputError.brokenPipe) { try output.write(Array(repeating: 0, count: 100)) }
}

@Test(
  "a closed pipe at the last flush is quiet, a full disk is not",
  arguments: [
    (OutputError.brokenPipe, Int32(0), ""),
    (
      .failed("No space left on device"), 74,
      "library: error: cannot write to standard output: No space left on device\n"
    ),
  ])
func lastFlush(error: OutputError, status: Int32, words: String) {
  let answer = answer(["book", "list"]) { $0.output = Pieces().output(failingAfter: 0, with: error) }
  #expect(answer == Answer(status: status, output: "", errors: words))
}

@Test("a full disk counts more than a mere exit status, and is told once")
func lostOutputOfFindings() {
  let full = OutputError.failed("No space left on device")
  for arguments in [["fail", "status"], ["fail", "disk"]] {
    let answer = answer(arguments) { context in
      context.output = Pieces().output(failingAfter: 0, with: full)
      try? context.print("a finding")
    }
    #expect(answer.status == 74)
    #expect(answer.errors == "library: error: cannot write to standard output: No space left on device\n")
  }
  let presentable = answer(["fail", "presentable"]) { context in
    context.output = Pieces().output(failingAfter: 0, with: full)
    try? context.print("a line")
  }
  #expect(presentable.status == 66)
}

@Test(
  "emphasis needs a terminal that wants it",
  arguments: [
    (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false), (true, ["NO_COLOR": ""], true),
    (true, ["TERM": "dumb"], false),
  ] as [(Bool, [String: String], Bool)])
func emphasis(isTerminal: Bool, environment: [String: String], isEnabled: Bool) {
  let style = Style(isTerminal: isTerminal, environment: environment)
  #expect(style.bold("x") == (isEnabled ? "\u{1B}[1mx\u{1B}[0m" : "x"))
  #expect(style.dim("x") == (isEnabled ? "\u{1B}[2mx\u{1B}[0m" : "x"))
}

private func progress(isTerminal: Bool, steps: Int) -> String {
  var capture = Capture()
  capture.context.isErrorTerminal = isTerminal
  capture.context.withProgress("Importing", total: 400) { bar in
    for step in 0..<steps { bar.advance(detail: "file \(step)\n") }
  }
  #expect(capture.output == "")
  return capture.errors
}

@Test("a progress bar draws ten times a second and is wiped at the end")
func progressBar() {
  let wipe = "\r\u{1B}[K"
  #expect(progress(isTerminal: false, steps: 400) == "")
  #expect(progress(isTerminal: true, steps: 99) == "")
  #expect(
    progress(isTerminal: true, steps: 250)
      == "\rImporting [#####---------------] 100/400  file 99\u{FFFD}\u{1B}[K"
      + "\rImporting [##########----------] 200/400  file 199\u{FFFD}\u{1B}[K" + wipe)
}

@Test("a progress bar is wiped when the work throws")
func progressBarOfFailure() {
  var capture = Capture()
  capture.context.isErrorTerminal = true
  #expect(throws: ExitStatus(1)) {
    try capture.context.withProgress("Importing", total: nil) { bar in
      for _ in 0..<100 { bar.advance() }
      throw ExitStatus(1)
    }
  }
  #expect(capture.errors == "\rImporting 100\u{1B}[K\r\u{1B}[K")
}
