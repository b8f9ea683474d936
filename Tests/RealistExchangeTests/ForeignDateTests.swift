import RealistModel
import Testing

@testable import RealistExchange

@Suite("Dates of other programs") struct ForeignDateTests {
  @Test(
    "every form in use means one moment",
    arguments: [
      ("2026-03-04T10:11:12Z", "2026-03-04T10:11:12Z"),
      ("2026-03-04T10:11:12.250Z", "2026-03-04T10:11:12.250Z"),
      ("2026-03-04T10:11:12.25Z", "2026-03-04T10:11:12.250Z"),
      ("2026-03-04T10:11:12", "2026-03-04T10:11:12Z"),
      ("2026-03-05T09:00:00+01:00", "2026-03-05T08:00:00Z"),
      ("2022-04-14 12:47:57.651620", "2022-04-14T12:47:57.651Z"),
      ("2026-03-04", "2026-03-04T00:00:00Z"), ("2026-02-30T10:11:12Z", nil), ("yesterday", nil), ("", nil),
      ("2026-03-04T1x:11:12Z", nil), ("2026-03-04T10:11:12Zx", nil),
    ] as [(String, String?)])
  func moments(text: String, expected: String?) {
    let wanted = expected.flatMap { Timestamp($0) }
    #expect(ForeignDate.moment(text) == wanted)
    var reader = ForeignDate.Reader()
    var copy = text
    #expect(copy.withUTF8 { reader.moment($0) } == wanted)
    #expect(copy.withUTF8 { reader.moment($0) } == wanted)
  }

  @Test("R's dates, with the day padded or not")
  func ofR() {
    #expect(ForeignDate.ofR("Mon Mar  2 08:11:36 2026") == Timestamp("2026-03-02T08:11:36Z"))
    #expect(ForeignDate.ofR("Mon Oct 28 08:11:36 2019") == Timestamp("2019-10-28T08:11:36Z"))
    #expect(ForeignDate.ofR("soon") == nil)
  }
}
