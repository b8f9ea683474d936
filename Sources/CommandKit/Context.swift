/// The world as a command sees it: all it reads and writes apart from files.
///
/// There is no global state; a test makes one with ``Capture`` and runs commands in its own process.
public struct Context: Sendable {
  /// Standard output: data.
  public var output: Output
  /// Standard error: talk.
  public var errorOutput: Output
  /// Reads the next bytes of standard input; empty at the end.
  public var input: @Sendable () throws -> [UInt8]
  public var isInputTerminal: Bool
  public var isOutputTerminal: Bool
  public var isErrorTerminal: Bool
  /// Columns of the terminal.
  public var width: Int
  public var environment: [String: String]
  /// The current directory.
  public var directory: String
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public var now: @Sendable () -> Int64
  /// That many bytes from a cryptographically secure source.
  public var randomBytes: @Sendable (Int) -> [UInt8]

  public init(
    output: Output, errorOutput: Output, input: @escaping @Sendable () throws -> [UInt8] = { [] },
    isInputTerminal: Bool = false, isOutputTerminal: Bool = false, isErrorTerminal: Bool = false,
    width: Int = 80, environment: [String: String] = [:], directory: String,
    now: @escaping @Sendable () -> Int64, randomBytes: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.output = output
    self.errorOutput = errorOutput
    self.input = input
    self.isInputTerminal = isInputTerminal
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
    self.width = width
    self.environment = environment
    self.directory = directory
    self.now = now
    self.randomBytes = randomBytes
  }
}

extension Context {
  /// Writes a text and a line feed to standard output.
  public func print(_ text: String = "") throws(OutputError) {
    try output.print(text)
  }

  /// Writes a text and a line feed to standard error at once; what cannot be written there is lost.
  public func printError(_ text: String = "") {
    if isOutputTerminal { try? output.flush() }
    try? errorOutput.print(text)
    try? errorOutput.flush()
  }

  /// All bytes of standard input up to its end.
  public func readInput() throws -> [UInt8] {
    var all: [UInt8] = []
    while case let bytes = try input(), !bytes.isEmpty { all += bytes }
    return all
  }

  /// How to write emphasis on standard output.
  public var style: Style { Style(isTerminal: isOutputTerminal, environment: environment) }

  /// How to write emphasis on standard error.
  public var errorStyle: Style { Style(isTerminal: isErrorTerminal, environment: environment) }
}
