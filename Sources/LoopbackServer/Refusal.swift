/// Why a request is not answered by the handler.
enum Refusal: Error, Equatable {
  case wrongHost
  case foreignOrigin
  case malformed
  case unknownMethod
  case headTooLarge(limit: Int)
  case wrongToken
  case bodyTooLarge(limit: Int)
  case tooSlow
  case unsendable
  case stopping

  var status: Int {
    switch self {
    case .wrongHost: 421
    case .foreignOrigin: 403
    case .malformed: 400
    case .unknownMethod: 405
    case .headTooLarge: 431
    case .wrongToken: 401
    case .bodyTooLarge: 413
    case .tooSlow: 408
    case .unsendable: 500
    case .stopping: 503
    }
  }

  private var kind: String {
    switch self {
    case .wrongHost: "host"
    case .foreignOrigin: "origin"
    case .malformed: "malformed"
    case .unknownMethod: "method"
    case .headTooLarge, .bodyTooLarge: "tooLarge"
    case .wrongToken: "token"
    case .tooSlow: "tooSlow"
    case .unsendable: "unsendable"
    case .stopping: "stopping"
    }
  }

  private var message: String {
    switch self {
    case .wrongHost: "the request is for another host"
    case .foreignOrigin: "the request comes from the page of another site"
    case .malformed: "the request cannot be read"
    case .unknownMethod: "the method is none that is answered here"
    case .headTooLarge(let limit): "the head of the request is larger than \(limit >> 10) KB"
    case .wrongToken: "the page was opened with the token of an earlier run, or without one"
    case .bodyTooLarge(let limit): "the request is larger than \(limit >> 20) MB"
    case .tooSlow: "the request did not arrive in time"
    case .unsendable: "the answer cannot be sent"
    case .stopping: "the program ends"
    }
  }

  private var hint: String? {
    self == .wrongToken ? "open the address that the program printed when it started" : nil
  }

  /// Fixed words, nothing of the request.
  var response: HTTPResponse {
    let hint = hint.map { "\"\($0)\"" } ?? "null"
    let json = #"{"error":{"message":"\#(message)","hint":\#(hint),"kind":"\#(kind)"}}"#
    return HTTPResponse(
      status: status, contentType: "application/json; charset=utf-8",
      headers: self == .unknownMethod
        ? ["Allow": HTTPRequest.Method.allCases.map(\.rawValue).joined(separator: ", ")] : [:],
      body: .bytes(Array(json.utf8)))
  }
}
