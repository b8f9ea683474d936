import LoopbackServer

/// Answers of the study as it is now, so that what several pages ask for is put together once.
struct AnswerCache {
  private var answers: [String: HTTPResponse] = [:]
  private var size = 0
  /// All answers together, and one of them, in bytes.
  static let (largest, largestOfOne) = (8 << 20, 1 << 20)

  subscript(request: HTTPRequest) -> HTTPResponse? { answers.isEmpty ? nil : answers[Self.key(request)] }

  /// The answer to send; it is kept when it can be given again. Where there is no room for it, the others go: what is asked for now is
  /// asked for again.
  mutating func keeping(_ response: HTTPResponse, for request: HTTPRequest) -> HTTPResponse {
    var (response, bytes) = (response, 0)
    switch response.body {
    case .bytes where !Self.isKept(response): return response
    case .bytes(let body): bytes = body.count
    case .later(let make):
      let shared = SharedAnswer(make)
      response.body = .later { shared.answer() }
      // How large it will be is not known yet.
      bytes = Self.largestOfOne
    case .live: return response
    }
    if size + bytes > Self.largest { forget() }
    let key = Self.key(request)
    if answers.updateValue(response, forKey: key) == nil { size += bytes + key.utf8.count }
    return response
  }

  mutating func forget() { (answers, size) = ([:], 0) }

  /// Whether an answer is worth keeping, and there is room for it.
  static func isKept(_ response: HTTPResponse) -> Bool {
    guard response.status == 200, case .bytes(let bytes) = response.body else { return false }
    return bytes.count <= largestOfOne
  }

  /// The address with its parameters in a fixed order; U+0000 is in none of them.
  private static func key(_ request: HTTPRequest) -> String {
    var key = request.path.joined(separator: "/")
    guard !request.query.isEmpty else { return key }
    for (name, value) in request.query.sorted(by: { $0.key < $1.key }) { key += "\0\(name)\0\(value)" }
    return key
  }
}
