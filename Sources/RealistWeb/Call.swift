import LoopbackServer
import RealistModel
import RealistStore

/// A request on its way to a resource.
struct Call: Sendable {
  let request: HTTPRequest
  /// The variable parts of the address, in order.
  let names: [String]

  /// The id at a place of the address. What is no id names nothing.
  func id<Entity>(_ place: Int = 0, of kind: StoreError.Kind) throws -> ID<Entity> {
    guard names.indices.contains(place), let id = ID<Entity>(names[place]) else { throw WebError.gone(kind) }
    return id
  }

  /// A parameter of the address; `nil` when it is not there or empty.
  func parameter(_ name: String) -> String? {
    request.query[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  func idParameter<Entity>(_ name: String, of entity: Entity.Type = Entity.self) throws -> ID<Entity>? {
    try parameter(name).map { text in
      guard let id = ID<Entity>(text) else { throw WebError.badMember(name, expected: "an id") }
      return id
    }
  }

  /// A count, such as `limit`.
  func countParameter(_ name: String) throws -> Int? {
    try parameter(name).map { text in
      guard let count = Int(text), count >= 0 else {
        throw WebError.badMember(name, expected: "a number from 0")
      }
      return count
    }
  }

  func flagParameter(_ name: String, default isOn: Bool = false) throws -> Bool {
    switch parameter(name) {
    case nil: isOn
    case "true": true
    case "false": false
    default: throw WebError.badMember(name, expected: "true or false")
    }
  }

  /// The body's members; a request that needs none may be without a body.
  func members(_ known: Set<String>) throws -> Members {
    let isEmpty = request.body.isEmpty
    return try Members(isEmpty ? Array("{}".utf8) : request.body, known: known)
  }

  /// The id that the page gave a change, kept when it is sent again, so that it is made once; the journal's entry gets it.
  func requestID() throws -> ID<JournalEntry>? {
    try request.headers["realist-request"].map { text in
      guard let id = ID<JournalEntry>(text) else {
        throw WebError.badMember("realist-request", expected: "an id")
      }
      return id
    }
  }

  /// A header that carries any text, percent-encoded.
  func header(_ name: String) throws -> String? {
    guard let raw = request.headers[name] else { return nil }
    guard let text = PercentEncoding.decoded(raw) else {
      throw WebError.badMember(name, expected: "percent-encoded UTF-8")
    }
    return text
  }
}

/// Percent-encoding (RFC 3986, section 2.1).
enum PercentEncoding {
  /// `nil` for a stray `%` and for bytes that are not UTF-8.
  static func decoded(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Every byte that is not unreserved as `%XX`, for a header such as `Content-Disposition` (RFC 8187, section 3.2).
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
