import Foundation

/// The program itself, as a process that can be sent signals.
public struct BuiltProgram {
  /// Beside the bundle of the tests, where the package manager puts every product; $REALIST_PROGRAM names another one.
  public static let path =
    ProcessInfo.processInfo.environment["REALIST_PROGRAM"]
    ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "realist").path()

  public static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// How a run ended.
  public struct Ending: Equatable {
    /// The exit status; nil when a signal ended it.
    public var status: Int32?
    public var output: String
    public var errors: String

    public var isDone: Bool { status == 0 }
  }

  public let folder: URL
  /// What is called: the program, perhaps by way of another.
  public var command = [Self.path]

  public init(folder: URL, command: [String] = [Self.path]) {
    (self.folder, self.command) = (folder, command)
  }

  /// Runs a command; sends a signal after a while when that is given.
  public func run(_ words: [String], sending signal: Int32? = nil, after seconds: Double = 0) throws -> Ending
  {
    let (process, output, errors) = try start(words)
    if let signal {
      Thread.sleep(forTimeInterval: seconds)
      kill(process.processIdentifier, signal)
    }
    let data = String(decoding: output.readDataToEndOfFile(), as: UTF8.self)
    let said = String(decoding: errors.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Ending(
      status: process.terminationReason == .exit ? process.terminationStatus : nil, output: data, errors: said
    )
  }

  /// Starts a command that goes on; what it writes can be read while it does.
  public func start(
    _ words: [String]
  ) throws -> (process: Process, output: FileHandle, errors: FileHandle) {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = command.dropFirst() + words
    process.currentDirectoryURL = folder
    process.environment = ["REALIST_CODER": "Iris", "PATH": "/usr/local/bin:/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try Self.withSignalsUnblocked { try process.run() }
    return (process, output.fileHandleForReading, errors.fileHandleForReading)
  }

  /// Tests run on threads that block signals, and a process inherits what is blocked.
  public static func withSignalsUnblocked(_ body: () throws -> Void) rethrows {
    var (none, usual) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &usual)
    defer { pthread_sigmask(SIG_SETMASK, &usual, nil) }
    try body()
  }
}
