import Glibc
import Synchronization

/// Makes answers that take their time, each on a thread of its own.
final class Workshop: Sendable {
  private struct State {
    var running = 0
    var finished: [(connection: UInt, answer: HTTPResponse)] = []
  }

  /// What a thread is given.
  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let state = Mutex(State())

  /// Whether something is being made, or made and not collected.
  var isBusy: Bool { state.withLock { $0.running > 0 || !$0.finished.isEmpty } }

  /// - Returns: whether there is a thread for it.
  func start(_ connection: UInt, _ make: @escaping @Sendable () -> HTTPResponse) -> Bool {
    state.withLock { $0.running += 1 }
    let work = Work { [self] in
      let answer = make()
      state.withLock {
        $0.running -= 1
        $0.finished.append((connection, answer))
      }
    }
    let context = Unmanaged.passRetained(work)
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }, context.toOpaque())
    guard failure == 0 else {
      context.release()
      state.withLock { $0.running -= 1 }
      return false
    }
    pthread_detach(thread)
    return true
  }

  /// What was made since the last call.
  func finished() -> [(connection: UInt, answer: HTTPResponse)] {
    state.withLock { state in
      defer { state.finished = [] }
      return state.finished
    }
  }
}
