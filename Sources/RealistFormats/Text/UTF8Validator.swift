/// Finds the first byte that is no part of valid UTF-8 (RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF).
package enum UTF8Validator {
  /// The offset of the first bad byte, `nil` when all is well; U+0000 is a character like others.
  package static func firstError(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { firstError(in: $0, refusesZero: false) }
  }

  /// The offset of the first bad byte, `nil` when all is well. ASCII is passed eight bytes at a time.
  static func firstError(in bytes: UnsafeBufferPointer<UInt8>, refusesZero: Bool) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset < bytes.count {
      if offset + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        // Eight ASCII bytes without a zero among them (the classic "has a zero byte" test).
        if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 {
          offset += 8
          continue
        }
      }
      let length = sequenceLength(at: offset, in: bytes)
      if length == 0 || refusesZero && bytes[offset] == 0 { return offset }
      offset += length
    }
    return nil
  }

  /// The length of the scalar at `offset`; 0 when it is malformed.
  private static func sequenceLength(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let first = bytes[offset]
    let (length, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 0...0x7f: return 1
    case 0xc2...0xdf: (length, second) = (2, 0x80...0xbf)
    case 0xe0: (length, second) = (3, 0xa0...0xbf)
    case 0xe1...0xec, 0xee, 0xef: (length, second) = (3, 0x80...0xbf)
    case 0xed: (length, second) = (3, 0x80...0x9f)
    case 0xf0: (length, second) = (4, 0x90...0xbf)
    case 0xf1...0xf3: (length, second) = (4, 0x80...0xbf)
    case 0xf4: (length, second) = (4, 0x80...0x8f)
    default: return 0
    }
    // A lead byte without its followers is itself the bad one: that is the byte a person typed in another charset.
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    for next in bytes[(offset + 2)..<(offset + length)] where next & 0xc0 != 0x80 { return 0 }
    return length
  }
}
