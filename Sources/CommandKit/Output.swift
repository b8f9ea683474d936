import Synchronization

/// Why bytes could not be written.
public enum OutputError: Error, Equatable {
  /// The reader went away.
  case brokenPipe
  /// The system's words, such as `No space left on device`.
  case failed(String)
}

/// A buffered stream of bytes to somewhere.
///
/// Once writing failed, every later call throws the same error, so a long listing ends early.
public final class Output: Sendable {
  /// Writes all the bytes.
  public typealias Sink = @Sendable ([UInt8]) throws(OutputError) -> Void

  private struct State {
    var buffer: [UInt8] = []
    var failure: OutputError?
  }

  private let sink: Sink
  private let capacity: Int
  private let state = Mutex(State())

  /// - Parameter capacity: how many bytes are collected before the sink is called.
  public init(capacity: Int = 65_536, sink: @escaping Sink) {
    self.capacity = capacity
    self.sink = sink
  }

  /// Writes bytes. O(count).
  public func write(_ bytes: some Sequence<UInt8>) throws(OutputError) {
    try state.withLock { (state) throws(OutputError) in
      state.buffer.append(contentsOf: bytes)
      if state.buffer.count >= capacity { try flush(&state) }
    }
  }

  /// Writes a text as UTF-8 and a line feed.
  public func print(_ text: String) throws(OutputError) {
    try state.withLock { (state) throws(OutputError) in
      state.buffer.append(contentsOf: text.utf8)
      state.buffer.append(UInt8(ascii: "\n"))
      if state.buffer.count >= capacity { try flush(&state) }
    }
  }

  /// Hands all that was collected to the sink.
  public func flush() throws(OutputError) {
    try state.withLock { (state) throws(OutputError) in try flush(&state) }
  }

  private func flush(_ state: inout State) throws(OutputError) {
    if let failure = state.failure { throw failure }
    guard !state.buffer.isEmpty else { return }
    defer { state.buffer.removeAll(keepingCapacity: true) }
    do {
      try sink(state.buffer)
    } catch {
      state.failure = error
      throw error
    }
  }
}
