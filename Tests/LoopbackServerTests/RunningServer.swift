import Foundation
import Glibc
import LoopbackServer
import Synchronization

/// A server on a thread of its own, with a handler that tells back what it got.
final class RunningServer: Sendable {
  let port: UInt16
  let token: AccessToken
  private let shared = Shared()
  private let ended = DispatchSemaphore(value: 0)

  /// What the test and the thread of the server both touch.
  final class Shared: Sendable {
    let isOver = Atomic<Bool>(false)
    let news = Mutex<[UInt8]>([])
    let handled = Atomic<Int>(0)
  }

  init(_ change: @Sendable (inout ServerRules) -> Void = { _ in }) throws {
    let token = AccessToken.random()
    var rules = ServerRules(token: token, tokenHeader: "x-token")
    rules.largeBodies = [["api", "large"]]
    change(&rules)
    self.token = token
    let (shared, ended, started) = (shared, ended, DispatchSemaphore(value: 0))
    let settled = rules
    let chosen = Mutex<Result<UInt16, ServerError>?>(nil)
    let thread = Thread {
      do throws(ServerError) {
        let listener = try LoopbackListener()
        let port = listener.port
        chosen.withLock { $0 = .success(port) }
        started.signal()
        try listener.run(settled, handler: Echo(shared), until: { shared.isOver.load(ordering: .relaxed) })
      } catch {
        chosen.withLock { $0 = .failure(error) }
        started.signal()
      }
      ended.signal()
    }
    thread.start()
    started.wait()
    port = try chosen.withLock { $0 ?? .failure(.library) }.get()
  }

  deinit { shared.isOver.store(true, ordering: .relaxed) }

  /// Ends it; whether that took less than some seconds.
  func stop(within seconds: Double = 5) -> Bool {
    shared.isOver.store(true, ordering: .relaxed)
    return ended.wait(timeout: .now() + seconds) == .success
  }

  func tell(_ words: String) { shared.news.withLock { $0 += Array(words.utf8) } }

  /// How many requests the handler has seen.
  var handled: Int { shared.handled.load(ordering: .relaxed) }

  func connect(patience seconds: Double = 10) throws -> RawConnection {
    try RawConnection(port: port, patience: seconds)
  }

  /// The answer to one request on a connection of its own.
  func answer(to request: String) throws -> RawAnswer {
    let connection = try connect()
    try connection.send(request)
    return try connection.answer(isHead: request.hasPrefix("HEAD "))
  }

  /// A request as a page of this server sends it.
  func request(
    _ line: String, headers: [String: String] = [:], without left: Set<String> = [], body: String = ""
  ) -> String {
    var fields = ["Host": "127.0.0.1:\(port)", "X-Token": token.text]
    if !body.isEmpty { fields["Content-Length"] = String(body.utf8.count) }
    fields.merge(headers) { $1 }
    for name in left { fields[name] = nil }
    let head = fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
    return "\(line) HTTP/1.1\r\n\(head)\r\n\(body)"
  }
}

/// Tells back the request; `/live` stays open, `/slow` takes its time.
final class Echo: RequestHandler {
  private let shared: RunningServer.Shared

  init(_ shared: RunningServer.Shared) { self.shared = shared }

  func respond(to request: HTTPRequest) -> HTTPResponse {
    shared.handled.add(1, ordering: .relaxed)
    if request.path == ["live"] {
      return HTTPResponse(contentType: "application/x-ndjson", body: .live(Array("first\n".utf8)))
    }
    if request.path == ["slow"] {
      return HTTPResponse(
        contentType: "text/plain",
        body: .later {
          usleep(400_000)
          return HTTPResponse(contentType: "text/plain", body: .bytes(Array("made".utf8)))
        })
    }
    if request.path == ["bad-header"] {
      return HTTPResponse(contentType: "text/plain", headers: ["X-Bad": "a\r\nX-Split: b"], body: .bytes([]))
    }
    if request.path == ["api", "large"] {
      return HTTPResponse(contentType: "application/octet-stream", body: .bytes(request.body))
    }
    let query = request.query.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let words =
      ([request.method.rawValue] + request.path + query + [String(decoding: request.body, as: UTF8.self)])
    return HTTPResponse(
      contentType: "text/plain; charset=utf-8", body: .bytes(Array(words.joined(separator: "|").utf8)))
  }

  func news() -> [UInt8] {
    shared.news.withLock { news in
      defer { news = [] }
      return news
    }
  }
}
