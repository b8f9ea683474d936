/// Adds up the time of what is to be measured, leaving out what is not.
struct Stopwatch {
  private var total: Duration = .zero
  private var started: ContinuousClock.Instant?

  var seconds: Double { total / .seconds(1) }

  mutating func start() { started = .now }

  mutating func stop() {
    guard let started else { return }
    total += .now - started
    self.started = nil
  }

  /// Runs what the measured code needs but does not have to pay for.
  mutating func pausing<Result>(_ body: () throws -> Result) rethrows -> Result {
    stop()
    defer { start() }
    return try body()
  }
}
