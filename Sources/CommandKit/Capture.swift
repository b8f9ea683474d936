/// A context whose output is kept in memory, with a fixed clock and repeatable bytes for random ones, for
/// running commands in a test's own process.
public struct Capture: Sendable {
  /// Hand this to ``Program/run(_:arguments:context:)``; change what a test needs different.
  public var context: Context
  private let outputBytes = Box<[UInt8]>([])
  private let errorBytes = Box<[UInt8]>([])

  /// - Parameter milliseconds: what the clock shows; each look at it moves it on by one millisecond.
  public init(
    directory: String = "/", environment: [String: String] = [:], input: String = "",
    milliseconds: Int64 = 1_772_442_000_000
  ) {
    let output = outputBytes
    let errors = errorBytes
    let remaining = Box(Array(input.utf8))
    let clock = Box(milliseconds)
    let counter = Box<UInt8>(0)
    context = Context(
      output: Output { bytes in output.update { $0 += bytes } },
      errorOutput: Output { bytes in errors.update { $0 += bytes } },
      input: { remaining.take() },
      environment: environment, directory: directory,
      now: { clock.next() },
      randomBytes: { count in (0..<count).map { _ in counter.next() } })
  }

  /// What was flushed to standard output; `Program.run` flushes at its end.
  public var output: String { String(decoding: outputBytes.value, as: UTF8.self) }

  /// What was written to standard error.
  public var errors: String { String(decoding: errorBytes.value, as: UTF8.self) }
}

extension Box where Value: FixedWidthInteger {
  /// The value, which is one more the next time; starts again after the largest.
  fileprivate func next() -> Value {
    update { value in
      defer { value &+= 1 }
      return value
    }
  }
}

extension Box where Value == [UInt8] {
  /// All bytes, which are gone the next time.
  fileprivate func take() -> [UInt8] {
    update { bytes in
      defer { bytes = [] }
      return bytes
    }
  }
}
