/// One piece of an RTF file (RTF 1.9.1, "Contents of an RTF File").
enum RichTextToken {
  case open
  case close
  /// `\word`, with its number if it has one.
  case word(Range<Int>, Int?)
  /// `\` and another character: `\~`, `\*`, `\{`.
  case symbol(UInt8)
  /// `\'e9`.
  case hexadecimal(UInt8)
  case byte(UInt8)
}

/// Cuts the bytes of an RTF file into tokens; line breaks of the file itself are none.
struct RichTextScanner {
  let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> RichTextToken? {
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "{"): return .open
      case UInt8(ascii: "}"): return .close
      case ASCII.backslash: return control()
      case 0x0a, 0x0d, 0: continue
      default: return .byte(byte)
      }
    }
    return nil
  }

  /// Passes over the bytes of a picture.
  mutating func skip(_ count: Int) { offset = min(bytes.count, offset + max(0, count)) }

  private mutating func control() -> RichTextToken? {
    guard offset < bytes.count else { return nil }
    let first = bytes[offset]
    guard ASCII.isLetter(first) else {
      offset += 1
      return first == 0x27 ? hexadecimal() : .symbol(first)
    }
    let start = offset
    while offset < bytes.count, ASCII.isLetter(bytes[offset]), offset - start < 32 { offset += 1 }
    let word = start..<offset
    let number = parameter()
    if offset < bytes.count, bytes[offset] == ASCII.space { offset += 1 }
    return .word(word, number)
  }

  private mutating func parameter() -> Int? {
    let isNegative = offset < bytes.count && bytes[offset] == ASCII.hyphen
    let start = offset + (isNegative ? 1 : 0)
    var (end, value) = (start, 0)
    while end < bytes.count, ASCII.isDigit(bytes[end]), end - start < 10 {
      value = value * 10 + Int(bytes[end] - ASCII.zero)
      end += 1
    }
    guard end > start else { return nil }
    offset = end
    return isNegative ? -value : value
  }

  private mutating func hexadecimal() -> RichTextToken? {
    guard offset + 2 <= bytes.count, let high = Self.digit(bytes[offset]),
      let low = Self.digit(bytes[offset + 1])
    else { return .symbol(0x27) }
    offset += 2
    return .hexadecimal(high << 4 | low)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
