import Foundation
import TestSupport

/// Debian's chromedriver, started once for all tests and ended with the last of them.
final class ChromeDriver {
  private let process: Process
  private let output: FileHandle
  let http: LocalHTTP

  static let path = "/usr/bin/chromedriver"
  static let isInstalled = ["chromium", "chromedriver"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
  }

  enum Problem: Error { case didNotStart(String) }

  init() throws {
    let process = Process()
    process.executableURL = URL(filePath: Self.path)
    process.arguments = ["--port=0", "--log-level=SEVERE"]
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    let output = pipe.fileHandleForReading
    try BuiltProgram.withSignalsUnblocked { try process.run() }
    var said = ""
    while case let data = output.availableData, !data.isEmpty {
      said += String(decoding: data, as: UTF8.self)
      if let found = said.firstMatch(of: /started successfully on port (\d+)\./), let port = UInt16(found.1) {
        (self.process, self.output, http) = (process, output, LocalHTTP(port: port))
        return
      }
    }
    throw Problem.didNotStart(said)
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }
}
