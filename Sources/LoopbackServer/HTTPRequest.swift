/// A request whose head and body have arrived whole.
public struct HTTPRequest: Sendable {
  /// The methods that are answered; any other is refused before a handler sees it.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    case get = "GET"
    /// A handler answers it like a GET; the server leaves the body away.
    case head = "HEAD"
    case post = "POST"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  public var method: Method
  /// The path's segments, percent-decoded: `/api/1/sources` is three. Never `.`, `..` or anything with a slash or U+0000 in it.
  public var path: [String]
  /// What follows the question mark, percent-decoded; the last of several with one name.
  public var query: [String: String]
  /// By name in lower case; the last of several with one name.
  public var headers: [String: String]
  public var body: [UInt8]

  public init(
    _ method: Method, path: [String], query: [String: String] = [:], headers: [String: String] = [:],
    body: [UInt8] = []
  ) {
    (self.method, self.path, self.query) = (method, path, query)
    (self.headers, self.body) = (headers, body)
  }
}
