/// A time as transcripts write it: `[H:]M:S[.fraction]`, padded or not, with a point or a comma.
struct Timecode {
  let milliseconds: Int
  /// The offset after it.
  let end: Int
  /// Whether the seconds have two digits, as they do wherever a time stands beside words.
  let isPadded: Bool

  /// The time that begins at `start`; `nil` when none does. A fraction is a decimal one: `.5` is 500 ms. The typographic colons `：`
  /// and `∶` count as `:`.
  ///
  /// - Parameter fractionMark: what stands before a fraction; `nil` takes a point or a comma.
  init?(_ bytes: [UInt8], at start: Int, before limit: Int, fractionMark: UInt8? = nil) {
    guard start < limit, ASCII.isDigit(bytes[start]) else { return nil }
    var (offset, seconds, count, digits) = (start, 0, 0, 0)
    while count < 3 {
      guard let part = Self.number(bytes, at: offset, before: limit) else { return nil }
      guard count == 0 || part.value < 60 else { return nil }
      (seconds, digits, offset, count) = (
        seconds * 60 + part.value, part.digits, offset + part.digits, count + 1
      )
      guard count < 3, let colon = Self.colonLength(bytes, at: offset, before: limit) else { break }
      guard offset + colon < limit, ASCII.isDigit(bytes[offset + colon]) else { break }
      offset += colon
    }
    // Only times with hours are ever written without padding (Teams, Graph): `0:0:5.320`.
    guard count > 1, digits == 2 || (count == 3 && digits == 1) else { return nil }
    var total = seconds * 1000
    if offset + 1 < limit, Self.isFractionMark(bytes[offset], fractionMark),
      ASCII.isDigit(bytes[offset + 1])
    {
      offset += 1
      var weight = 100
      while offset < limit, ASCII.isDigit(bytes[offset]) {
        total += Int(bytes[offset] - ASCII.zero) * weight
        (weight, offset) = (weight / 10, offset + 1)
      }
    }
    (milliseconds, end, isPadded) = (total, offset, digits == 2)
  }

  private static func isFractionMark(_ byte: UInt8, _ mark: UInt8?) -> Bool {
    guard let mark else { return byte == ASCII.point || byte == ASCII.comma }
    return byte == mark
  }

  /// Up to six digits.
  private static func number(_ bytes: [UInt8], at start: Int, before limit: Int) -> (value: Int, digits: Int)?
  {
    var (value, offset) = (0, start)
    while offset < limit, offset - start < 6, ASCII.isDigit(bytes[offset]) {
      value = value * 10 + Int(bytes[offset] - ASCII.zero)
      offset += 1
    }
    return offset > start ? (value, offset - start) : nil
  }

  private static func colonLength(_ bytes: [UInt8], at offset: Int, before limit: Int) -> Int? {
    guard offset < limit else { return nil }
    return bytes[offset] == ASCII.colon
      ? 1 : ASCII.isWideColon(bytes, at: offset, before: limit) ? 3 : nil
  }
}

/// `begin --> end`, alone on a line but for cue settings after it.
struct CueTiming {
  let begins: Int
  let ends: Int
  /// What follows the second time, e.g. `align:start position:0%`.
  let settings: Range<Int>

  init?(_ bytes: [UInt8], _ line: Range<Int>) {
    var offset = Scan.skipBlanks(bytes, line)
    guard let first = Timecode(bytes, at: offset, before: line.upperBound) else { return nil }
    offset = Scan.skipBlanks(bytes, first.end..<line.upperBound)
    guard Scan.has("-->", bytes, at: offset, before: line.upperBound) else { return nil }
    offset = Scan.skipBlanks(bytes, (offset + 3)..<line.upperBound)
    guard let second = Timecode(bytes, at: offset, before: line.upperBound) else { return nil }
    guard second.end == line.upperBound || ASCII.isBlank(bytes[second.end]) else { return nil }
    (begins, ends, settings) = (first.milliseconds, second.milliseconds, second.end..<line.upperBound)
  }
}

/// A line that was meant to be a timing line.
enum BrokenTiming {
  /// It begins with a digit and has an arrow near its beginning, but is no timing line (which is asked before).
  static func matches(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard let first = line.first, ASCII.isDigit(bytes[first]) else { return false }
    return Scan.find("-->", bytes, in: line.lowerBound..<min(line.upperBound, line.lowerBound + 40)) != nil
  }
}
