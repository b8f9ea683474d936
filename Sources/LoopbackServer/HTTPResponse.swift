/// What is sent back. Headers that every answer has (length, date, security) are the server's.
public struct HTTPResponse: Sendable {
  public enum Body: Sendable {
    case bytes([UInt8])
    /// Stays open: these bytes at once, then whatever ``RequestHandler/news()`` has for everybody.
    case live([UInt8])
    /// Takes its time, on a thread of its own; everybody else is answered meanwhile. What is made must not be `later` again.
    case later(@Sendable () -> HTTPResponse)
  }

  public var status: Int
  public var contentType: String
  /// Besides the content type.
  public var headers: [String: String]
  public var body: Body

  public init(
    status: Int = 200, contentType: String, headers: [String: String] = [:], body: Body
  ) {
    (self.status, self.contentType, self.headers, self.body) = (status, contentType, headers, body)
  }
}
