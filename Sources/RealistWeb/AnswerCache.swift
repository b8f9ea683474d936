import LoopbackServer

/// Answers of the study as it is now, so that what several pages ask for is put together once.
struct AnswerCache {
  private var answers: [String: HTTPResponse] = [:]
  private var size = 0
  /// All answers together, and one of them, in bytes.
  static let (largest, largestOfOne) = (8 << 20, 1 << 20)

  subscript(request: HTTPRequest) -> HTTPResponse? { answers.isEmpty ? nil : answers[Self.key(request)] }

  /// Keeps an answer that can be given again. Where there is no room for it, the others go: what is asked for now is asked for again.
  mutating func keep(_ response: HTTPResponse, for request: HTTPRequest) {
    guard response.status == 200, case .bytes(let bytes) = response.body, bytes.count <= Self.largestOfOne
    else { return }
    if size + bytes.count > Self.largest { forget() }
    let key = Self.key(request)
    guard answers.updateValue(response, forKey: key) == nil else { return }
    size += bytes.count + key.utf8.count
  }

  mutating func forget() { (answers, size) = ([:], 0) }

  /// The address with its parameters in a fixed order; U+0000 is in none of them.
  private static func key(_ request: HTTPRequest) -> String {
    var key = request.path.joined(separator: "/")
    guard !request.query.isEmpty else { return key }
    for (name, value) in request.query.sorted(by: { $0.key < $1.key }) { key += "\0\(name)\0\(value)" }
    return key
  }
}
