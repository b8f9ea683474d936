/// What has arrived on one connection of the request that is under way.
final class Connection {
  enum Phase {
    case idle
    /// The first line is there.
    case began(target: [UInt8])
    case receiving(limit: Int)
    /// The rest of the body is dropped, so that the client gets to read why.
    case overflowing(limit: Int)
    /// Sleeps until its answer is made; `nil` while it is not.
    case waiting(HTTPResponse?)
    case answering
  }

  let socket: Int32
  var phase = Phase.idle
  var request: HTTPRequest?
  var isHead = false
  /// When the wait for a whole request began.
  var waitingSince: ContinuousClock.Instant

  var isWaiting: Bool { if case .waiting = phase { true } else { false } }

  init(socket: Int32, now: ContinuousClock.Instant) {
    (self.socket, waitingSince) = (socket, now)
  }

  func finish(now: ContinuousClock.Instant) {
    (phase, request, isHead, waitingSince) = (.idle, nil, false, now)
  }
}
