import LoopbackServer

/// All that the workbench's server has: the page, and what it asks for.
public final class Site: RequestHandler {
  public init() {}

  public func respond(to request: HTTPRequest) -> HTTPResponse {
    PageAnswers.answer(to: request)
      ?? HTTPResponse(
        status: 404, contentType: "application/json; charset=utf-8",
        body: .bytes(
          Array(#"{"error":{"message":"there is no such address","hint":null,"kind":"unknown"}}"#.utf8)))
  }

  public func news() -> [UInt8] { [] }
}
