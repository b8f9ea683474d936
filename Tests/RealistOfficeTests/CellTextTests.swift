import Testing

@testable import RealistOffice

@Suite("Texts of cells") struct CellTextTests {
  @Test(
    "what XML forbids and what looks like an escape is made safe, all else stays",
    arguments: [
      ("plain = words", "plain = words"), ("a\u{1}b", "a\u{FFFD}b"), ("\0", "\u{FFFD}"),
      ("tab\tline\n", "tab\tline\n"),
      ("_x0041_", "_x005F_x0041_"), ("_x00zz_", "_x00zz_"), ("_x0041", "_x0041"),
      ("__x0041_", "__x005F_x0041_"),
      ("\u{FFFE}", "\u{FFFD}"), ("\u{FFFD}", "\u{FFFD}"), ("\u{FFEF}", "\u{FFEF}"),
    ])
  func safe(text: String, expected: String) {
    #expect(Array(CellText.safe(text).utf8) == Array(expected.utf8))
  }

  @Test(
    "pieces fit into cells and make the whole again",
    arguments: [0, 1, 32_766, 32_767, 32_768, 65_534, 65_535, 100_000], ["a", "é", "👩"])
  func pieces(count: Int, unit: String) {
    let text = String(repeating: unit, count: count)
    let pieces = CellText.pieces(text)
    #expect(pieces.joined() == text)
    #expect(pieces.allSatisfy { $0.utf16.count <= 32_767 })
    #expect(pieces.count == max(1, (text.utf16.count + 32_766) / 32_767) || unit == "👩")
  }

  @Test(
    "lines of a cell are counted as a word processor breaks them",
    arguments: [
      ("", 10, 1), ("ten chars!", 10, 1), ("ten chars! x", 10, 2), ("a\nb\nc", 10, 3), ("a\n", 10, 2),
      ("abcdefghijklmnopqrstuvwxyz", 10, 3), ("aa abcdefghijklmnopqrst", 10, 3),
      ("one two three four", 10, 2),
      ("é é é é é", 9, 1),
    ])
  func lines(text: String, width: Int, expected: Int) {
    #expect(LineCount.of(text, width: width) == expected)
  }
}
