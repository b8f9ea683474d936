import Foundation

/// The program itself, as a process that can be sent signals.
struct BuiltProgram {
  /// Beside the bundle of the tests, where the package manager puts every product.
  static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
    path: "realist"
  ).path()

  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// How a run ended.
  struct Ending: Equatable {
    /// The exit status; nil when a signal ended it.
    var status: Int32?
    var errors: String

    var isDone: Bool { status == 0 }
  }

  let folder: URL
  /// What is called: the program, perhaps by way of another.
  var command = [Self.path]

  /// Runs a command; sends a signal after a while when that is given.
  func run(_ words: [String], sending signal: Int32? = nil, after seconds: Double = 0) throws -> Ending {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = command.dropFirst() + words
    process.currentDirectoryURL = folder
    process.environment = ["REALIST_CODER": "Iris"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try withSignalsUnblocked { try process.run() }
    if let signal {
      Thread.sleep(forTimeInterval: seconds)
      kill(process.processIdentifier, signal)
    }
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Ending(status: process.terminationReason == .exit ? process.terminationStatus : nil, errors: said)
  }

  /// Tests run on threads that block signals, and a process inherits what is blocked.
  private func withSignalsUnblocked(_ body: () throws -> Void) rethrows {
    var (none, usual) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &usual)
    defer { pthread_sigmask(SIG_SETMASK, &usual, nil) }
    try body()
  }
}
