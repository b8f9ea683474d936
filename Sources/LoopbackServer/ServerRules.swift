/// Who is answered, and how much is taken from them.
public struct ServerRules: Sendable {
  /// What a request below ``guardedPath`` has to show.
  public var token: AccessToken
  /// The header that shows it, in lower case.
  public var tokenHeader: String
  /// The first segment of every path that needs the token.
  public var guardedPath = "api"
  /// The most bytes of a body.
  public var bodyLimit = 1 << 20
  /// The most bytes of a body sent to one of ``largeBodies``.
  public var largeBodyLimit = 128 << 20
  public var largeBodies: Set<[String]> = []
  /// The most bytes of a request's target and headers.
  public var headLimit = 16 << 10
  public var connectionLimit = 256
  /// How long a request may take to arrive whole.
  public var secondsToArrive = 30.0
  /// How long an open answer stays silent at most.
  public var secondsOfSilence = 10.0

  public init(token: AccessToken, tokenHeader: String) {
    (self.token, self.tokenHeader) = (token, tokenHeader)
  }

  func bodyLimit(of path: [String]) -> Int { largeBodies.contains(path) ? largeBodyLimit : bodyLimit }
}
