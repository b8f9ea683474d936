import Glibc
import Synchronization

/// Ctrl-C and `kill`, for a program that runs until it is told to end; and a file that may not grow is an error, not the end.
struct Termination {
  private static let wasRequested = Atomic<Bool>(false)
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private let previous: [sighandler_t?]
  private let previousAtLimit: sighandler_t?

  /// From here to ``end()`` the signals are remembered; otherwise they end the program as usual.
  static func begin() -> Termination {
    wasRequested.store(false, ordering: .relaxed)
    return Termination(
      previous: signals.map { number in
        signal(number) { _ in Termination.wasRequested.store(true, ordering: .relaxed) }
      }, previousAtLimit: signal(SIGXFSZ, SIG_IGN))
  }

  func end() {
    for (number, handler) in zip(Self.signals, previous) { signal(number, handler) }
    signal(SIGXFSZ, previousAtLimit)
  }

  var isRequested: Bool { Self.wasRequested.load(ordering: .relaxed) }
}
