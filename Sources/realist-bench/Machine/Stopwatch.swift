import Glibc

/// What time is: on the wall, or of the processor, which other work on the machine hardly touches.
enum Clock: String {
  case wall, cpu
}

/// The same stretch of work on both clocks, in seconds.
struct Times {
  var wall = 0.0
  var cpu = 0.0

  subscript(clock: Clock) -> Double { clock == .wall ? wall : cpu }
}

/// Adds up the time of what is to be measured, leaving out what is not.
struct Stopwatch {
  private(set) var times = Times()
  private var started: Times?

  mutating func start() { started = Self.now() }

  mutating func stop() {
    guard let started else { return }
    let now = Self.now()
    times.wall += now.wall - started.wall
    times.cpu += now.cpu - started.cpu
    self.started = nil
  }

  /// Runs what the measured code needs but does not have to pay for.
  mutating func pausing<Result>(_ body: () throws -> Result) rethrows -> Result {
    stop()
    defer { start() }
    return try body()
  }

  private static func now() -> Times {
    Times(wall: read(CLOCK_MONOTONIC), cpu: read(CLOCK_PROCESS_CPUTIME_ID))
  }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
