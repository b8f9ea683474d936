import Foundation

/// Programs of other people that tests hand files to, where they are installed.
public enum PeerProgram {
  /// A Python that has packages: the first of `$REALIST_PYTHON` (several with `:` between, for not all packages go together), else the usual one;
  /// `nil` where they are missing.
  public static func python(with packages: String) -> String? {
    let named = ProcessInfo.processInfo.environment["REALIST_PYTHON"] ?? "/usr/bin/python3"
    return named.split(separator: ":").map(String.init).first { python in
      FileManager.default.isExecutableFile(atPath: python)
        && (try? run(python, ["-c", "import \(packages)"]))?.status == 0
    }
  }

  /// The path of a program in `/usr/bin` or `/usr/local/bin`; `nil` where it is not installed.
  public static func path(of program: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/"].map { $0 + program }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The path of a script below `Tests/Peers`.
  public static func script(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Peers/\(name)").path()
  }

  /// Runs a program to its end; what it says on standard error comes with its output.
  public static func run(_ program: String, _ words: [String]) throws -> (status: Int32, output: Data) {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = words
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
