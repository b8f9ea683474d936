import RealistFormats
import RealistTranscripts
import Testing

@Suite("SubRip")
struct SubRipReaderTests {
  @Test("Numbers may be missing, lines blank, times pointed, words set in italics")
  func messy() throws {
    let transcript = try imported(
      "\u{feff}1\r\n00:00:01,000 --> 00:00:02,500\r\nANA: So what\r\n<i>then?</i>  \r\n\r\n00:00:02.500 --> 00:00:04.000\r\nShe {\\an8}came.\r\n\r\n\r\nBack.\r\n\r\n3\r\n00:00:04,000-->00:00:05,250 X1:0 X2:0\r\n46\r\nhomes --> many",
      as: "x.srt")
    #expect(
      transcript.expectedForm == [
        .init("ANA", "So what\nthen?", 1000, 2500), .init(nil, "She came.\nBack.", 2500, 4000),
        .init(nil, "46\nhomes --> many", 4000, 5250),
      ])
    #expect(transcript.text.string == "ANA: So what\nthen?\n\nShe came.\nBack.\n\n46\nhomes --> many\n")
    checkSpans(transcript)
  }

  @Test("The format is seen from the content, numbered or not")
  func detection() throws {
    #expect(try imported("1\n00:00:01,000 --> 00:00:02,500\na\n").format == .srt)
    #expect(try imported("\n00:00:01,000 --> 00:00:02,500\na\n", as: "x.md").format == .srt)
    #expect(try imported("1\n2\n3 --> 4\n").format == .plain)
  }

  @Test("Where names recur, a cue without one goes on with the last speaker")
  func recurringNames() throws {
    var text = ""
    for (number, words) in ["Ana: one", "two", "Bo: three", "four: five", "Ana: six", "Bo: seven"]
      .enumerated()
    {
      text += "\(number + 1)\n00:00:0\(number),000 --> 00:00:0\(number + 1),000\n\(words)\n"
    }
    let transcript = try imported(text, as: "x.srt")
    #expect(transcript.turns.map(\.speaker) == ["Ana", "Ana", "Bo", "Bo", "Ana", "Bo"])
    #expect(transcript.words == ["one", "two", "three", "four: five", "six", "seven"])
  }

  static let malformed: [(String, ImportError)] = [
    ("nothing here", .badTiming(file: "x.srt", line: 1)),
    ("1\n00:00:01,000 --> 00:0\na", .badTiming(file: "x.srt", line: 2)),
    ("1\n00:00:01,000 --> 00:00:02,000\na\n\n2", .cutShort(file: "x.srt", line: 5)),
    (
      "1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:03,000 --> 00:00:04,000",
      .cutShort(file: "x.srt", line: 6)
    ),
  ]

  @Test("A broken timing line or a cut inside a cue is an error with its line", arguments: malformed)
  func errors(case: (String, ImportError)) { #expect(importError(`case`.0, as: "x.srt") == `case`.1) }
}
