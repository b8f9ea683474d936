import RealistFormats
import Testing

@Suite("Guessing a charset")
struct CharsetGuessTests {
  /// Invented words in the languages that transcripts come in, and the bytes of their letters in Windows-1252 and MacRoman.
  static let windows: [[UInt8]] = [
    Array("She said ".utf8) + [0x93] + Array("it".utf8) + [0x92] + Array("s warm".utf8) + [0x94],
    Array("caf".utf8) + [0xe9] + Array(" na".utf8) + [0xef] + Array("ve, gar".utf8) + [0xe7]
      + Array("on".utf8),
    Array("Stra".utf8) + [0xdf] + Array("e, ".utf8) + [0xdc] + Array("bung, sch".utf8) + [0xf6]
      + Array("n".utf8),
    Array("a".utf8) + [0xe7, 0xe3] + Array("o, ma".utf8) + [0xf1] + Array("ana ".utf8) + [0xbf]
      + Array("no?".utf8),
  ]
  static let mac: [[UInt8]] = [
    Array("She said ".utf8) + [0xd2] + Array("it".utf8) + [0xd5] + Array("s warm".utf8) + [0xd3],
    Array("caf".utf8) + [0x8e] + Array(" na".utf8) + [0x95] + Array("ve, gar".utf8) + [0x8d]
      + Array("on".utf8),
    Array("Stra".utf8) + [0xa7] + Array("e, ".utf8) + [0x86] + Array("bung, sch".utf8) + [0x9a]
      + Array("n".utf8),
    Array("a".utf8) + [0x8d, 0x8b] + Array("o, ma".utf8) + [0x96] + Array("ana ".utf8) + [0xc0]
      + Array("no?".utf8),
  ]

  @Test("The charset that makes words of the letters is taken, and it is said so", arguments: 0..<4)
  func eightBits(index: Int) throws {
    let left = try TextDecoder.decode(Self.windows[index], fileName: "x", guesses: true)
    let right = try TextDecoder.decode(Self.mac[index], fileName: "x", guesses: true)
    #expect(left.encoding == .windows1252 && right.encoding == .macRoman)
    #expect(left.string == right.string)
    #expect(
      left.guesses.count == 1 && left.guesses[0].contains("windows-1252")
        && left.guesses[0].contains("--encoding"))
    #expect(right.guesses[0].contains("macroman"))
  }

  @Test("UTF-16 without a mark is seen in both orders")
  func utf16() throws {
    for isBig in [false, true] {
      let bytes = "INT: café?\nP1: ナ no.\n".utf16.flatMap { unit -> [UInt8] in
        let pair = [UInt8(unit & 0xff), UInt8(unit >> 8)]
        return isBig ? pair.reversed() : pair
      }
      let decoded = try TextDecoder.decode(bytes, fileName: "x", guesses: true)
      #expect(decoded.string == "INT: café?\nP1: ナ no.\n")
      #expect(
        decoded.encoding == (isBig ? .utf16BigEndian : .utf16LittleEndian) && decoded.guesses.count == 1)
    }
  }

  @Test("Valid UTF-8 and marked files are never guessed at; what is no text stays an error")
  func noGuess() throws {
    #expect(try TextDecoder.decode(Array("café".utf8), fileName: "x", guesses: true).guesses.isEmpty)
    #expect(throws: ImportError.self) {
      try TextDecoder.decode([0x00, 0x01, 0x02, 0xff, 0xfe, 0x00, 0x00, 0x00], fileName: "x", guesses: true)
    }
    #expect(throws: ImportError.self) { try TextDecoder.decode([0x63, 0xe9], fileName: "x") }
  }
}
