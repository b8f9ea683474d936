import Foundation
import LoopbackServer
import Testing

@Suite("How much is taken")
struct LimitTests {
  @Test(
    "a body that says it is too large is refused before it comes",
    arguments: [("/api/1", 1 << 20), ("/api/large", 128 << 20)])
  func declared(_ path: String, _ limit: Int) throws {
    let server = try RunningServer()
    let answer = try server.answer(
      to: server.request("POST \(path)", headers: ["Content-Length": String(limit + 1)]))
    #expect(answer.status == 413)
    #expect(answer.text.contains("the request is larger than \(limit >> 20) MB"))
    #expect(server.handled == 0)
  }

  @Test("a body that is too large and does not say so is refused, and the connection goes on")
  func chunked() throws {
    let server = try RunningServer { $0.bodyLimit = 10_000 }
    let connection = try server.connect()
    for size in [9_999, 10_000, 10_001, 500_000] {
      let chunk = "64\r\n" + String(repeating: "x", count: 100) + "\r\n"
      let rest = String(repeating: "x", count: size % 100)
      try connection.send(server.request("POST /api/1", headers: ["Transfer-Encoding": "chunked"]))
      try connection.send(String(repeating: chunk, count: size / 100))
      if !rest.isEmpty { try connection.send("\(String(rest.utf8.count, radix: 16))\r\n\(rest)\r\n") }
      try connection.send("0\r\n\r\n")
      #expect(try connection.answer().status == (size > 10_000 ? 413 : 200), "\(size)")
    }
    #expect(server.handled == 2)
  }

  @Test("a head may have 16 KB", arguments: [(15_000, 200), (17_000, 431), (60_000, 431), (200_000, 431)])
  func heads(_ size: Int, _ status: Int) throws {
    let server = try RunningServer()
    let connection = try server.connect()
    try? connection.send(
      server.request("GET /api/1", headers: ["X-Long": String(repeating: "x", count: size)]))
    #expect(try connection.answer().status == status)
    #expect(server.handled == (status == 200 ? 1 : 0))
  }

  @Test("many short headers and a long target count as well")
  func otherHeads() throws {
    let server = try RunningServer()
    let many = Dictionary(uniqueKeysWithValues: (0..<1_000).map { ("X-Name-Of-Header-\($0)", "1") })
    #expect(try server.answer(to: server.request("GET /", headers: many)).status == 431)
    let long = String(repeating: "x", count: 17_000)
    #expect(try server.answer(to: server.request("GET /?q=\(long)")).status == 431)
  }

  @Test("who sends a head or a body slowly is told so and let go, others are answered meanwhile")
  func slow() throws {
    let server = try RunningServer { $0.secondsToArrive = 1 }
    let (head, body, silent) = (try server.connect(), try server.connect(), try server.connect())
    try head.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nX-Slow: ")
    try body.send(server.request("POST /api/1", headers: ["Content-Length": "1000"]))
    let begin = ContinuousClock.now
    var isCut = false
    while !isCut, ContinuousClock.now - begin < .seconds(8) {
      // A byte now and then does not count as progress.
      do {
        try head.send("x")
        try body.send("x")
      } catch { isCut = true }
      #expect(try server.answer(to: server.request("GET /a")).status == 200)
      Thread.sleep(forTimeInterval: 0.05)
    }
    #expect(isCut)
    for connection in [head, body] {
      let answer = try connection.answer()
      #expect(answer.status == 408)
      #expect(answer.headers["cache-control"] == "no-store")
    }
    #expect(try silent.isAtEnd)
  }

  @Test(
    "a connection between two requests is kept, and an open answer may last longer than a request may take")
  func patience() throws {
    let server = try RunningServer { rules in
      rules.secondsToArrive = 1
      rules.secondsOfSilence = 0.3
    }
    let (reader, connection) = (try server.connect(), try server.connect())
    try reader.send(server.request("GET /live"))
    _ = try reader.openAnswer()
    for _ in 0..<8 {
      try connection.send(server.request("GET /a"))
      #expect(try connection.answer().status == 200)
      #expect(!(try reader.chunk().isEmpty))
    }
  }
}
