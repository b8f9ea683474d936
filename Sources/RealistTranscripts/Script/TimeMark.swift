/// A time among the words, as a program for transcribing writes it.
struct TimeMark {
  let milliseconds: Int
  /// The offset after it.
  let end: Int
}

/// How times stand among the words. INTEROP, section 3.
enum TimeMarkStyle: Hashable {
  /// `#00:01:23-4#`, tenths after the hyphen (f4, f5, easytranscript).
  case f4
  /// `¤<5000>`, milliseconds.
  case transana
  /// `[00:00:05.12]`, frames after the point.
  case inqscribe
  /// `[00:00:04] - ` before each stretch.
  case atrain
  /// What our own readers put in for times that a format has outside of its text: milliseconds between two U+0001.
  case embedded

  /// Frames a second, where a file does not say (PAL).
  static let framesPerSecond = 25

  /// The mark that begins at an offset; `nil` when none does.
  func mark(_ bytes: [UInt8], at start: Int, before limit: Int) -> TimeMark? {
    guard start < limit else { return nil }
    switch self {
    case .f4: return Self.f4Mark(bytes, at: start, before: limit)
    case .transana: return Self.transanaMark(bytes, at: start, before: limit)
    case .inqscribe: return Self.frames(bytes, at: start, before: limit).map(\.mark)
    case .atrain: return Self.dashedMark(bytes, at: start, before: limit)
    case .embedded:
      guard bytes[start] == 1, let time = Self.number(bytes, at: start + 1, before: limit),
        time.end < limit, bytes[time.end] == 1
      else { return nil }
      return TimeMark(milliseconds: time.value, end: time.end + 1)
    }
  }

  /// The bytes of an embedded mark.
  static func embedded(_ milliseconds: Int) -> [UInt8] { [1] + Array("\(max(0, milliseconds))".utf8) + [1] }

  private static func f4Mark(_ bytes: [UInt8], at start: Int, before limit: Int) -> TimeMark? {
    guard bytes[start] == UInt8(ascii: "#"), let time = Timecode(bytes, at: start + 1, before: limit),
      time.isPadded
    else { return nil }
    var (end, milliseconds) = (time.end, time.milliseconds)
    if end + 1 < limit, bytes[end] == ASCII.hyphen, ASCII.isDigit(bytes[end + 1]) {
      milliseconds += Int(bytes[end + 1] - ASCII.zero) * 100
      end += 2
    }
    guard end < limit, bytes[end] == UInt8(ascii: "#") else { return nil }
    return TimeMark(milliseconds: milliseconds, end: end + 1)
  }

  private static func transanaMark(_ bytes: [UInt8], at start: Int, before limit: Int) -> TimeMark? {
    // U+00A4
    guard start + 4 < limit, bytes[start] == 0xc2, bytes[start + 1] == 0xa4, bytes[start + 2] == ASCII.less,
      let time = number(bytes, at: start + 3, before: limit), time.end < limit,
      bytes[time.end] == ASCII.greater
    else { return nil }
    return TimeMark(milliseconds: time.value, end: time.end + 1)
  }

  /// `[hh:mm:ss.ff]`, and its frames.
  static func frames(_ bytes: [UInt8], at start: Int, before limit: Int) -> (mark: TimeMark, frames: Int)? {
    guard start + 13 <= limit, bytes[start] == ASCII.openBracket, bytes[start + 12] == ASCII.closeBracket,
      bytes[start + 9] == ASCII.point, let time = Timecode(bytes, at: start + 1, before: start + 9),
      time.end == start + 9, time.isPadded, let frames = number(bytes, at: start + 10, before: start + 12),
      frames.end == start + 12
    else { return nil }
    let milliseconds = time.milliseconds + frames.value * 1000 / framesPerSecond
    return (TimeMark(milliseconds: milliseconds, end: start + 13), frames.value)
  }

  private static func dashedMark(_ bytes: [UInt8], at start: Int, before limit: Int) -> TimeMark? {
    guard bytes[start] == ASCII.openBracket, let time = Timecode(bytes, at: start + 1, before: limit),
      time.isPadded, Scan.has("] -", bytes, at: time.end, before: limit)
    else { return nil }
    return TimeMark(milliseconds: time.milliseconds, end: time.end + 3)
  }

  /// Up to nine digits.
  private static func number(_ bytes: [UInt8], at start: Int, before limit: Int) -> (value: Int, end: Int)? {
    var (value, offset) = (0, start)
    while offset < limit, offset - start < 9, ASCII.isDigit(bytes[offset]) {
      value = value * 10 + Int(bytes[offset] - ASCII.zero)
      offset += 1
    }
    return offset > start ? (value, offset) : nil
  }
}
