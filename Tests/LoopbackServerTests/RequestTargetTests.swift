import Testing

@testable import LoopbackServer

@Suite("The target of a request")
struct RequestTargetTests {
  @Test(
    "a path is decoded segment by segment",
    arguments: [
      ("/", []), ("/a", ["a"]), ("/a/b", ["a", "b"]), ("/a%20b", ["a b"]), ("/a+b", ["a+b"]),
      ("/%C3%A9", ["é"]), ("/%f0%9f%99%82", ["🙂"]), ("/...", ["..."]), ("/.a", [".a"]), ("/a..", ["a.."]),
      ("/%2e%2e%2e", ["..."]), ("/%25", ["%"]), ("/%252e%252e", ["%2e%2e"]), ("/a?b/../c", ["a"]),
    ])
  func paths(_ text: String, _ path: [String]) {
    #expect(RequestTarget(Array(text.utf8))?.path == path)
  }

  static let refused =
    [
      "", "a", "*", "http://127.0.0.1/", "//", "//a", "/a//b", "/a/", "/.", "/..", "/a/../b", "/a/./b",
      "/../a",
      "/%2e%2e/a", "/%2E%2e/a", "/.%2e/a", "/%2e./a", "/a/%2e", "/..%2fa", "/%2e%2e%2fa", "/a%2Fb", "/a%5Cb",
      "/a\\b", "/..\\a", "/%00", "/a%00.js", "/a?q=%00", "/%", "/%4", "/%zz", "/%4g", "/%C3", "/%FF", "/a b",
      "/é", "/a\u{7f}", "/%ED%A0%80", "/%C0%AE%C0%AE/a", "/?a=%", "/?a=%C3", "/%+1", "/%-1",
    ]

  @Test("what could be read in two ways is refused", arguments: refused)
  func refusal(_ text: String) {
    #expect(RequestTarget(Array(text.utf8)) == nil)
  }

  @Test("over the wire too", arguments: refused.filter { !$0.contains(" ") && !$0.isEmpty })
  func refusalOverTheWire(_ text: String) throws {
    let server = try RunningServer()
    let status = try server.answer(to: server.request("GET \(text)")).status
    #expect(status == 400)
    #expect(server.handled == 0)
  }

  @Test("no percent-encoding of any depth and mixture leads to a dot segment")
  func dotsExhaustively() {
    let dots = [".", "%2e", "%2E", "%252e"], slashes = ["/", "%2f", "%5c", "\\"]
    for first in dots {
      for second in dots {
        for slash in slashes {
          for prefix in ["/", "/page/", "/page"] {
            let text = prefix + first + second + slash + "x"
            guard let target = RequestTarget(Array(text.utf8)) else { continue }
            #expect(
              !target.path.contains { $0 == ".." || $0 == "." || $0.contains("/") || $0.contains("\\") })
          }
        }
      }
    }
  }
}
