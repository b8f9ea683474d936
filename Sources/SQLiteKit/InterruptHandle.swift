import CSQLite
import Synchronization

/// Stops what a connection is doing, from any thread.
///
/// The running statement ends with an error that answers `isInterrupted`, and its transaction is rolled back by
/// `Connection.transaction`. Safe to keep longer than the connection. Takes a lock, so call it from a thread that
/// waits for signals, not from a signal handler.
public final class InterruptHandle: Sendable {
  /// The address of the `sqlite3`, 0 once it is closed.
  private let address: Mutex<UInt>

  init(_ pointer: OpaquePointer) {
    address = Mutex(UInt(bitPattern: pointer))
  }

  /// Interrupts the running statement; does nothing when none runs or the connection is closed.
  public func interrupt() {
    address.withLock { address in
      if let pointer = OpaquePointer(bitPattern: address) { sqlite3_interrupt(pointer) }
    }
  }

  func invalidate() {
    address.withLock { $0 = 0 }
  }
}
