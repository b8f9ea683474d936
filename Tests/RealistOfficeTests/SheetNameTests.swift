import Testing

@testable import RealistOffice

@Suite("Names of sheets") struct SheetNameTests {
  @Test(
    "a name is made to fit what spreadsheet programs allow",
    arguments: [
      ("CMO table", "CMO table"), ("a/b\\c:d*e?f", "a-b-c-d-e-f"), ("[x]", "(x)"), ("'quoted'", "quoted"),
      ("", "Table"), ("History", "Table"), ("HISTORY", "Table"), ("  \u{7}  ", "Table"),
      ("1234567890123456789012345678901234", "1234567890123456789012345678901"),
      ("123456789012345678901234567890'4", "123456789012345678901234567890"),
      ("123456789012345678901234567890👩‍👩‍👧", "123456789012345678901234567890"),
    ])
  func fits(wanted: String, expected: String) {
    var names = SheetNames()
    #expect(names.name(for: wanted) == expected)
    #expect(expected.utf16.count <= 31)
  }

  @Test("names that differ in case only are told apart, at any length")
  func distinct() {
    var names = SheetNames()
    let long = String(repeating: "x", count: 40)
    let made = ["Quotes", "quotes", "QUOTES", long, long].map { names.name(for: $0) }
    #expect(made.prefix(3) == ["Quotes", "quotes (2)", "QUOTES (3)"])
    #expect(made[4] == String(repeating: "x", count: 27) + " (2)")
    #expect(Set(made.map { $0.lowercased() }).count == 5)
  }
}
