/// Small steps over UTF-8 bytes.
enum Scan {
  /// The lines of a text without their line feeds; a last empty line after a final line feed is none.
  static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    var result = [Range<Int>]()
    result.reserveCapacity(bytes.count / 40 + 1)
    var start = 0
    for offset in bytes.indices where bytes[offset] == ASCII.newline {
      result.append(start..<offset)
      start = offset + 1
    }
    if start < bytes.count { result.append(start..<bytes.count) }
    return result
  }

  /// The offset of the first byte of the range that is neither space nor tab; its end when there is none.
  static func skipBlanks(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var offset = range.lowerBound
    while offset < range.upperBound, ASCII.isBlank(bytes[offset]) { offset += 1 }
    return offset
  }

  /// Whether those ASCII characters stand at that offset.
  static func has(
    _ text: StaticString, _ bytes: [UInt8], at offset: Int, before limit: Int
  ) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= limit else { return false }
    for index in 0..<count where bytes[offset + index] != text.utf8Start[index] { return false }
    return true
  }

  /// The first place of those ASCII characters in a range.
  static func find(_ text: StaticString, _ bytes: [UInt8], in range: Range<Int>) -> Int? {
    let count = text.utf8CodeUnitCount
    var offset = range.lowerBound
    while offset + count <= range.upperBound {
      if bytes[offset] == text.utf8Start[0], has(text, bytes, at: offset, before: range.upperBound) {
        return offset
      }
      offset += 1
    }
    return nil
  }

  /// The range without white space at both ends (every Unicode white space); empty, at its start, when there is nothing else.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, case let length = spaceLength(bytes, at: start, before: end), length > 0 {
      start += length
    }
    while end > start, case let length = spaceLength(bytes, endingAt: end, after: start), length > 0 {
      end -= length
    }
    return start..<end
  }

  static func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    trimmed(bytes, range).isEmpty
  }

  static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The length of the white space scalar at an offset, 0 when there is another scalar.
  static func spaceLength(_ bytes: [UInt8], at offset: Int, before limit: Int) -> Int {
    let first = bytes[offset]
    switch first {
    case 0x09...0x0d, 0x20: return 1
    case 0xc2 where offset + 2 <= limit:
      return bytes[offset + 1] == 0xa0 || bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xe1...0xe3 where offset + 3 <= limit:
      switch (first, bytes[offset + 1], bytes[offset + 2]) {
      case (0xe1, 0x9a, 0x80), (0xe2, 0x80, 0x80...0x8a), (0xe2, 0x80, 0xa8), (0xe2, 0x80, 0xa9),
        (0xe2, 0x80, 0xaf), (0xe2, 0x81, 0x9f), (0xe3, 0x80, 0x80):
        return 3
      default: return 0
      }
    default: return 0
    }
  }

  private static func spaceLength(_ bytes: [UInt8], endingAt end: Int, after start: Int) -> Int {
    for length in 1...3 where end - length >= start {
      if bytes[end - length] & 0xc0 != 0x80 {
        return spaceLength(bytes, at: end - length, before: end) == length ? length : 0
      }
    }
    return 0
  }
}
