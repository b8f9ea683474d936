import RealistFormats
import RealistTranscripts
import TestSupport
import Testing

@Suite("One text in many files", .needsFixtures)
struct EquivalentFilesTests {
  static let variants: [(file: String, encoding: String?)] = [
    (".md", nil), ("_utf8bom_crlf.txt", nil), ("_utf16le_bom.txt", nil), ("_utf16le_bom.txt", "utf-16"),
    ("_utf16be_nobom.txt", "utf-16be"), ("_utf16be_nobom.txt", nil), ("_pandoc.docx", nil),
    ("_libreoffice7.4.docx", nil), ("_pandoc.odt", nil), ("_libreoffice7.4.odt", nil), ("_pandoc.rtf", nil),
    ("_libreoffice7.4.rtf", nil), ("_pandoc.html", nil),
  ]

  @Test("The same text has the same turns in every format and charset", arguments: ["A", "B"], variants)
  func sameTurns(name: String, variant: (file: String, encoding: String?)) throws {
    let plain = try Fixtures.transcript("equivalents/\(name).txt")
    #expect(plain.turns.count > 10)
    let other = try Fixtures.transcript("equivalents/\(name)\(variant.file)", encoding: variant.encoding)
    #expect(other.expectedForm == plain.expectedForm)
  }

  @Test(
    "A charset of one byte a character has the same turns but for the characters it lacks",
    arguments: ["A", "B"],
    [
      ("_windows1252.txt", "windows-1252"), ("_macroman_cr.txt", "macroman"), ("_windows1252.txt", nil),
      ("_macroman_cr.txt", nil),
    ] as [(file: String, encoding: String?)])
  func sameTurnsInEightBits(name: String, variant: (file: String, encoding: String?)) throws {
    let plain = try Fixtures.transcript("equivalents/\(name).txt")
    let other = try Fixtures.transcript("equivalents/\(name)\(variant.file)", encoding: variant.encoding)
    #expect(other.turns.map(\.speaker) == plain.turns.map(\.speaker))
    for (left, right) in zip(plain.words, other.words) {
      #expect(left.unicodeScalars.count == right.unicodeScalars.count)
      for (a, b) in zip(left.unicodeScalars, right.unicodeScalars) where b != "?" { #expect(a == b) }
      #expect(right.unicodeScalars.count { $0 == "?" } < 12)
    }
  }
}
