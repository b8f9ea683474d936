/// The first look at a request, when its head is there and its body is not.
struct Admission {
  let rules: ServerRules
  let port: UInt16

  /// The request without its body.
  ///
  /// - Parameters:
  ///   - target: what stood in the first line, as it was sent.
  ///   - fields: name and value of every header, in their order.
  func request(
    method: String, target: [UInt8], fields: [(name: [UInt8], value: [UInt8])]
  ) throws(Refusal) -> HTTPRequest {
    let size = fields.reduce(target.count) { $0 + $1.name.count + $1.value.count + 4 }
    guard size <= rules.headLimit else { throw .headTooLarge(limit: rules.headLimit) }
    let headers = try headers(fields)
    try checkPlace(headers)
    guard let target = RequestTarget(target) else { throw .malformed }
    guard let method = HTTPRequest.Method(rawValue: method) else { throw .unknownMethod }
    if target.path.first == rules.guardedPath {
      guard let shown = headers[rules.tokenHeader], rules.token.matches(shown) else { throw .wrongToken }
    }
    let limit = rules.bodyLimit(of: target.path)
    if let length = headers["content-length"] {
      guard let count = Int(length), count >= 0 else { throw .malformed }
      if count > limit { throw .bodyTooLarge(limit: limit) }
    }
    return HTTPRequest(method, path: target.path, query: target.query, headers: headers)
  }

  /// A header that something is decided by stands there once.
  private func headers(
    _ fields: [(name: [UInt8], value: [UInt8])]
  ) throws(Refusal) -> [String: String] {
    let decisive: Set = ["host", "origin", "sec-fetch-site", "content-length", rules.tokenHeader]
    var headers: [String: String] = [:]
    for field in fields {
      guard let name = String(validating: field.name, as: UTF8.self)?.lowercased(),
        let value = String(validating: field.value, as: UTF8.self),
        headers.updateValue(value, forKey: name) == nil || !decisive.contains(name)
      else { throw .malformed }
    }
    return headers
  }

  /// Only pages of this server itself are answered: a name that some other site points to 127.0.0.1 is another host, and a page of another port is
  /// another site.
  private func checkPlace(_ headers: [String: String]) throws(Refusal) {
    let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
    guard let host = headers["host"]?.lowercased(), hosts.contains(host) else { throw .wrongHost }
    if let origin = headers["origin"], !hosts.contains(where: { "http://" + $0 == origin }) {
      throw .foreignOrigin
    }
    guard ["none", "same-origin"].contains(headers["sec-fetch-site"] ?? "none") else { throw .foreignOrigin }
  }
}
