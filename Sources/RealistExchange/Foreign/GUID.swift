import RealistModel

/// The 16 bytes by which an exchanged project names its elements.
struct GUID: Hashable, Sendable, Comparable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  init<Entity>(_ id: ID<Entity>) { (high, low) = (id.high, id.low) }

  /// From 8-4-4-4-12 hexadecimal digits in either case, with or without braces; nil for anything else.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var text = text[...]
    if text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}") { text = text.dropFirst().dropLast() }
    guard text.count == 36 else { return nil }
    var (high, low, digits) = (UInt64(0), UInt64(0), 0)
    for (place, byte) in text.enumerated() {
      if place == 8 || place == 13 || place == 18 || place == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let value = Self.value(byte) else { return nil }
      if digits < 16 { high = high << 4 | value } else { low = low << 4 | value }
      digits += 1
    }
    self.init(high: high, low: low)
  }

  /// Made from a text that names something: the first half of its SHA-256.
  init(naming text: String) {
    let bytes = SHA256Digest(of: text).bytes
    self.init(
      high: bytes[0..<8].reduce(0) { $0 << 8 | UInt64($1) },
      low: bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) })
  }

  func id<Entity>(_ entity: Entity.Type = Entity.self) -> ID<Entity> { ID(high: high, low: low) }

  var description: String { id(GUID.self).description }

  static func < (left: GUID, right: GUID) -> Bool { (left.high, left.low) < (right.high, right.low) }

  private static func value(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
