import LoopbackServer
import Testing

@Suite("Who is answered")
struct AdmissionTests {
  /// A request that differs from a good one in one thing.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var line = "GET /api/1/study"
    var headers: [String: String] = [:]
    var without: Set<String> = []
    var status: Int

    var testDescription: String { name }

    init(
      _ name: String, _ status: Int, _ line: String = "GET /api/1/study", _ headers: [String: String] = [:],
      without: Set<String> = []
    ) {
      (self.name, self.status, self.line) = (name, status, line)
      (self.headers, self.without) = (headers, without)
    }
  }

  static let cases = [
    Case("a good request", 200),
    Case("from the page itself", 200, "GET /api/1/study", ["Sec-Fetch-Site": "same-origin"]),
    Case("typed into the address line", 200, "GET /", ["Sec-Fetch-Site": "none"], without: ["X-Token"]),
    Case("no token", 401, without: ["X-Token"]),
    Case("no token, written otherwise", 401, "GET /%61pi/1/study", without: ["X-Token"]),
    Case("no token, and no resource", 401, "GET /api", without: ["X-Token"]),
    Case("an empty token", 401, "GET /api/1/study", ["X-Token": ""]),
    Case("a token of another run", 401, "GET /api/1/study", ["X-Token": AccessToken.random().text]),
    Case("a token in the query alone", 401, "GET /api/1/study?x-token=a", without: ["X-Token"]),
    Case("the page needs no token", 200, "GET /page/main.js", without: ["X-Token"]),
    Case("another host", 421, "GET /", ["Host": "example.org"]),
    Case("another host of this port", 421, "GET /", ["Host": "evil.example:PORT"]),
    Case("the address without its port", 421, "GET /", ["Host": "127.0.0.1"]),
    Case("another port", 421, "GET /", ["Host": "127.0.0.1:1"]),
    Case("a host that begins like ours", 421, "GET /", ["Host": "127.0.0.1:PORT.evil.example"]),
    Case("by name", 200, "GET /", ["Host": "localhost:PORT"]),
    Case("by name in capitals", 200, "GET /", ["Host": "LOCALHOST:PORT"]),
    Case("our own origin", 200, "POST /api/1", ["Origin": "http://127.0.0.1:PORT"]),
    Case("our own origin by name", 200, "POST /api/1", ["Origin": "http://localhost:PORT"]),
    Case("a foreign origin", 403, "POST /api/1", ["Origin": "http://evil.example"]),
    Case("an origin of another port", 403, "POST /api/1", ["Origin": "http://127.0.0.1:1"]),
    Case("an origin of another scheme", 403, "POST /api/1", ["Origin": "https://127.0.0.1:PORT"]),
    Case("a hidden origin", 403, "POST /api/1", ["Origin": "null"]),
    Case("a foreign origin asks for the page", 403, "GET /", ["Origin": "http://evil.example"]),
    Case("another site", 403, "GET /", ["Sec-Fetch-Site": "cross-site"]),
    Case("another port of this machine", 403, "GET /", ["Sec-Fetch-Site": "same-site"]),
    Case("a preflight", 405, "OPTIONS /api/1/study", ["Access-Control-Request-Method": "POST"]),
    Case("PUT", 405, "PUT /api/1/study"), Case("TRACE", 405, "TRACE /"), Case("made up", 405, "TAG /"),
    Case("a method in small letters", 405, "get /"),
  ]

  @Test("each request gets the status it deserves, with the headers that every answer has", arguments: cases)
  func admission(_ one: Case) throws {
    let server = try RunningServer()
    let headers = one.headers.mapValues { $0.replacing("PORT", with: String(server.port)) }
    let answer = try server.answer(to: server.request(one.line, headers: headers, without: one.without))
    #expect(answer.status == one.status)
    #expect(server.handled == (one.status == 200 ? 1 : 0))
    for (name, value) in Self.always { #expect(answer.headers[name] == value, "\(name)") }
    #expect(
      answer.headers["content-security-policy"]?.hasPrefix("default-src 'none'; script-src 'self';") == true)
    #expect(!answer.headers.keys.contains { $0.hasPrefix("access-control-") || $0 == "set-cookie" })
    if one.status != 200 {
      #expect(answer.text.hasPrefix(#"{"error":{"message":""#))
      #expect(!answer.text.contains(server.token.text))
    }
    if one.status == 405 { #expect(answer.headers["allow"] == "GET, HEAD, POST, PATCH, DELETE") }
  }

  private static let always = [
    "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
  ]

  @Test(
    "a header that something is decided by must not stand there twice",
    arguments: ["Host", "Origin", "X-Token", "Sec-Fetch-Site"])
  func twice(_ name: String) throws {
    let server = try RunningServer()
    let good = [
      "Host": "127.0.0.1:\(server.port)", "Origin": "http://127.0.0.1:\(server.port)",
      "X-Token": server.token.text, "Sec-Fetch-Site": "same-origin",
    ]
    #expect(try server.answer(to: server.request("GET /api/1", headers: good)).status == 200)
    for second in ["evil.example", good[name] ?? ""] {
      let request = server.request("GET /api/1", headers: good).replacing(
        "\r\n\r\n", with: "\r\n\(name): \(second)\r\n\r\n")
      #expect(try server.answer(to: request).status == 400)
    }
  }

  @Test("a request without a host is not answered")
  func noHost() throws {
    let server = try RunningServer()
    let status = try server.answer(to: server.request("GET /", without: ["Host"])).status
    #expect([400, 421].contains(status))
    #expect(server.handled == 0)
  }

  @Test("a token is 43 characters, another each time, and only itself fits")
  func token() {
    let tokens = (0..<100).map { _ in AccessToken.random() }
    #expect(Set(tokens.map(\.text)).count == 100)
    for token in tokens {
      #expect(token.text.utf8.count == 43)
      #expect(AccessToken(token.text)?.matches(token.text) == true)
      #expect(
        !token.matches(token.text + "A") && !token.matches("")
          && !token.matches(String(token.text.dropLast())))
      for place in token.text.indices {
        var other = Array(token.text)
        other[token.text.distance(from: token.text.startIndex, to: place)] = "."
        #expect(!token.matches(String(other)))
      }
    }
    #expect(AccessToken("short") == nil)
    #expect(AccessToken(String(repeating: "é", count: 43)) == nil)
    #expect(AccessToken(String(repeating: "+", count: 43)) == nil)
  }
}
