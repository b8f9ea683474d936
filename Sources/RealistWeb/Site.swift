import LoopbackServer

/// All that the workbench's server has: the page, and the interface that it asks.
public final class Site: RequestHandler {
  private let workbench: Workbench

  public init(_ workbench: Workbench) { self.workbench = workbench }

  public func respond(to request: HTTPRequest) -> HTTPResponse {
    PageAnswers.answer(to: request) ?? workbench.respond(to: request)
  }

  public func news() -> [UInt8] { workbench.news() }
}
