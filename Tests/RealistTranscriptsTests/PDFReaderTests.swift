import Foundation
import RealistFormats
import RealistTranscripts
import TestSupport
import Testing

@Suite("PDF")
struct PDFReaderTests {
  private func read(_ pages: [String]) throws -> ImportedTranscript {
    try TranscriptReader.read(Array("%PDF-1.7".utf8), fileName: "P01.pdf", pages: pages)
  }

  @Test("Lines are joined to paragraphs, and a name begins a turn though no gap is before it")
  func paragraphs() throws {
    let transcript = try read([
      """
      INT: How did you first
      hear of it?
      Marta: My neighbour told me. It was a two-
      way thing.

      She rang me.
      INT: And then?
      Marta: Well, then I\u{ad}
      dentified it.
      """
    ])
    #expect(
      transcript.expectedForm == [
        .init("INT", "How did you first hear of it?"),
        .init("Marta", "My neighbour told me. It was a two-way thing.\n\nShe rang me."),
        .init("INT", "And then?"), .init("Marta", "Well, then Identified it."),
      ])
    #expect(transcript.guesses == ["1 word divided at the end of a line keeps its hyphen"])
  }

  @Test("In a double-spaced transcript one blank line ends nothing, two do")
  func doubleSpacing() throws {
    let lines = [
      "INT: One two", "", "three four", "", "five.", "", "", "Six seven", "", "eight.", "", "P1: Nine", "",
      "ten.", "", "INT: Eleven", "", "twelve.", "", "P1: Thirteen.",
    ]
    let transcript = try read([lines.joined(separator: "\n")])
    #expect(
      transcript.words == [
        "One two three four five.\n\nSix seven eight.", "Nine ten.", "Eleven twelve.", "Thirteen.",
      ])
  }

  @Test("Running heads, page numbers and numbered lines go, and it is said so; words that repeat stay")
  func furniture() throws {
    let said = ["warm", "cold", "yes", "yes", "long", "kind"]
    let pages = (1...4).map { page -> String in
      let lines = said.indices.map { line in
        "\((page - 1) * 6 + line + 1)   \(line % 2 == 0 ? "INT" : "P1"): \(said[line]) \(["a", "b", "c", "d"][page - 1])."
      }
      return (["Confidential interview", ""] + lines + ["", "          Page \(page) of 4"])
        .joined(separator: "\n")
    }
    let transcript = try read(pages)
    #expect(transcript.turns.count == 24)
    #expect(transcript.words.prefix(4) == ["warm a.", "cold a.", "yes a.", "yes a."])
    #expect(!transcript.text.string.contains("Confidential") && !transcript.text.string.contains("of 4"))
    #expect(
      transcript.guesses == [
        "24 line or paragraph numbers were left out",
        "8 lines of running heads and page numbers were left out",
      ])
  }

  @Test("A page without text is reported as a scan; a file without any is refused")
  func scans() throws {
    let transcript = try read(["INT: One?\nP1: Two.", " \n ", "INT: Three?\nP1: Four."])
    #expect(transcript.guesses == ["page 2 of 3 has no text: a scan, or a picture"])
    #expect(throws: ImportError.onlyPictures(file: "P01.pdf", pages: 2)) { try read(["", "\u{c}"]) }
    #expect(throws: ImportError.needsPages(file: "P01.pdf")) {
      try TranscriptReader.read(Array("%PDF-1.7".utf8), fileName: "P01.pdf")
    }
  }

  @Test(
    "Whatever the pages hold, there is an error or a sound transcript", arguments: 0..<300 as Range<UInt64>)
  func damage(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let parts = [
      "INT: ", "P1: ", "12   ", "\n", "\n\n", "3/6", "words words", " \u{ad}\n", "-\n", "\u{c}", "é", "\t",
      "1", "2\n", "3\n",
    ]
    let pages = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      (0..<Int.random(in: 0...40, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        .joined()
    }
    do throws(ImportError) {
      let made = try TranscriptReader.read(Array("%PDF-".utf8), fileName: "P01.pdf", pages: pages)
      #expect(TranscriptInput.isSound(made))
    } catch { #expect(error.message.hasPrefix("P01.pdf:")) }
  }

  static let hasPages =
    fixturesFolder != nil && FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

  /// What `pdftotext` makes of a file.
  static func pages(_ path: String) throws -> [String] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftotext")
    process.arguments = [
      "-layout", "-enc", "UTF-8", fixturesFolder?.appendingPathComponent(path).path ?? "", "-",
    ]
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\u{c}", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test(
    "A text printed as PDF has the same turns and words",
    .enabled(if: hasPages, "needs REALIST_FIXTURES and pdftotext"), arguments: ["A", "B"])
  func equivalents(name: String) throws {
    let plain = try Fixtures.transcript("equivalents/\(name).txt")
    let printed = try read(Self.pages("equivalents/\(name)_libreoffice7.4.pdf"))
    #expect(printed.turns.map(\.speaker) == plain.turns.map(\.speaker))
    #expect(
      printed.words.map { $0.split(whereSeparator: \.isWhitespace) }
        == plain.words.map { $0.split(whereSeparator: \.isWhitespace) })
  }

  @Test(
    "A transcript printed by MAXQDA has a turn for each numbered paragraph",
    .enabled(if: hasPages, "needs REALIST_FIXTURES and pdftotext"),
    arguments: [("P1", 94), ("P3", 121), ("P5", 133)])
  func printed(name: String, turns: Int) throws {
    let transcript = try read(Self.pages("transcripts-pdf/PDPilot_\(name).pdf"))
    #expect(transcript.turns.count == turns)
    #expect(transcript.acceptedNames == ["Dan", "Participant"])
    #expect(!transcript.text.string.contains("/6") && !transcript.text.string.contains("  "))
  }
}
