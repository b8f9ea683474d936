import LoopbackServer
import Testing

@Suite("Answers that stay open")
struct LiveTests {
  @Test("every open answer gets its first bytes and then all the news")
  func news() throws {
    let server = try RunningServer()
    let readers = try (0..<5).map { _ in try server.connect() }
    for reader in readers {
      try reader.send(server.request("GET /live"))
      #expect(try reader.openAnswer().hasPrefix("HTTP/1.1 200"))
      #expect(try text(reader.chunk()) == "first\n")
    }
    for round in 0..<20 {
      server.tell("change \(round)\n")
      // Answers to others in between change nothing.
      if round % 3 == 0 { #expect(try server.answer(to: server.request("GET /a")).status == 200) }
      for reader in readers { #expect(try text(reader.chunk()) == "change \(round)\n") }
    }
  }

  @Test("an open answer that has nothing to say still says a line now and then")
  func heartbeat() throws {
    let server = try RunningServer { $0.secondsOfSilence = 0.2 }
    let reader = try server.connect()
    try reader.send(server.request("GET /live"))
    _ = try reader.openAnswer()
    #expect(try text(reader.chunk()) == "first\n")
    for _ in 0..<3 { #expect(try text(reader.chunk()) == "\n") }
  }

  @Test("stopping ends open answers, and ends")
  func stop() throws {
    let server = try RunningServer()
    let readers = try (0..<3).map { _ in try server.connect() }
    for reader in readers {
      try reader.send(server.request("GET /live"))
      _ = try reader.openAnswer()
      #expect(try text(reader.chunk()) == "first\n")
    }
    #expect(server.stop())
    for reader in readers {
      #expect(try reader.chunk() == [])
      #expect(try reader.isAtEnd)
    }
  }

  @Test("who goes away or does not read is let go, and the others still hear the news")
  func leaving() throws {
    let server = try RunningServer { $0.secondsOfSilence = 0.1 }
    let stays = try server.connect()
    try stays.send(server.request("GET /live"))
    _ = try stays.openAnswer()
    #expect(try text(stays.chunk()) == "first\n")
    for _ in 0..<20 {
      let leaves = try server.connect()
      try leaves.send(server.request("GET /live"))
    }
    let lazy = try server.connect()
    try lazy.send(server.request("GET /live"))
    let line = String(repeating: "x", count: 999_999) + "\n"
    var (count, expected) = (0, 0)
    for _ in 0..<12 {
      server.tell(line)
      expected += line.utf8.count
      while count < expected { count += try stays.chunk().filter { $0 != UInt8(ascii: "\n") }.count + 1 }
      count = expected
    }
    server.tell("last\n")
    var heard = ""
    while !heard.hasSuffix("last\n") { heard += try text(stays.chunk()) }
    #expect(try server.answer(to: server.request("GET /a")).status == 200)
    #expect(server.stop())
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
