import Glibc
import RealistStore
import Synchronization

/// Ctrl-C during a long change: the change is given up between two steps, so that what was begun is taken back and said to be.
package enum Interruption {
  private static let isRequested = Atomic<Bool>(false)

  /// Runs a body in which ``check()`` answers Ctrl-C; outside of it Ctrl-C ends the program as usual.
  package static func watched<Result>(_ body: () throws -> Result) throws -> Result {
    isRequested.store(false, ordering: .relaxed)
    let previous = signal(SIGINT) { _ in Interruption.isRequested.store(true, ordering: .relaxed) }
    defer { signal(SIGINT, previous) }
    return try body()
  }

  /// - Throws: ``StoreError/interrupted``.
  package static func check() throws {
    if isRequested.load(ordering: .relaxed) { throw StoreError.interrupted }
  }
}
