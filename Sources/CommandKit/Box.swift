import Synchronization

/// A value that several owners share; what a command line gave to a parameter, what a test's output collected.
final class Box<Value: Sendable>: Sendable {
  private let storage: Mutex<Value>

  init(_ value: Value) {
    storage = Mutex(value)
  }

  var value: Value { storage.withLock { $0 } }

  func update<Result: Sendable>(_ change: @Sendable (inout Value) -> Result) -> Result {
    storage.withLock { change(&$0) }
  }
}
