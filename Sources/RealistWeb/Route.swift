import LoopbackServer

/// One address of the interface and what answers there.
struct Route: Sendable {
  let method: HTTPRequest.Method
  /// Below `/api/1/`; a part in capitals stands for anything: `sources/ID/segments`.
  let path: String
  /// The parts; `nil` for one that stands for anything.
  private let parts: [String?]
  let answer: @Sendable (Workbench, Call) throws -> HTTPResponse

  init(
    _ method: HTTPRequest.Method, _ path: String,
    _ answer: @escaping @Sendable (Workbench, Call) throws -> HTTPResponse
  ) {
    (self.method, self.path, self.answer) = (method, path, answer)
    parts = path.split(separator: "/").map { part in
      part.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ? nil : String(part)
    }
  }

  /// The variable parts of an address, in order; `nil` when it is another one.
  func names(in address: ArraySlice<String>) -> [String]? {
    guard address.count == parts.count else { return nil }
    var names: [String] = []
    for (part, given) in zip(parts, address) {
      if let part {
        guard part == given else { return nil }
      } else {
        names.append(given)
      }
    }
    return names
  }
}

extension Route {
  /// Every address there is. The first that fits answers.
  static let all: [Route] =
    study + sources + segments + codes + quotes + participants + configurations + evidence + theoryOfChange
    + participantWrites + imports + tables + journal
}
