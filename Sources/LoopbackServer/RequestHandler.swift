/// Answers requests, one at a time, on the thread that runs the server.
public protocol RequestHandler: AnyObject {
  func respond(to request: HTTPRequest) -> HTTPResponse

  /// Asked after every answer and several times a second in between: what all open ``HTTPResponse/Body/live(_:)`` answers get next;
  /// empty when there is nothing new.
  func news() -> [UInt8]
}
