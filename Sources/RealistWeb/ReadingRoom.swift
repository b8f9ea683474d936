import LoopbackServer
import RealistStore
import Synchronization

/// Connections of their own to the study, for answers that take their time: the store of the thread that answers everybody stays free.
///
/// There are two seats, so that a long export does not hold up a search; who finds both taken waits.
final class ReadingRoom: Sendable {
  private let path: String
  private let (first, second) = (Seat(), Seat())

  init(_ path: String) { self.path = path }

  /// An answer that is read from the study beside everything else.
  ///
  /// - Parameters:
  ///   - body: reads; it has the seat for itself.
  ///   - finish: makes the answer of what was read, when the seat is free again.
  func answer<Value: Sendable>(
    _ contentType: String, _ body: @escaping @Sendable (StudyReader) throws -> Value,
    finish: @escaping @Sendable (Value) throws -> HTTPResponse
  ) -> HTTPResponse {
    HTTPResponse(
      contentType: contentType,
      body: .later { [self] in
        do { return try finish(try read(body)) } catch { return Refusal(error, file: path).response }
      })
  }

  private func read<Value: Sendable>(_ body: @Sendable (StudyReader) throws -> Value) throws -> Value {
    if let value = try first.readIfFree(path, body) { return value }
    return try second.read(path, body)
  }
}

/// One connection, opened when it is first needed.
private final class Seat: Sendable {
  private let store = Mutex<StudyStore?>(nil)

  func read<Value: Sendable>(
    _ path: String, _ body: @Sendable (StudyReader) throws -> Value
  ) throws -> Value {
    try store.withLock { store in try Self.read(path, &store, body) }
  }

  /// `nil` when it is taken.
  func readIfFree<Value: Sendable>(
    _ path: String, _ body: @Sendable (StudyReader) throws -> Value
  ) throws -> Value? {
    try store.withLockIfAvailable { store in try Self.read(path, &store, body) }
  }

  private static func read<Value: Sendable>(
    _ path: String, _ store: inout sending StudyStore?, _ body: @Sendable (StudyReader) throws -> Value
  ) throws -> Value {
    let open = try store ?? StudyStore.open(path, .readOnly)
    store = open
    return try open.read(body)
  }
}
