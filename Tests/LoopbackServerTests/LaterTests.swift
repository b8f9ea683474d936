import Glibc
import LoopbackServer
import Testing

@Suite("Answers that take their time")
struct LaterTests {
  @Test("everybody else is answered while one is made, and it comes whole to the one who asked")
  func meanwhile() throws {
    let server = try RunningServer()
    let clock = ContinuousClock()
    let began = clock.now
    let slow = try server.connect()
    try slow.send(server.request("GET /slow"))
    try slow.send(server.request("GET /after"))
    let quick = try server.answer(to: server.request("GET /quick"))
    #expect(quick.status == 200)
    #expect(clock.now - began < .milliseconds(400), "the quick answer waited for the slow one")
    #expect(try slow.answer().text == "made")
    #expect(clock.now - began >= .milliseconds(400))
    #expect(try slow.answer().text == "GET|after|")
  }

  @Test("twenty at once each get their own, and a server that ends does not wait for one")
  func many() throws {
    let server = try RunningServer()
    let connections = try (0..<20).map { _ in try server.connect() }
    for connection in connections { try connection.send(server.request("GET /slow")) }
    for connection in connections {
      #expect(try connection.answer().text == "made")
    }
    let last = try server.connect()
    try last.send(server.request("GET /slow"))
    while server.handled < 21 { usleep(1000) }
    #expect(server.stop())
    #expect(try last.answer().status == 503)
  }
}
