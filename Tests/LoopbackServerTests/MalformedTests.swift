import LoopbackServer
import Testing

@Suite("What is no request")
struct MalformedTests {
  static let texts = [
    "\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nHost\r\n\r\n",
    "\u{0}\u{0}\u{0}\u{0}\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: x\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 99999999999999999999\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
    "POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "CONNECT evil.example:443 HTTP/1.1\r\nHost: HOST\r\n\r\n",
    "GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\n\r\n",
    "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{fc}\u{3}\u{3}",
  ]

  @Test("it never reaches the handler as a good one, and the server goes on", arguments: texts.indices)
  func malformed(_ index: Int) throws {
    let server = try RunningServer { $0.secondsToArrive = 0.3 }
    let connection = try server.connect()
    try? connection.send(Self.texts[index].replacing("HOST", with: "127.0.0.1:\(server.port)"))
    connection.finishSending()
    if let answer = try? connection.answer() { #expect(answer.status >= 400) }
    #expect(server.handled == 0)
    #expect(try server.answer(to: server.request("GET /a")).status == 200)
    #expect(server.stop())
  }

  @Test(
    "requests with bytes changed, lost and doubled at random do no harm", arguments: [1, 2, 3] as [UInt64])
  func mutated(_ seed: UInt64) throws {
    let server = try RunningServer { $0.secondsToArrive = 0.3 }
    let good = Array(server.request("POST /api/1/x?y=%20z", body: "some words").utf8)
    var random = Randomness(state: seed)
    for _ in 0..<300 {
      var bytes = good
      for _ in 0...random.next() % 4 {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 4 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
        default: bytes.insert(contentsOf: bytes[place...], at: place)
        }
      }
      let connection = try server.connect()
      try? connection.send(bytes)
      connection.finishSending()
      _ = try? connection.answer()
    }
    #expect(try server.answer(to: server.request("GET /a")).status == 200)
    #expect(server.stop())
  }
}

/// SplitMix64.
struct Randomness {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}
