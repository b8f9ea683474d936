import Foundation
import RealistFormats
import TestSupport
import Testing

@Suite("Decoding text")
struct TextDecoderTests {
  @Test("A byte order mark, CRLF and CR are taken out, and it is said so")
  func normalisation() throws {
    let plain = try TextDecoder.decode(Array("a\nb\n".utf8), fileName: "x")
    #expect(plain.string == "a\nb\n" && plain.notes.isEmpty && plain.encoding == .utf8)
    let marked = try TextDecoder.decode([0xef, 0xbb, 0xbf] + Array("a\r\nb\rc\n".utf8), fileName: "x")
    #expect(Array(marked.string.unicodeScalars) == Array("a\nb\nc\n".unicodeScalars))
    #expect(
      marked.notes == ["the byte order mark was left out", "line ends were CRLF and CR and are LF now"])
    #expect(
      try TextDecoder.decode(Array("a\rb".utf8), fileName: "x").notes == ["line ends were CR and are LF now"])
  }

  @Test("No other character is changed")
  func otherCharactersStay() throws {
    let text = "\u{feff}e\u{301} é\u{2028}\u{85}\u{c}\u{1}🙂👨‍👩‍👧 ﷽"
    let decoded = try TextDecoder.decode(Array(("x" + text).utf8), fileName: "x")
    #expect(Array(decoded.string.unicodeScalars) == Array(("x" + text).unicodeScalars))
  }

  static let malformed: [(String, [UInt8], line: Int, column: Int, byte: UInt8)] = [
    ("a Latin-1 letter", Array("ok\r\n\r\ncaf".utf8) + [0xe9] + Array(" ouvert".utf8), 3, 4, 0xe9),
    ("after letters of two bytes", Array("é\né🙂".utf8) + [0xff], 2, 3, 0xff),
    ("an overlong slash", [0xc0, 0xaf], 1, 1, 0xc0), ("an overlong euro", [0xe0, 0x82, 0xac], 1, 1, 0xe0),
    ("a surrogate", [0x61, 0xed, 0xa0, 0x80], 1, 2, 0xed),
    ("above U+10FFFF", [0xf4, 0x90, 0x80, 0x80], 1, 1, 0xf4),
    ("a lone continuation", Array("abcdefghijk".utf8) + [0x80], 1, 12, 0x80),
    ("cut off at the end", Array("abcdefg".utf8) + [0xf0, 0x9f, 0x99], 1, 8, 0xf0),
  ]

  @Test("A byte that is not UTF-8 is an error at its line and column", arguments: malformed)
  func badByte(case: (String, [UInt8], line: Int, column: Int, byte: UInt8)) {
    let error = importError(`case`.1, as: "interview-03.txt")
    #expect(
      error
        == .badByte(
          file: "interview-03.txt", place: TextPlace(line: `case`.line, column: `case`.column),
          byte: `case`.byte,
          encoding: .utf8))
  }

  @Test(
    "The validator agrees with the standard library on every sequence of up to three of the bytes that matter"
  )
  func validatorAgrees() throws {
    let bytes: [UInt8] = [
      0x01, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed,
      0xee, 0xef,
      0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff,
    ]
    var valid = 0
    for a in bytes {
      for b in bytes {
        for c in bytes {
          for tail in [[], [0x80], [0xbf, 0x41]] as [[UInt8]] {
            // Eight letters before it, so that the step over whole words is passed as well.
            let all = Array("12345678".utf8) + [a, b, c] + tail
            let isValid = String(validating: all, as: UTF8.self) != nil
            let decoded = try? TextDecoder.decode(all, fileName: "x")
            if (decoded != nil) != isValid { Issue.record("\(all)") }
            valid += isValid ? 1 : 0
          }
        }
      }
    }
    #expect(valid > 100)
  }

  @Test("U+0000 is refused with its place, and UTF-16 is suspected where every other byte is zero")
  func null() {
    #expect(
      importError(Array("ab\nc\0d".utf8), as: "x.txt")
        == .containsNull(file: "x.txt", place: TextPlace(line: 2, column: 2), looksLike: nil))
    let wide = "Interview one".utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    #expect(importError(wide, as: "x.txt")?.hint?.hasSuffix("--encoding utf-16le") == true)
    let big = "Interview one".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    #expect(importError(big, as: "x.txt")?.hint?.hasSuffix("--encoding utf-16be") == true)
  }

  @Test(
    "The tables of one-byte charsets agree with Foundation's",
    arguments: [
      (TextEncoding.windows1252, String.Encoding.windowsCP1252),
      (.latin1, .isoLatin1),
    ])
  func tables(encoding: TextEncoding, other: String.Encoding) {
    var mapped = 0
    for byte in UInt8(0x80)...0xff {
      guard let decoded = try? TextDecoder.decode([0x41, byte], fileName: "x", encoding: encoding) else {
        continue
      }
      #expect(decoded.string == String(bytes: [0x41, byte], encoding: other), "\(byte)")
      mapped += 1
    }
    #expect(mapped == (encoding == .windows1252 ? 123 : 96))
  }

  @Test("MacRoman is Apple's table")
  func macRoman() throws {
    // The rows 8x, Cx, Dx and Fx of Apple's ROMAN.TXT.
    let rows: [(UInt8, String)] = [
      (0x80, "ÄÅÇÉÑÖÜáàâäãåçéè"), (0xc0, "¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ"), (0xd0, "–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"),
      (0xf0, "\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"),
    ]
    for (first, text) in rows {
      let decoded = try TextDecoder.decode((0..<16).map { first + $0 }, fileName: "x", encoding: .macRoman)
      #expect(Array(decoded.string.unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test(
    "A code page is what the C library has of it, byte for byte",
    .enabled(if: PeerProgram.path(of: "iconv") != nil, "there is no iconv"),
    arguments: [437, 850, 874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258])
  func codePage(page: Int) throws {
    let iconv = try #require(PeerProgram.path(of: "iconv"))
    try withTemporaryDirectory { directory in
      // A line for each byte; what stands for nothing is left out (-c).
      let file = directory.appendingPathComponent("bytes")
      try Data((UInt8(0x80)...0xff).flatMap { [$0, 0x0a] }).write(to: file)
      let result = try PeerProgram.run(iconv, ["-c", "-f", "CP\(page)", "-t", "UTF-8", file.path])
      let lines = String(decoding: result.output, as: UTF8.self).unicodeScalars
        .split(separator: "\n", omittingEmptySubsequences: false)
      try #require(lines.count == 129)
      for (byte, theirs) in zip(UInt8(0x80)...0xff, lines) {
        let own = SingleByteCharset.scalar(byte, codePage: page)
        // Control characters that Windows puts where nothing stands are no characters of a text.
        let isControl = theirs.first.map { (0x80..<0xa0).contains($0.value) } ?? false
        #expect(own == (isControl ? nil : theirs.first), "byte \(byte)")
      }
    }
  }

  @Test("A text in a code page is read when it is named")
  func namedPage() throws {
    let decoded = try TextDecoder.decode(
      [0xcc, 0xfb, 0x0d, 0x0a, 0xe5, 0xb8], fileName: "x", encoding: TextEncoding(named: "cp1251"))
    #expect(decoded.string == "Мы\nеё" && decoded.encoding.rawValue == "windows-1251")
  }

  @Test("A byte that a charset leaves unassigned is an error with its place")
  func unassigned() {
    #expect(
      importError([0x61, 0x0a, 0xe9, 0x81], as: "x.txt", encoding: "cp1252")
        == .badByte(file: "x.txt", place: TextPlace(line: 2, column: 2), byte: 0x81, encoding: .windows1252))
  }

  @Test("UTF-16 is read in both orders, by its mark or by name")
  func utf16() throws {
    let text = "Zoé 🐕\r\nsaid"
    let little = text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    for (bytes, encoding) in [
      ([0xff, 0xfe] + little, nil), ([0xfe, 0xff] + big, nil), ([0xff, 0xfe] + little, .utf16),
      (little, .utf16LittleEndian),
      (big, .utf16BigEndian),
    ] as [([UInt8], TextEncoding?)] {
      let decoded = try TextDecoder.decode(bytes, fileName: "x", encoding: encoding)
      #expect(decoded.string == "Zoé 🐕\nsaid")
    }
    #expect(importError(little, as: "x.txt", encoding: "utf-16") == .noByteOrderMark(file: "x.txt"))
  }

  @Test(
    "Half a character of UTF-16 is an error with its place",
    arguments: [
      [0x0a, 0x00, 0x61, 0x00, 0x3d, 0xd8], [0x0a, 0x00, 0x61, 0x00, 0x3d],
      [0x0a, 0x00, 0x61, 0x00, 0x00, 0xdc, 0x61, 0x00],
    ] as [[UInt8]])
  func halfCharacter(bytes: [UInt8]) {
    #expect(
      importError(bytes, as: "x.txt", encoding: "utf-16le")
        == .badUTF16(file: "x.txt", place: TextPlace(line: 2, column: 2), encoding: .utf16LittleEndian))
  }

  @Test(
    "A byte order mark that says otherwise than the name is an error",
    arguments: [
      ([0xef, 0xbb, 0xbf, 0x61], "windows-1252", .utf8),
      ([0xff, 0xfe, 0x61, 0x00], "utf-8", .utf16LittleEndian),
      ([0xff, 0xfe, 0x61, 0x00], "utf-16be", .utf16LittleEndian),
      ([0xef, 0xbb, 0xbf, 0x61], "utf-16", .utf8),
    ] as [([UInt8], String, TextEncoding)])
  func otherMark(bytes: [UInt8], name: String, mark: TextEncoding) throws {
    #expect(
      importError(bytes, as: "x.txt", encoding: name)
        == .otherByteOrderMark(file: "x.txt", mark: mark, named: try TextEncoding(named: name)))
  }

  @Test("An encoding is named in any usual way, and an unknown one is refused")
  func names() throws {
    for (name, encoding) in [
      ("UTF-8", .utf8), ("utf8", .utf8), ("utf-16", .utf16), ("UTF-16LE", .utf16LittleEndian),
      ("cp1252", .windows1252), ("CP1250", .windows1250), ("windows-1257", .windows1257),
      ("Windows-1252", .windows1252), ("latin1", .latin1), ("ISO-8859-1", .latin1), ("macintosh", .macRoman),
    ] as [(String, TextEncoding)] {
      #expect(try TextEncoding(named: name) == encoding)
    }
    #expect(throws: ImportError.unknownEncoding(name: "klingon")) { try TextEncoding(named: "klingon") }
  }
}

/// The error that decoding ends with.
private func importError(_ bytes: [UInt8], as fileName: String, encoding: String? = nil) -> ImportError? {
  do throws(ImportError) {
    let encoding: TextEncoding? = if let encoding { try TextEncoding(named: encoding) } else { nil }
    _ = try TextDecoder.decode(bytes, fileName: fileName, encoding: encoding)
    return nil
  } catch { return error }
}
