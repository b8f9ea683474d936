import RealistFormats
import Testing

@Suite("Errors of importing")
struct ImportErrorTests {
  static let place = TextPlace(line: 12, column: 5)
  static let sentences: [(ImportError, String, String?)] = [
    (
      .badByte(file: "interview-03.txt", place: place, byte: 0xe9, encoding: .utf8),
      "interview-03.txt:12:5: byte 0xE9 is not valid UTF-8",
      "say which encoding it is: realist source import interview-03.txt --encoding windows-1252"
    ),
    (
      .badByte(file: "a.txt", place: place, byte: 0x8, encoding: .windows1252),
      "a.txt:12:5: byte 0x08 stands for no character in windows-1252",
      "say which encoding it is: realist source import a.txt --encoding utf-8"
    ),
    (.empty(file: "a.txt"), "a.txt: the file is empty", nil),
    (
      .tooLarge(file: "a.txt", bytes: 200 << 20, limit: 64 << 20),
      "a.txt: 200 MB is more than the 64 MB a transcript may have", "split it into several sources"
    ),
    (
      .noHeader(file: "a.vtt"), "a.vtt:1: a WebVTT file begins with the line WEBVTT",
      "if it is SubRip: realist source import a.vtt --format srt"
    ),
    (
      .cutShort(file: "a.vtt", line: 40), "a.vtt:40: the file ends in the middle of a cue",
      "download or copy the file again"
    ),
    (
      .notAnArchive(file: "a.docx"), "a.docx: a Word or OpenDocument file is a ZIP archive, and this is none",
      "if it is a text file: realist source import a.docx --format plain"
    ),
    (
      .doctype(file: "a.docx", entry: "word/document.xml"),
      "a.docx: word/document.xml has a DOCTYPE, which no such document has",
      "no word processor writes such a file; if you trust it, open it in Word or LibreOffice and save it again"
    ),
    (
      .malformedXML(file: "a.docx", entry: "word/document.xml", place: place),
      "a.docx: word/document.xml:12:5: the XML is malformed",
      "open it in Word or LibreOffice and save it again"
    ),
    (
      .unknownEncoding(name: "klingon"), "there is no encoding called 'klingon'",
      "known are utf-8, utf-16, utf-16le, utf-16be, \((0...8).map { "windows-125\($0)" }.joined(separator: ", ")), iso-8859-1, macroman"
    ),
  ]

  @Test("An error is a sentence with the place first, and a hint that can be pasted", arguments: sentences)
  func wording(error: ImportError, message: String, hint: String?) {
    #expect(error.message == message)
    #expect(error.hint == hint)
  }

  static let all: [ImportError] =
    sentences.map(\.0) + [
      .unsupported(file: "f", kind: .presentation), .endsEarly(file: "f"), .needsPages(file: "f"),
      .onlyPictures(file: "f", pages: 3), .onlyPictures(file: "f", pages: 1), .badRow(file: "f", line: 3),
      .malformedJSON(file: "f", place: place), .noTurns(file: "f", format: "CHAT"),
      .tooManyLines(file: "f", limit: 1_000_000),
      .badUTF16(file: "f", place: place, encoding: .utf16LittleEndian),
      .noByteOrderMark(file: "f"), .otherByteOrderMark(file: "f", mark: .utf8, named: .macRoman),
      .containsNull(file: "f", place: place, looksLike: nil),
      .noCues(file: "f", format: "SubRip (SRT)"), .badTiming(file: "f", line: 3),
      .damagedArchive(file: "f", entry: nil),
      .damagedArchive(file: "f", entry: "e"), .encrypted(file: "f", entry: "e"),
      .unsafeEntry(file: "f", entry: ".."),
      .duplicateEntry(file: "f", entry: "e"), .tooManyEntries(file: "f", count: 20_000, limit: 10_000),
      .lyingSize(file: "f", entry: "e"), .inflatesTooMuch(file: "f", entry: "e"), .noDocument(file: "f"),
      .nestedTooDeep(file: "f", entry: "e", limit: 200),
    ]

  @Test("Every error has a sentence in lower case without a full stop", arguments: all)
  func everyErrorHasWords(error: ImportError) {
    #expect(error.message.count > 15 && !error.message.hasSuffix(".") && !error.message.contains("\n"))
    if let hint = error.hint { #expect(hint.count > 10 && !hint.hasSuffix(".")) }
  }
}
