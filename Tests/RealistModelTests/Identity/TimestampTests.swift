import Foundation
import RealistModel
import TestSupport
import Testing

@Suite struct TimestampTests {
  @Test("days agree with Foundation's calendar on ten thousand days")
  func days() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var random = SplitMix64(seed: 1)
    for _ in 0..<10_000 {
      // From 1600 to 2400; before 1582 Foundation counts in the Julian calendar.
      let date = CalendarDate(daysSince1970: Int.random(in: -135_000...157_000, using: &random))
      let theirs = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(date.daysSince1970) * 86_400 + 43_200)
      )
      let ours = date.components
      let isSame = theirs.year == ours.year && theirs.month == ours.month && theirs.day == ours.day
      if !isSame || CalendarDate(date.description) != date {
        Issue.record("\(date.daysSince1970) is \(date)")
      }
    }
  }

  @Test("every day of four centuries follows the one before")
  func everyDay() {
    var before = CalendarDate(daysSince1970: -135_140)
    for day in -135_139...10_957 {
      let date = CalendarDate(daysSince1970: day)
      let isNext =
        date.components.day == before.components.day + 1
        || date.components.day == 1 && (28...31).contains(before.components.day)
      if !isNext || CalendarDate(date.description) != date { Issue.record("\(before) \(date)") }
      before = date
    }
  }

  @Test(
    "what is no day is refused",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31", "26-01-01", "2026-1-1",
      "2026/01/01", "",
      "2026-01-01T", "0000-01-01", "+026-01-01", "2026-01--1", "２０２６-01-01", " 2026-01-01",
    ])
  func noDays(text: String) { #expect(CalendarDate(text) == nil) }

  @Test("leap days are days", arguments: ["2000-02-29", "2024-02-29", "1600-02-29"])
  func leapDays(text: String) { #expect(CalendarDate(text)?.description == text) }

  @Test("moments agree with Foundation and read back what they write")
  func moments() throws {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    var random = SplitMix64(seed: 2)
    for _ in 0..<2000 {
      let moment = Timestamp(
        milliseconds: Int64.random(in: -4_000_000_000_000...8_000_000_000_000, using: &random))
      let theirs = formatter.string(from: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
      let ours = moment.milliseconds % 1000 == 0 ? moment.iso8601.dropLast() + ".000Z" : moment.iso8601[...]
      if ours != theirs[...] || Timestamp(moment.iso8601) != moment { Issue.record("\(ours) \(theirs)") }
    }
  }

  @Test("milliseconds are written only when there are any")
  func fractions() {
    #expect(Timestamp("2026-03-02T09:30:00Z")?.iso8601 == "2026-03-02T09:30:00Z")
    #expect(Timestamp("2026-03-02T09:30:00.250Z")?.iso8601 == "2026-03-02T09:30:00.250Z")
    #expect(Timestamp("2026-03-02T09:30:00.000Z")?.iso8601 == "2026-03-02T09:30:00Z")
    #expect(Timestamp("1969-12-31T23:59:59.999Z")?.milliseconds == -1)
  }

  @Test(
    "what is no moment in UTC is refused",
    arguments: [
      "2026-03-02", "2026-03-02T09:30Z", "2026-03-02T09:30:00", "2026-03-02T24:00:00Z",
      "2026-03-02T09:60:00Z",
      "2026-03-02T09:30:60Z", "2026-03-02T09:30:00.25Z", "2026-03-02T09:30:00+01:00", "2026-03-02 09:30:00Z",
      "",
      "2026-03-02T+9:30:00Z", "2026-03-02T09:30:+1Z", "2026-03-02T09:30:00.+25Z", "2026-03-02T09:30:00.-25Z",
    ])
  func noMoments(text: String) { #expect(Timestamp(text) == nil) }
}
