import LoopbackServer
import Synchronization

/// An answer that takes its time, made once for all who ask for it while the study stays as it is.
final class SharedAnswer: Sendable {
  private let made = Mutex<HTTPResponse?>(nil)
  private let make: @Sendable () -> HTTPResponse

  init(_ make: @escaping @Sendable () -> HTTPResponse) { self.make = make }

  /// Makes it, or waits until somebody else has. What went wrong is tried again, and what is very large made again.
  func answer() -> HTTPResponse {
    made.withLock { made in
      if let made { return made }
      let answer = make()
      if AnswerCache.isKept(answer) { made = answer }
      return answer
    }
  }
}
