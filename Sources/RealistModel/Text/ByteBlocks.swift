/// Looks at eight bytes of UTF-8 at a time.
///
/// Each byte is a lane of a word: shifting left by n brings bit 7 - n of every byte to its bit 7, and what crosses into the next byte is
/// masked out (Warren, "Hacker's Delight", chapter 6).
enum ByteBlocks {
  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  static func load(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt64 {
    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  /// How many of the bytes begin a scalar: all but those of the form 10xxxxxx.
  static func beginnings(_ block: UInt64) -> Int { 8 - lanes(block & ~(block << 1)) }

  /// How many of the bytes begin a scalar that takes two units of UTF-16: those of the form 1111xxxx.
  static func pairs(_ block: UInt64) -> Int { lanes(block & (block << 1) & (block << 2) & (block << 3)) }

  static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place + 8 <= bytes.count {
      if load(bytes, at: place) & high != 0 { return false }
      place += 8
    }
    return bytes[place...].allSatisfy { $0 < 0x80 }
  }

  /// The place of the first byte that is one of two.
  static func firstIndex(of first: UInt8, or second: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let (firsts, seconds) = (ones &* UInt64(first), ones &* UInt64(second))
    var place = 0
    while place + 8 <= bytes.count {
      let block = load(bytes, at: place)
      if hasZero(block ^ firsts) || hasZero(block ^ seconds) { break }
      place += 8
    }
    return bytes[place...].firstIndex { $0 == first || $0 == second }
  }

  private static func hasZero(_ block: UInt64) -> Bool { (block &- ones) & ~block & high != 0 }

  /// How many lanes have bit 7 set.
  private static func lanes(_ block: UInt64) -> Int { Int(((block & high) >> 7 &* ones) >> 56) }
}
