import CMicroHTTP
import Glibc

/// libmicrohttpd on the thread that calls ``run(on:until:)``: every callback comes from there.
final class Engine {
  let rules: ServerRules
  let admission: Admission
  let handler: any RequestHandler
  let clock = ContinuousClock()
  var connections: [OpaquePointer: Connection] = [:]
  var liveAnswers: [OpaquePointer: LiveAnswer] = [:]
  let workshop = Workshop()
  var hasAnswered = false

  init(rules: ServerRules, port: UInt16, handler: any RequestHandler) {
    (self.rules, self.handler) = (rules, handler)
    admission = Admission(rules: rules, port: port)
  }

  /// - Parameter socket: is closed when this ends.
  func run(on socket: Int32, until isOver: () -> Bool) throws(ServerError) {
    guard let daemon = start(on: socket) else {
      close(socket)
      throw .library
    }
    var (lastNews, lastWord, lastSweep) = (clock.now, clock.now, clock.now)
    while !isOver() {
      // Whoever waits for an answer that is being made shall not wait for the end of a silence.
      guard MHD_run_wait(daemon, workshop.isBusy ? 10 : 100) == .YES else { break }
      collect()
      let now = clock.now
      if hasAnswered || now - lastNews >= .milliseconds(100) {
        (hasAnswered, lastNews) = (false, now)
        var news = handler.news()
        if news.isEmpty, now - lastWord >= .seconds(rules.secondsOfSilence) { news = [UInt8(ascii: "\n")] }
        if !news.isEmpty {
          lastWord = now
          for answer in liveAnswers.values { answer.add(news) }
        }
      }
      if now - lastSweep >= .milliseconds(100) {
        lastSweep = now
        endLateRequests(now)
      }
    }
    stop(daemon)
  }

  /// The library refuses to stop while a connection sleeps, so open answers get to their end first.
  private func stop(_ daemon: OpaquePointer) {
    for answer in liveAnswers.values { answer.end() }
    for pointer in connections.keys { wake(pointer, with: Refusal.stopping.response) }
    var turns = 0
    repeat {
      MHD_run_wait(daemon, 10)
      turns += 1
    } while (!liveAnswers.isEmpty || connections.values.contains(where: \.isWaiting)) && turns < 20
    MHD_stop_daemon(daemon)
  }

  /// The library's own limit is on silence alone: who sends a byte now and then would hold a connection for ever.
  private func endLateRequests(_ now: ContinuousClock.Instant) {
    for connection in connections.values {
      guard now - connection.waitingSince >= .seconds(rules.secondsToArrive) else { continue }
      switch connection.phase {
      case .answering, .waiting: continue
      case .idle: break
      case .began, .receiving, .overflowing:
        let answer = Refusal.tooSlow.response.wholeBytes
        Glibc.send(connection.socket, answer, answer.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      shutdown(connection.socket, Int32(SHUT_RDWR))
      connection.waitingSince = now
    }
  }
}
