import RealistModel

/// The dates and times that other programs write.
enum ForeignDate {
  /// A moment from `2026-03-04T10:11:12Z`, with a fraction, with `+01:00`, without a zone (UTC is meant), with a space for the `T`, or a day
  /// alone; nil for anything else.
  static func moment(_ text: some StringProtocol) -> Timestamp? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let day = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)) else {
      return nil
    }
    let midnight = Int64(day.daysSince1970) * 86_400_000
    guard bytes.count > 10 else { return Timestamp(milliseconds: midnight) }
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
    var clock = Clock(bytes[11...])
    guard let time = clock.time(), let zone = clock.zone() else { return nil }
    return Timestamp(milliseconds: midnight + time - zone)
  }

  /// Moments as programs write most of them, `2026-03-04T10:11:12Z` or with a fraction of three digits; the day before is remembered, for most
  /// moments of a project share a few days.
  struct Reader {
    private var day: [UInt8] = []
    private var midnight: Int64 = 0

    mutating func moment(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
      guard bytes.count == 20 || bytes.count == 24, bytes.last == UInt8(ascii: "Z"),
        bytes[10] == UInt8(ascii: "T"),
        bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
        bytes.count == 20 || bytes[19] == UInt8(ascii: "."),
        let hour = Self.number(bytes[11..<13]), let minute = Self.number(bytes[14..<16]),
        let second = Self.number(bytes[17..<19]), hour < 25, minute < 60, second < 61,
        let fraction = bytes.count == 20 ? 0 : Self.number(bytes[20..<23])
      else { return ForeignDate.moment(String(decoding: bytes, as: UTF8.self)) }
      if !bytes[..<10].elementsEqual(day) {
        guard let known = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)) else { return nil }
        (day, midnight) = (Array(bytes[..<10]), Int64(known.daysSince1970) * 86_400_000)
      }
      return Timestamp(milliseconds: midnight + (hour * 3600 + minute * 60 + second) * 1000 + fraction)
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
      var value: Int64 = 0
      for byte in digits {
        guard byte &- 0x30 < 10 else { return nil }
        value = value * 10 + Int64(byte &- 0x30)
      }
      return value
    }
  }

  /// A moment as R prints it: `Mon Mar  2 08:11:36 2026`.
  static func ofR(_ text: String) -> Timestamp? {
    let parts = text.split(whereSeparator: \.isWhitespace)
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    guard parts.count == 5, let month = months.firstIndex(of: String(parts[1])), let day = Int(parts[2])
    else {
      return nil
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return moment("\(parts[4])-\(two(month + 1))-\(two(day))T\(parts[3])")
  }

  /// The time of day, its fraction and its zone, read from left to right.
  private struct Clock {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    private mutating func number(digits: Int) -> Int64? {
      guard rest.count >= digits else { return nil }
      var value: Int64 = 0
      for byte in rest.prefix(digits) {
        guard byte &- 0x30 < 10 else { return nil }
        value = value * 10 + Int64(byte - 0x30)
      }
      rest = rest.dropFirst(digits)
      return value
    }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: byte) else { return false }
      rest = rest.dropFirst()
      return true
    }

    /// Milliseconds since midnight.
    mutating func time() -> Int64? {
      guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2), hour < 25, minute < 60
      else { return nil }
      var (second, fraction) = (Int64(0), Int64(0))
      if take(":") {
        guard let read = number(digits: 2), read < 61 else { return nil }
        second = read
      }
      if take(".") {
        let digits = rest.prefix { $0 &- 0x30 < 10 }
        rest = rest.dropFirst(digits.count)
        for place in 0..<3 {
          let digit = place < digits.count ? digits[digits.startIndex + place] - 0x30 : 0
          fraction = fraction * 10 + Int64(digit)
        }
      }
      return (hour * 3600 + minute * 60 + second) * 1000 + fraction
    }

    /// What the zone is ahead of UTC, in milliseconds.
    mutating func zone() -> Int64? {
      if rest.isEmpty { return 0 }
      if take("Z") { return rest.isEmpty ? 0 : nil }
      let sign: Int64
      if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
      guard let hours = number(digits: 2) else { return nil }
      _ = take(":")
      let minutes = rest.isEmpty ? 0 : number(digits: 2)
      guard let minutes, rest.isEmpty else { return nil }
      return sign * (hours * 60 + minutes) * 60_000
    }
  }
}
