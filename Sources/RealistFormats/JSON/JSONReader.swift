extension JSONValue {
  /// Reads one JSON value and nothing after it. Strict: no comments, no trailing commas, no duplicate members, at most 64 levels deep.
  public init(_ bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes: bytes)
    do {
      self = try reader.document()
    } catch {
      throw JSONError(place: TextPlace(ofByte: min(reader.at, bytes.count), in: bytes), kind: error)
    }
  }
}

/// Why bytes are no JSON.
public struct JSONError: Error, Hashable, Sendable {
  public enum Kind: Error, Hashable, Sendable {
    case notUTF8
    case unexpectedEnd
    case expected(String)
    case badEscape
    case badNumber
    case controlCharacter
    case duplicateMember(String)
    case tooDeep
    case textAfterValue
  }

  public var place: TextPlace
  public var kind: Kind

  public init(place: TextPlace, kind: Kind) { (self.place, self.kind) = (place, kind) }
}

private struct JSONReader {
  let bytes: [UInt8]
  var at = 0
  static let maximumDepth = 64

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONError.Kind) -> JSONValue {
    if let bad = UTF8Validator.firstError(in: bytes) {
      at = bad
      throw .notUTF8
    }
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { at = 3 }
    let value = try value(depth: 0)
    skipSpace()
    guard at == bytes.count else { throw .textAfterValue }
    return value
  }

  private mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x0a, 0x0d, 0x09].contains(bytes[at]) { at += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSONError.Kind) {
    skipSpace()
    guard at < bytes.count else { throw .unexpectedEnd }
    guard take(byte) else { throw .expected(String(UnicodeScalar(byte))) }
  }

  private mutating func value(depth: Int) throws(JSONError.Kind) -> JSONValue {
    guard depth <= Self.maximumDepth else { throw .tooDeep }
    skipSpace()
    guard at < bytes.count else { throw .unexpectedEnd }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError.Kind) -> JSONValue {
    guard bytes[at...].starts(with: word.utf8) else { throw .expected("a value") }
    at += word.utf8.count
    return value
  }

  private mutating func object(depth: Int) throws(JSONError.Kind) -> JSONValue {
    at += 1
    var members: [String: JSONValue] = [:]
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard at < bytes.count else { throw .unexpectedEnd }
      guard bytes[at] == UInt8(ascii: "\"") else { throw .expected("a member name in quotation marks") }
      let start = at
      let name = try string()
      try expect(UInt8(ascii: ":"))
      guard members.updateValue(try value(depth: depth + 1), forKey: name) == nil else {
        at = start
        throw .duplicateMember(name)
      }
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      try expect(UInt8(ascii: "}"))
      return .object(members)
    }
  }

  private mutating func array(depth: Int) throws(JSONError.Kind) -> JSONValue {
    at += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      try expect(UInt8(ascii: "]"))
      return .array(elements)
    }
  }

  private mutating func string() throws(JSONError.Kind) -> String {
    at += 1
    var text: [UInt8] = []
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw .controlCharacter
      default:
        text.append(bytes[at])
        at += 1
      }
    }
    throw .unexpectedEnd
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError.Kind) {
    at += 1
    guard at < bytes.count else { throw .unexpectedEnd }
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
      UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12,
      UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
    ]
    if let byte = simple[bytes[at]] {
      text.append(byte)
      at += 1
      return
    }
    var code = try unit()
    if (0xd800..<0xdc00).contains(code) {
      guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\") else { throw .badEscape }
      at += 1
      let low = try unit()
      guard (0xdc00..<0xe000).contains(low) else { throw .badEscape }
      code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
    }
    guard let scalar = UnicodeScalar(code) else { throw .badEscape }
    text += String(scalar).utf8
  }

  /// The four hexadecimal digits after `\u`.
  private mutating func unit() throws(JSONError.Kind) -> UInt32 {
    guard at + 4 < bytes.count, bytes[at] == UInt8(ascii: "u") else { throw .badEscape }
    var value: UInt32 = 0
    for byte in bytes[(at + 1)...(at + 4)] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { throw .badEscape }
      value = value << 4 | UInt32(digit)
    }
    at += 5
    return value
  }

  private mutating func number() throws(JSONError.Kind) -> JSONValue {
    let start = at
    while at < bytes.count, "0123456789+-.eE".utf8.contains(bytes[at]) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard !text.isEmpty else { throw .expected("a value") }
    guard Self.isNumber(text) else {
      at = start
      throw .badNumber
    }
    if let whole = Int(text) { return .integer(whole) }
    guard let number = Double(text), number.isFinite else {
      at = start
      throw .badNumber
    }
    return .number(number)
  }

  /// RFC 8259, section 6: `-? (0 | [1-9][0-9]*) (\. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  private static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text)
    func digits() -> Int {
      let run = rest.prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(run.count)
      return run.count
    }
    if rest.first == "-" { rest = rest.dropFirst() }
    let leadingZero = rest.first == "0"
    let whole = digits()
    guard whole > 0, !leadingZero || whole == 1 else { return false }
    if rest.first == "." {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest = rest.dropFirst()
      if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
