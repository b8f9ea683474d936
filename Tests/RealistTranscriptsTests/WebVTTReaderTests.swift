import RealistFormats
import RealistTranscripts
import Testing

@Suite("WebVTT")
struct WebVTTReaderTests {
  private let guid = "7d1e0b5a-3c44-4a8b-9d0e-2f6a1b9c0d11"

  private func vtt(_ body: String) throws -> ImportedTranscript {
    try imported("WEBVTT\n\n" + body, as: "x.vtt")
  }

  @Test("Teams: pieces of one utterance are joined, entities resolved, wrapped lines folded")
  func teams() throws {
    let transcript = try vtt(
      """
      \(guid)/1-0
      00:00:03.120 --> 00:00:06.480
      <v Ana O&apos;Neil>So &lt;what&gt;
      then?</v>

      \(guid)/2-0
      00:00:07.200 --> 00:00:10.000
      <v.loud Bo>Second</v>

      \(guid)/2-1
      00:00:10.000 --> 00:00:12.960
      <v Bo>time.</v>

      \(guid)/2-2
      00:00:12.960 --> 00:00:13.000
      <v Ana O&apos;Neil>Hm.</v>

      \(guid)/3-0
      00:00:15.500 --> 00:00:17.000
      (inaudible)

      """)
    #expect(
      transcript.expectedForm == [
        .init("Ana O'Neil", "So <what> then?", 3120, 6480), .init("Bo", "Second time.", 7200, 12960),
        .init("Ana O'Neil", "Hm.", 12960, 13000), .init(nil, "(inaudible)", 15500, 17000),
      ])
    #expect(
      transcript.text.string
        == "Ana O'Neil: So <what> then?\n\nBo: Second time.\n\nAna O'Neil: Hm.\n\n(inaudible)\n")
    #expect(transcript.speakers.map(\.occurrences) == [2, 1])
    checkSpans(transcript)
  }

  @Test("Teams: the same id again with more words wins, at its first place")
  func repeatedID() throws {
    let transcript = try vtt(
      "\(guid)/1-0\n0:01.000 --> 0:02.000\n<v A>I was</v>\n\n\(guid)/2-0\n0:02.000 --> 0:03.000\n<v B>No</v>\n\n"
        + "\(guid)/1-0\n0:01.000 --> 0:02.500\n<v A>I was there</v>\n")
    #expect(transcript.expectedForm == [.init("A", "I was there", 1000, 2500), .init("B", "No", 2000, 3000)])
    #expect(transcript.notes == ["1 cue came again with the same id: the later one is taken"])
  }

  @Test("One cue may have several voices, closed or not")
  func severalVoices() throws {
    let transcript = try vtt(
      "0:01.000 --> 0:02.000\n<v A>One.</v> <v B>Two.</v> aside\n\n0:02.000 --> 0:03.000\n<v A>Three,\n<v A>four.\n\n0:03.000 --> 0:04.000\n<v A>Five.\n<v B>Six.\n"
    )
    #expect(
      transcript.expectedForm.map { "\($0.speaker ?? "–"): \($0.text)" } == [
        "A: One.", "B: Two.", "–: aside", "A: Three, four.", "A: Five.", "B: Six.",
      ])
  }

  @Test("noScribe: voices are never closed, and one that talks into another's words is the same voice")
  func noScribe() throws {
    let transcript = try vtt(
      "1\n0:01.000 --> 0:02.000\n<v S01>One. (..) //S02: Yes. // Two.\n\n2\n0:02.000 --> 0:03.000\n<v //S02>Three.//\n"
    )
    #expect(
      transcript.expectedForm == [
        .init("S01", "One. (..) //S02: Yes. // Two.", 1000, 2000), .init("S02", "Three.//", 2000, 3000),
      ])
  }

  @Test("Zoom: only the first colon splits, and a cue without a name goes on with the last speaker")
  func zoom() throws {
    let transcript = try imported(
      "WEBVTT\r\n\r\n1\r\n00:00:04.859 --> 00:00:07.410\r\nAna: Okay.\r\n\r\n2\r\n00:00:09.540 --> 00:00:12.990\r\nBo Q (she/her): Yes: fine. Ratio 2:1.\r\n\r\n3\r\n00:00:15.630 --> 00:00:17.760\r\nGo on.\r\n\r\n4\r\n00:00:19.980 --> 00:00:21.240\r\n+44 20 ****01: Hello?\r\n",
      as: "x.vtt")
    #expect(
      transcript.expectedForm.map { "\($0.speaker ?? "–")|\($0.text)" } == [
        "Ana|Okay.", "Bo Q (she/her)|Yes: fine. Ratio 2:1.", "Bo Q (she/her)|Go on.", "+44 20 ****01|Hello?",
      ])
    #expect(transcript.notes.first == "line ends were CRLF and are LF now")
  }

  @Test("YouTube: a line that rolls up is taken once")
  func rolling() throws {
    let transcript = try imported(
      "WEBVTT\nKind: captions\nLanguage: en\n\n00:00:00.160 --> 00:00:03.269 align:start position:0%\n \nthe<00:00:00.400><c> one</c>\n\n00:00:03.269 --> 00:00:03.279 align:start position:0%\nthe one\n \n\n00:00:03.279 --> 00:00:05.500 align:start position:0%\nthe one\nthat<00:00:03.520><c> made</c>\n",
      as: "x.vtt")
    #expect(
      transcript.expectedForm == [.init(nil, "the one", 160, 3279), .init(nil, "that made", 3279, 5500)])
  }

  @Test("Notes, styles and regions are never speech; the header may be long")
  func comments() throws {
    let transcript = try imported(
      "WEBVTT - a title\nX-TIMESTAMP-MAP=LOCAL:0\n\nNOTE one line\n\nNOTE\nseveral\n1:2:3\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n\n00:01.000 --> 00:02.000\nNOTES are words.\n",
      as: "x.vtt")
    #expect(transcript.expectedForm == [.init(nil, "NOTES are words.", 1000, 2000)])
  }

  @Test("Times are read padded or not, with a point or a comma")
  func times() throws {
    let transcript = try vtt(
      "0:0:0.0 --> 0:0:5.320\na\n\n1:1:1.5 --> 100:00:00,250 line:0\nb\n\n00:07 --> 00:08.1234\nc")
    #expect(
      transcript.expectedForm == [
        .init(nil, "a", 0, 5320), .init(nil, "b", 3_661_500, 360_000_250), .init(nil, "c", 7000, 8123),
      ])
  }

  @Test("A cue that ends before it begins keeps its words, and it is said so")
  func backwards() throws {
    let transcript = try vtt("00:09.000 --> 00:07.000\na\n")
    #expect(transcript.expectedForm == [.init(nil, "a", 9000, nil)])
    #expect(transcript.notes == ["1 cue ends before beginning: the end was left out"])
  }

  @Test("Words after a blank line inside a cue stay, and it is said so")
  func strays() throws {
    let transcript = try vtt("00:01.000 --> 00:02.000\none\n\ntwo\n\n00:03.000 --> 00:04.000\nthree\n")
    #expect(transcript.words == ["one two", "three"])
    #expect(
      transcript.notes == [
        "1 passage stands outside of any cue and went into the cue before (the first at line 6)"
      ])
  }

  static let malformed: [(String, ImportError)] = [
    ("00:01.000 --> 00:02.000\na", .noHeader(file: "x.vtt")),
    ("WEBVTTX\n\n00:01.000 --> 00:02.000\na", .noHeader(file: "x.vtt")),
    ("WEBVTT\n\nNOTE nothing", .noCues(file: "x.vtt", format: "WebVTT")),
    ("WEBVTT\n\n00:01.000 --> 00:0", .badTiming(file: "x.vtt", line: 3)),
    (
      "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\n2\n00:0x.000 --> 00:04.000\nb",
      .badTiming(file: "x.vtt", line: 7)
    ),
    ("WEBVTT\n\n1\n00:01.000 --> 00:02.000\na\n\n2", .cutShort(file: "x.vtt", line: 7)),
    (
      "WEBVTT\n\n1\n00:01.000 --> 00:02.000\na\n\n2\n00:03.000 --> 00:04.000\n",
      .cutShort(file: "x.vtt", line: 8)
    ),
    (
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>a</v>\n\n00:03.000 --> 00:04.000\n<v A>and th",
      .cutShort(file: "x.vtt", line: 7)
    ),
    ("WEBVTT\n\n00:01.000 --> 00:02.000\n<v A", .cutShort(file: "x.vtt", line: 4)),
  ]

  @Test(
    "A file without header, with a broken timing line or cut inside a cue is an error with its line",
    arguments: malformed)
  func errors(case: (String, ImportError)) { #expect(importError(`case`.0, as: "x.vtt") == `case`.1) }
}
