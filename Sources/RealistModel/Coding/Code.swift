/// A theme in the hierarchy.
public struct Code: Entity {
  public var id: ID<Code>
  public var parent: ID<Code>?
  /// One part of the path, e.g. `retention`; never empty, without `/` and line breaks, unique among its siblings.
  public var name: String
  public var definition: String
  /// When to use it.
  public var use: String
  /// When not to use it.
  public var not: String
  public var colour: Colour?
  /// A key that applies the code with one stroke.
  public var hotkey: String
  /// Place among its siblings, from 0, without gaps.
  public var position: Int

  public init(
    id: ID<Code>, parent: ID<Code>? = nil, name: String, definition: String = "", use: String = "",
    not: String = "", colour: Colour? = nil, hotkey: String = "", position: Int = 0
  ) {
    (self.id, self.parent, self.name, self.definition) = (id, parent, name, definition)
    (self.use, self.not, self.colour, self.hotkey, self.position) = (use, not, colour, hotkey, position)
  }

  /// Whether a text can be one part of a code path.
  public static func isValid(name: String) -> Bool {
    !name.isEmpty && name == name.trimmed && !name.unicodeScalars.contains { $0 == "/" || $0.value < 0x20 }
  }
}

/// An sRGB colour.
public struct Colour: Hashable, Sendable, CustomStringConvertible {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// From `#rrggbb` or `#rgb`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.first == "#" else { return nil }
    var digits = text.dropFirst().compactMap(\.hexDigitValue)
    guard digits.count == text.utf8.count - 1 else { return nil }
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6 else { return nil }
    let bytes = stride(from: 0, to: 6, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    self.init(red: bytes[0], green: bytes[1], blue: bytes[2])
  }

  /// `#rrggbb` in lower case.
  public var description: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
