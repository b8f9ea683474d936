import RealistModel
import TestSupport
import Testing

@Suite struct TextIndexTests {
  static let alphabet = ["a", "é", "e\u{301}", "🙂", "👨‍👩‍👧", "\n", "م", "\u{200d}"]

  /// Every string of at most four pieces of the alphabet.
  static let strings: [String] = {
    var (all, longest) = ([""], [""])
    for _ in 1...4 {
      longest = longest.flatMap { start in alphabet.map { start + $0 } }
      all += longest
    }
    return all
  }()

  @Test("offsets convert exactly for every place in every short string")
  func places() throws {
    #expect(Self.strings.count == 1 + 8 + 64 + 512 + 4096)
    for string in Self.strings {
      let text = try SourceText(string)
      let scalars = Array(string.unicodeScalars)
      #expect(text.length == scalars.count && text.index.utf8Count == string.utf8.count)
      var (utf8, utf16) = (0, 0)
      for (offset, scalar) in scalars.enumerated() {
        check(text, offset, utf8, utf16)
        if scalar.utf16.count == 2, text.scalarOffset(ofUTF16: utf16 + 1) != nil {
          Issue.record("\(string.debugDescription): there is no scalar inside a surrogate pair")
        }
        for inside in 1..<max(1, scalar.utf8.count)
        where text.scalarOffset(ofUTF8: utf8 + inside) != offset + 1 {
          Issue.record("\(string.debugDescription): byte \(utf8 + inside)")
        }
        (utf8, utf16) = (utf8 + scalar.utf8.count, utf16 + scalar.utf16.count)
      }
      check(text, scalars.count, utf8, utf16)
    }
  }

  private func check(_ text: SourceText, _ offset: Int, _ utf8: Int, _ utf16: Int) {
    let agrees =
      text.utf8Offset(ofScalar: offset) == utf8 && text.utf16Offset(ofScalar: offset) == utf16
      && text.scalarOffset(ofUTF8: utf8) == offset && text.scalarOffset(ofUTF16: utf16) == offset
    if !agrees { Issue.record("\(text.string.debugDescription): scalar \(offset)") }
  }

  @Test("every span of every short string gives its words, and is widened to whole characters")
  func spans() throws {
    var widenings = 0
    for string in Self.strings {
      let text = try SourceText(string)
      let scalars = Array(string.unicodeScalars)
      var borders: Set<Int> = [0]
      var end = 0
      for character in string {
        end += character.unicodeScalars.count
        borders.insert(end)
      }
      for start in scalars.indices {
        for end in start + 1...scalars.count {
          let span = try TextSpan(start: start, end: end)
          let words = String(String.UnicodeScalarView(scalars[start..<end]))
          let (whole, widened) = try text.span(covering: start..<end)
          let low = borders.filter { $0 <= start }.max(), high = borders.filter { $0 >= end }.min()
          let isRight =
            text[span].utf8.elementsEqual(words.utf8) && text.check(span) == QuoteCheck(of: words)
            && whole.start == low && whole.end == high && widened == (whole != span)
          if !isRight { Issue.record("\(string.debugDescription) \(start)..<\(end)") }
          if widened { widenings += 1 }
        }
      }
    }
    #expect(widenings > 1000)
  }

  @Test("offsets of long texts agree with counting", arguments: 1...20 as ClosedRange<UInt64>)
  func longTexts(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let density = Int.random(in: 0...3, using: &random)
    let string = (0..<Int.random(in: 1...3000, using: &random)).map { _ in
      Int.random(in: 0...3, using: &random) < density
        ? Self.alphabet.randomElement(using: &random) ?? "" : "word "
    }.joined()
    let text = try SourceText(string)
    let scalars = Array(string.unicodeScalars)
    var (utf8, utf16) = ([0], [0])
    for scalar in scalars {
      utf8.append(utf8[utf8.count - 1] + scalar.utf8.count)
      utf16.append(utf16[utf16.count - 1] + scalar.utf16.count)
    }
    for offset in 0...scalars.count { check(text, offset, utf8[offset], utf16[offset]) }
    for _ in 0..<200 {
      let start = Int.random(in: 0..<scalars.count, using: &random)
      let span = try TextSpan(start: start, end: Int.random(in: start + 1...scalars.count, using: &random))
      #expect(text[span].unicodeScalars.elementsEqual(scalars[span.range]))
      #expect(text.span(ofUTF8: utf8[span.start]..<utf8[span.end]) == span)
    }
  }

  @Test("spans outside the text, reversed and empty ones are refused")
  func refused() throws {
    let text = try SourceText("I felt safe")
    #expect(throws: SpanError.outOfBounds(start: 7, end: 12, length: 11)) {
      try text.checked(try TextSpan(start: 7, end: 12))
    }
    #expect(throws: SpanError.outOfBounds(start: -1, end: 2, length: nil)) { try TextSpan(start: -1, end: 2) }
    #expect(throws: SpanError.empty(at: 3)) { try TextSpan(start: 3, end: 3) }
    #expect(throws: SpanError.empty(at: 4)) { try TextSpan(start: 4, end: 3) }
    #expect(throws: SpanError.self) { try text.span(covering: 0..<12) }
    #expect(try text.checked(try TextSpan(start: 0, end: 11)).range == 0..<11)
  }

  @Test("a text refuses U+0000 and carriage returns and says where")
  func textErrors() {
    #expect(throws: TextError.containsNull(at: 2)) { try SourceText("é🙂\0") }
    #expect(throws: TextError.containsCarriageReturn(at: 1)) { try SourceText("é\r\n\0") }
  }

  @Test("a text keeps its scalars: é in one scalar is not é in two")
  func notNormalised() throws {
    let (one, two) = (try SourceText("é"), try SourceText("e\u{301}"))
    #expect(one.length == 1 && two.length == 2)
    #expect(one.check(try TextSpan(start: 0, end: 1)) != two.check(try TextSpan(start: 0, end: 2)))
  }

  @Test(
    "words are counted as readers count them",
    arguments: [
      ("", 0), ("one", 1), ("  two  words \n", 2), ("well-known", 1), ("-- ...", 0), ("don’t stop", 2),
      ("4 x 4", 3),
      ("مرحبا بك", 2),
    ])
  func wordCount(text: String, count: Int) {
    #expect(SourceText.wordCount(of: text) == count)
  }

  @Test("lines and columns count from one")
  func place() throws {
    let text = try SourceText("ab\n🙂c\n")
    #expect(text.place(ofScalar: 0) == (1, 1) && text.place(ofScalar: 2) == (1, 3))
    #expect(text.place(ofScalar: 4) == (2, 2) && text.place(ofScalar: 6) == (3, 1))
  }
}
