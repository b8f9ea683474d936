import RealistFormats
import RealistModel
import RealistTranscripts
import TestSupport

/// An input of the fuzz target `Transcripts`, which the tests replay: a letter for the format, one for the encoding, then the file.
enum TranscriptInput {
  /// - Throws: what the reader throws.
  static func read(_ input: [UInt8]) throws(ImportError) -> ImportedTranscript {
    let format = input.first ?? 0
    let encoding = input.dropFirst().first ?? 0
    var file = Array(input.dropFirst(2))
    var pages: [String]?
    switch format {
    case UInt8(ascii: "x"), UInt8(ascii: "y"):
      // The document part alone, so that not every change breaks the archive around it.
      var zip = ZipBytes()
      zip.add(format == UInt8(ascii: "x") ? "word/document.xml" : "content.xml", file)
      file = zip.bytes
    case UInt8(ascii: "P"):
      // What pdftotext would print.
      pages = file.split(separator: 0x0c, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      file = Array("%PDF-".utf8)
    default: break
    }
    return try TranscriptReader.read(
      file, fileName: "interview", encoding: encodings[encoding], format: formats[format] ?? nil,
      speakers: ["Ana", "P07"], pages: pages)
  }

  private static let formats: [UInt8: TranscriptFormat] = [
    UInt8(ascii: "p"): .plain, UInt8(ascii: "m"): .markdown, UInt8(ascii: "v"): .webvtt,
    UInt8(ascii: "s"): .srt, UInt8(ascii: "d"): .docx, UInt8(ascii: "x"): .docx, UInt8(ascii: "o"): .odt,
    UInt8(ascii: "y"): .odt, UInt8(ascii: "r"): .rtf, UInt8(ascii: "h"): .html, UInt8(ascii: "P"): .pdf,
    UInt8(ascii: "j"): .json, UInt8(ascii: "t"): .tsv, UInt8(ascii: "B"): .sbv, UInt8(ascii: "c"): .chat,
    UInt8(ascii: "n"): .nvivo, UInt8(ascii: "R"): .otranscribe, UInt8(ascii: "4"): .f4,
    UInt8(ascii: "a"): .atrain,
    UInt8(ascii: "i"): .inqscribe, UInt8(ascii: "T"): .transana,
  ]
  private static let encodings: [UInt8: String] = [
    UInt8(ascii: "u"): "utf-16le", UInt8(ascii: "b"): "utf-16", UInt8(ascii: "w"): "windows-1252",
    UInt8(ascii: "l"): "iso-8859-1", UInt8(ascii: "m"): "macroman",
  ]

  /// Whether every turn lies in the text, behind the one before, on trimmed words, in offsets that convert there and back.
  static func isSound(_ transcript: ImportedTranscript) -> Bool {
    let text = transcript.text
    var end = 0
    for turn in transcript.turns {
      guard turn.span.start >= end, turn.span.end <= text.length else { return false }
      end = turn.span.end
      let words = text[turn.span]
      guard !words.isEmpty, words.trimmed.utf8.count == words.utf8.count else { return false }
      for offset in [turn.span.start, turn.span.end] {
        guard text.scalarOffset(ofUTF8: text.utf8Offset(ofScalar: offset)) == offset,
          text.scalarOffset(ofUTF16: text.utf16Offset(ofScalar: offset)) == offset
        else { return false }
      }
    }
    return text.length > 0
  }
}
