import Glibc
import LoopbackServer
import Testing

@Suite("Requests are answered")
struct ServingTests {
  @Test("a request reaches the handler decoded, and its answer the client")
  func echo() throws {
    let server = try RunningServer()
    let answer = try server.answer(
      to: server.request("POST /a%20b/%C3%A9?q=x+y%2Bz&q=last&empty&e%3Dq=%F0%9F%99%82", body: "words 🙂"))
    #expect(answer.status == 200)
    #expect(answer.text == "POST|a b|é|e=q=🙂|empty=|q=last|words 🙂")
    #expect(answer.headers["content-type"] == "text/plain; charset=utf-8")
    #expect(server.stop())
  }

  @Test("HEAD has the headers of GET and no body")
  func head() throws {
    let server = try RunningServer()
    let connection = try server.connect()
    try connection.send(server.request("HEAD /a") + server.request("HEAD /live") + server.request("GET /b"))
    let answer = try connection.answer(isHead: true)
    #expect(answer.status == 200)
    #expect(answer.headers["content-length"] == String("HEAD|a|".utf8.count))
    #expect(try connection.answer(isHead: true).status == 200)
    #expect(try connection.answer().text == "GET|b|")
  }

  @Test("pipelined requests are answered in their order", arguments: [1, 7, 100_000])
  func pipelined(pieces size: Int) throws {
    let server = try RunningServer()
    let connection = try server.connect()
    let all = (0..<50).map { server.request("POST /n\($0)", body: String(repeating: "x", count: $0)) }
    let bytes = Array(all.joined().utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      try connection.send(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    for number in 0..<50 {
      #expect(try connection.answer().text == "POST|n\(number)|" + String(repeating: "x", count: number))
    }
  }

  @Test("any bytes of a body arrive as they were sent, with a length and in chunks")
  func bodies() throws {
    let server = try RunningServer()
    let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    let declared = try server.connect()
    try declared.send(server.request("POST /api/large", headers: ["Content-Length": "\(body.count)"]))
    try declared.send(body)
    #expect(try declared.answer().bytes == body)
    let chunked = try server.connect()
    try chunked.send(server.request("POST /api/large", headers: ["Transfer-Encoding": "chunked"]))
    for start in stride(from: 0, to: body.count, by: 70_001) {
      let piece = Array(body[start..<min(start + 70_001, body.count)])
      try chunked.send(Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + Array("\r\n".utf8))
    }
    try chunked.send("0\r\n\r\n")
    #expect(try chunked.answer().bytes == body)
  }

  @Test("200 connections at once are all answered, more than once each")
  func manyConnections() throws {
    let server = try RunningServer()
    let connections = try (0..<200).map { _ in try server.connect() }
    for round in 0..<3 {
      for (number, connection) in connections.enumerated() {
        try connection.send(server.request("GET /\(round)/\(number)"))
      }
      for (number, connection) in connections.enumerated().reversed() {
        #expect(try connection.answer().text == "GET|\(round)|\(number)|")
      }
    }
    #expect(server.handled == 600)
    #expect(server.stop())
  }

  @Test(
    "beyond the limit of connections who comes waits until somebody leaves, and those that are connected are answered"
  )
  func tooManyConnections() throws {
    let server = try RunningServer { $0.connectionLimit = 10 }
    var connections = try (0..<10).map { _ in try server.connect() }
    for connection in connections { try connection.send(server.request("GET /a")) }
    for connection in connections { #expect(try connection.answer().status == 200) }
    let late = try server.connect(patience: 0.3)
    try late.send(server.request("GET /late"))
    #expect(throws: RawConnection.Problem.ended(partly: 0)) { try late.answer() }
    for connection in connections { try connection.send(server.request("GET /a")) }
    for connection in connections { #expect(try connection.answer().status == 200) }
    connections.removeLast()
    var answer: RawAnswer?
    for _ in 0..<20 where answer == nil { answer = try? late.answer() }
    #expect(answer?.text == "GET|late|")
  }

  @Test("an answer whose header would split it is not sent")
  func badHeader() throws {
    let server = try RunningServer()
    let answer = try server.answer(to: server.request("GET /bad-header"))
    #expect(answer.status == 500)
    #expect(answer.headers["x-split"] == nil)
  }

  @Test("a port in use is an error that names it, and other addresses of this machine reach nothing")
  func ports() throws {
    let server = try RunningServer()
    let used = server.port
    let error = #expect(throws: ServerError.self) {
      let second = try LoopbackListener(port: used)
      Issue.record("listens on \(second.port) too")
    }
    #expect(error == .portInUse(used))
    #expect(error?.message == "port \(used) is in use by another program")
    #expect(throws: RawConnection.Problem.noConnection(ECONNREFUSED)) {
      try RawConnection(port: used, host: 0x7f00_0002)
    }
  }
}
