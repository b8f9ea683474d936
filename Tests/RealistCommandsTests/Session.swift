import CommandKit
import Foundation
import Testing

@testable import RealistCommands

/// A folder of its own and commands run in it one after the other, each a minute after the last, so that what they print is always the same.
///
/// ```
/// try session.expect("""
///   $ realist source list --format csv
///   name,title
///   $ realist code move a a/b
///   realist: error: 'a' cannot move below itself to 'a/b'
///   [exit 65]
///   """)
/// ```
final class Session {
  let folder: URL
  var environment = ["REALIST_CODER": "Iris"]
  private var minutes: Int64 = 0

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "realist-session-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What a command line did.
  struct Result {
    var output: String
    var errors: String
    var status: Int32
    /// Standard output, then standard error, then the status where it is not 0.
    var transcript: String { output + errors + (status == 0 ? "" : "[exit \(status)]\n") }
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { folder.appending(path: name).path() }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The text of a file in the folder.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// Runs a command line, `realist …`.
  @discardableResult
  func run(_ commandLine: String, input: String = "") -> Result {
    run(words: Example(commandLine).words, input: input)
  }

  @discardableResult
  func run(words: [String], input: String = "") -> Result {
    minutes += 1
    let capture = Capture(
      directory: path("").hasSuffix("/") ? String(path("").dropLast()) : path(""), environment: environment,
      input: input, milliseconds: 1_772_442_000_000 + minutes * 60_000)
    let status = Program.run(Realist.self, arguments: words, context: capture.context)
    return Result(output: capture.output, errors: capture.errors, status: status)
  }

  /// Runs every `$ realist …` of a block and compares what is printed, byte for byte, with the lines up to the next one.
  func expect(_ block: String, sourceLocation: SourceLocation = #_sourceLocation) {
    var steps: [(commandLine: String, expected: String)] = []
    for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        steps.append((String(line.dropFirst(2)), ""))
      } else if !steps.isEmpty {
        steps[steps.count - 1].expected += line + "\n"
      }
    }
    #expect(!steps.isEmpty, "a session without a command", sourceLocation: sourceLocation)
    for step in steps {
      let transcript = run(step.commandLine).transcript
      if Array(transcript.utf8) != Array(step.expected.utf8) {
        Issue.record(
          "$ \(step.commandLine)\n--- expected\n\(step.expected)--- printed\n\(transcript)---",
          sourceLocation: sourceLocation)
      }
    }
  }
}
