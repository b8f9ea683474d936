import RealistFormats
import RealistTranscripts
import TestSupport
import Testing

@Suite("What programs write for programs")
struct MachineFormatTests {
  static let cases: [(String, TranscriptFormat, [ExpectedTurn])] = [
    (
      #"{"segments":[{"start":0.5,"end":1,"text":" Hello.","speaker":"A"},{"text":" No times."},{"id":3}]}"#,
      .json,
      [.init("A", "Hello.", 500, 1000), .init(nil, "No times.")]
    ),
    (
      #"[{"start":1,"end":2,"text":"x y"}]"#, .json, [.init(nil, "x y", 1000, 2000)]
    ),
    (
      #"{"transcription":[{"offsets":{"from":10,"to":2400},"text":" Hi."}]}"#, .json,
      [.init(nil, "Hi.", 10, 2400)]
    ),
    (
      "start\tend\ttext\n0\t1500\tHello\tthere\n", .tsv, []
    ),
    ("start\tend\ttext\tspeaker\n0\t1500\tHello there\tAna\n", .tsv, [.init("Ana", "Hello there", 0, 1500)]),
    (
      "@UTF8\n@Begin\n*INV:\tso ? \u{15}0_10\u{15}\n%mor:\tx\n*PAR:\tyes\n\tand no . \u{15}10_20\u{15} more \u{15}20_35\u{15}\n@End\n",
      .chat,
      [.init("INV", "so ?", 0, 10), .init("PAR", "yes and no .  more", 10, 35)]
    ),
    (
      "Timespan\tContent\tSpeaker\n0:00.0 - 0:04.3\tOne?\tAna\n75 / 1:6:6\tTwo.\t\n", .nvivo,
      [.init("Ana", "One?", 0, 4300), .init(nil, "Two.", 75000, 3_966_000)]
    ),
    (
      "[0:00.0 - 0:04.3]\tOne?\tAna\n#0:04.3 - 0:05.0#\tTwo.\tBo\n", .nvivo,
      [.init("Ana", "One?", 0, 4300), .init("Bo", "Two.", 4300, 5000)]
    ),
    (
      "0:00:00.5,0:00:04.160\n>> One?\nmore\n\n0:00:04.160,0:00:06.770\nTwo.\n", .sbv,
      [.init(nil, ">> One?\nmore", 500, 4160), .init(nil, "Two.", 4160, 6770)]
    ),
    (
      #"{"text":"<p>Title</p><p><span class=\"timestamp\" data-timestamp=\"4.32\">0:04</span> INT: One &amp; two.</p><p>P1: Three.<br/><span data-timestamp=\"7\">0:07</span> Four.</p>","media-time":1}"#,
      .otranscribe, [.init("INT", "One & two.", 4320), .init("P1", "Three."), .init("P1", "Four.", 7000)]
    ),
  ]

  @Test("Segments, rows and tiers are turns", arguments: cases)
  func turns(text: String, format: TranscriptFormat, turns: [ExpectedTurn]) throws {
    guard !turns.isEmpty else {
      #expect(importError(text) == .badRow(file: "interview.txt", line: 2))
      return
    }
    let transcript = try imported(text)
    #expect(transcript.format == format)
    #expect(transcript.expectedForm == turns)
    checkSpans(transcript)
  }

  @Test("JSON without a transcript in it is named; malformed JSON has a place")
  func otherJSON() {
    #expect(importError(#"{"a": [1, 2]}"#) == .unsupported(file: "interview.txt", kind: .json))
    #expect(importError(#"{"segments": []}"#) == .unsupported(file: "interview.txt", kind: .json))
    #expect(
      importError("{\"a\": [1,\n2}")
        == .malformedJSON(file: "interview.txt", place: TextPlace(line: 2, column: 2)))
  }

  @Test("NVivo's rows in a table of a document are turns")
  func wordTable() throws {
    let cells = { (texts: [String]) in
      "<w:tr>" + texts.map { "<w:tc><w:p><w:r><w:t>\($0)</w:t></w:r></w:p></w:tc>" }.joined() + "</w:tr>"
    }
    let body =
      WordFile.paragraphs(["Interview 1"]) + "<w:tbl>" + cells(["Timespan", "Content", "Speaker"])
      + cells(["0:00.0 - 0:04.3", "One?", "Ana"]) + cells(["0:04.3 - 0:09.9", "Two.", "Marta"]) + "</w:tbl>"
    let transcript = try TranscriptReader.read(WordFile.bytes(body), fileName: "x.docx")
    #expect(transcript.expectedForm == [.init("Ana", "One?", 0, 4300), .init("Marta", "Two.", 4300, 9900)])
    #expect(transcript.notes.contains("1 paragraph outside of the table left out"))
  }
}
