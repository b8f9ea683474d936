/// A typed UUIDv7 (RFC 9562, section 5.7): unique across machines, ordered by the time it was made.
///
/// The type parameter only keeps ids of different things apart; `ID<Code>` never fits where `ID<Source>` is asked for.
public struct ID<Entity>: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The first 8 of the 16 bytes, big endian.
  public let high: UInt64
  /// The last 8 of the 16 bytes, big endian.
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// An id from its 16 bytes in network order; `nil` when there are not exactly 16.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    var words: [UInt64] = [0, 0]
    for (position, byte) in bytes.enumerated() {
      words[position / 8] = words[position / 8] << 8 | UInt64(byte)
    }
    self.init(high: words[0], low: words[1])
  }

  /// An id from its text form, 8-4-4-4-12 hexadecimal digits in either case; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    var words: [UInt64] = [0, 0]
    var digits = 0
    for (position, byte) in text.utf8.enumerated() {
      if position == 8 || position == 13 || position == 18 || position == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard digits < 32, let value = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      words[digits / 16] = words[digits / 16] << 4 | UInt64(value)
      digits += 1
    }
    guard digits == 32 else { return nil }
    self.init(high: words[0], low: words[1])
  }

  /// The 16 bytes in network order.
  public var bytes: [UInt8] {
    var result = [UInt8]()
    result.reserveCapacity(16)
    for word in [high, low] {
      for shift in stride(from: 56, through: 0, by: -8) {
        result.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    return result
  }

  /// The text form in lower case: `0197a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b`.
  public var description: String {
    String(unsafeUninitializedCapacity: 36) { write(to: $0) }
  }

  /// Appends the text form to bytes, without a string in between.
  package func append(to output: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 36) { text in
      let count = write(to: text)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[..<count]))
    }
  }

  /// Writes the text form; answers its length.
  private func write(to text: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var place = 0
    for index in 0..<16 {
      if index == 4 || index == 6 || index == 8 || index == 10 {
        text[place] = UInt8(ascii: "-")
        place += 1
      }
      let byte = UInt8(truncatingIfNeeded: (index < 8 ? high : low) >> UInt64(56 - index % 8 * 8))
      text[place] = Self.digit(byte >> 4)
      text[place + 1] = Self.digit(byte & 0xf)
      place += 2
    }
    return place
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  public static func < (left: Self, right: Self) -> Bool { (left.high, left.low) < (right.high, right.low) }
}
