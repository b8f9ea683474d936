import Foundation
import Glibc
import TestSupport

/// `realist serve` on a study, as a process that can be killed and started again.
final class Served {
  let folder: URL
  /// The name of the study's file in the folder.
  let study: String
  private(set) var address = ""
  private(set) var port: UInt16 = 0
  private(set) var token = ""
  private var process: Process?
  private let options: [String]

  enum Problem: Error { case didNotStart(String) }

  init(_ folder: URL, study: String = "study.realist", options: [String] = []) throws {
    (self.folder, self.study, self.options) = (folder, study, options)
    try start()
  }

  deinit { kill() }

  /// Starts it; on the port and with the token that it had.
  func start() throws {
    let words =
      ["serve", "--study", study, "--port", String(port), "--token-file", "token"] + options
    let (process, output, errors) = try BuiltProgram(folder: folder).start(words)
    var line = ""
    while !line.hasSuffix("\n"), case let data = output.availableData, !data.isEmpty {
      line += String(decoding: data, as: UTF8.self)
    }
    guard let found = line.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\/#token=([\w-]+)/),
      let port = UInt16(found.1)
    else {
      let said = String(decoding: (try? errors.readToEnd()) ?? Data(), as: UTF8.self)
      throw Problem.didNotStart(line + said)
    }
    (address, self.port, token) = (String(found.0), port, String(found.2))
    self.process = process
  }

  /// Ends it in the middle of whatever it does.
  func kill() {
    guard let process else { return }
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    self.process = nil
  }

  /// Lets its files grow no further, or as far as they want: for whoever writes, that is a disk that is full, or has room again.
  func limitFiles(isFull: Bool) throws {
    guard let process else { return }
    let limits = "--fsize=\(isFull ? "4096" : "unlimited"):unlimited"
    let ending = try BuiltProgram(folder: folder, command: ["/usr/bin/prlimit"]).run([
      "--pid", String(process.processIdentifier), limits,
    ])
    guard ending.isDone else { throw Problem.didNotStart(ending.errors) }
  }

  /// The study's file.
  var file: URL { folder.appending(path: study) }

  /// The most memory it has had.
  var memory: String {
    let status = process.flatMap {
      try? String(contentsOfFile: "/proc/\($0.processIdentifier)/status", encoding: .utf8)
    }
    return status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }.map(String.init) ?? "unknown"
  }

  /// A command on the same study, while it is served.
  @discardableResult
  func realist(_ words: String...) throws -> BuiltProgram.Ending {
    try BuiltProgram(folder: folder).run(words + ["--study", study])
  }

  /// An answer of the interface.
  func get(_ path: String) throws -> JSONValue {
    let answer = try LocalHTTP(port: port).request(
      "GET", "/api/1/\(path)", headers: ["Realist-Token": token])
    return try JSONValue(parsing: answer.body)
  }
}
