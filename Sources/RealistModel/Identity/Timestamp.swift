/// A moment in UTC with millisecond precision.
public struct Timestamp: Hashable, Sendable, Comparable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// A moment from `2026-03-02T09:30:00Z` or `2026-03-02T09:30:00.250Z`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CalendarDate(parts[0]), parts[1].last == "Z" else { return nil }
    let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, clock[0].utf8.count == 2, clock[1].utf8.count == 2,
      let hour = digits(clock[0]), let minute = digits(clock[1]), (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    let seconds = clock[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard seconds[0].utf8.count == 2, let second = digits(seconds[0]), (0..<60).contains(second) else {
      return nil
    }
    var fraction = 0
    if seconds.count == 2 {
      guard seconds[1].utf8.count == 3, let parsed = digits(seconds[1]) else { return nil }
      fraction = parsed
    }
    let ofDay = (hour * 60 + minute) * 60_000 + second * 1000 + fraction
    milliseconds = Int64(date.daysSince1970) * 86_400_000 + Int64(ofDay)
  }

  /// The day in UTC.
  public var date: CalendarDate {
    CalendarDate(daysSince1970: Int((Double(milliseconds) / 86_400_000).rounded(.down)))
  }

  /// ISO 8601 in UTC, `2026-03-02T09:30:00Z`; milliseconds are written only when there are any.
  public var iso8601: String {
    let day = Int64(date.daysSince1970) * 86_400_000
    let rest = milliseconds - day
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60)
    let clock = [hour, minute, second].map { twoDigits(Int($0)) }.joined(separator: ":")
    let fraction = rest % 1000
    let tail = fraction == 0 ? "" : "." + String(String(1000 + fraction).dropFirst())
    return "\(date)T\(clock)\(tail)Z"
  }

  public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
}

/// A day of the proleptic Gregorian calendar, such as an interview's date.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let daysSince1970: Int

  public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

  /// A day from `2026-03-02`; `nil` for anything else, the 30th of February included.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = digits(parts[0]), let month = digits(parts[1]), let day = digits(parts[2]), year >= 1,
      month >= 1,
      day >= 1
    else { return nil }
    self.init(daysSince1970: Self.days(year: year, month: month, day: day))
    guard components == (year, month, day) else { return nil }
  }

  /// Year, month 1–12 and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    // H. Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// `2026-03-02`.
  public var description: String {
    let (year, month, day) = components
    let padded = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    return "\(padded)-\(twoDigits(month))-\(twoDigits(day))"
  }

  public static func < (left: Self, right: Self) -> Bool { left.daysSince1970 < right.daysSince1970 }

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

/// The number that decimal digits and nothing else make.
private func digits(_ text: some StringProtocol) -> Int? {
  text.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(text) : nil
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
