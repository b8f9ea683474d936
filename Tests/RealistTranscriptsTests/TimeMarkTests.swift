import RealistFormats
import RealistTranscripts
import Testing

@Suite("Times among the words")
struct TimeMarkTests {
  static let cases: [(String, TranscriptFormat, [ExpectedTurn])] = [
    (
      "I: One? #00:00:12-5#\n\nB: Two. #00:01:00-0# Three.\n\nFour. #01:00:00-9#", .f4,
      [
        .init("I", "One?", nil, 12500), .init("B", "Two.", 12500, 60000),
        .init("B", "Three.\n\nFour.", 60000, 3_600_900),
      ]
    ),
    (
      "#00:00:00-0# I: One?\n#00:00:12-5# B: Two.\n#00:00:15-0# And three.", .f4,
      [.init("I", "One?", 0), .init("B", "Two.", 12500), .init("B", "And three.", 15000)]
    ),
    (
      "\u{a4}<0>Ana: One?\n\u{a4}<5000>Bo: Two. \u{a4}<7000>Three.\nAna: Four.\nBo: Five.", .transana,
      [
        .init("Ana", "One?", 0, 5000), .init("Bo", "Two.", 5000, 7000), .init("Bo", "Three.", 7000),
        .init("Ana", "Four."), .init("Bo", "Five."),
      ]
    ),
    (
      "[00:00:00.00] Ana: One?\n\n[00:00:05.12] Marta: Two. [00:00:07.24] Three.", .inqscribe,
      [.init("Ana", "One?", 0), .init("Marta", "Two.", 5480), .init("Marta", "Three.", 7960)]
    ),
    (
      "[00:00:00.00] Ana: One?\n\n[00:00:05.75] Marta: Two.", .plain,
      [.init("Ana", "One?", 0), .init("Marta", "Two.", 5750)]
    ),
    (
      "Transcription for a.mp3\n\nSPEAKER_00\n[00:00:00] - Well: one?\n\nMarta\n[00:00:04] - Two. [00:00:09] - Three.\n",
      .atrain,
      [.init("SPEAKER_00", "Well: one?", 0), .init("Marta", "Two.", 4000), .init("Marta", "Three.", 9000)]
    ),
    (
      "0:00\nOne.\n\n0:15\nTwo.\n\nThree.\n", .plain,
      [.init(nil, "One.", 0), .init(nil, "Two.", 15000), .init(nil, "Three.")]
    ),
    (
      "See #12 and #00:12 and [00:00:05.12] there.", .plain,
      [.init(nil, "See #12 and #00:12 and [00:00:05.12] there.")]
    ),
  ]

  @Test("Marks are times of turns and no part of what is said", arguments: cases)
  func marks(text: String, format: TranscriptFormat, turns: [ExpectedTurn]) throws {
    let transcript = try imported(text)
    #expect(transcript.format == format)
    #expect(transcript.expectedForm == turns)
    #expect(transcript.text.string == text)
    checkSpans(transcript)
  }

  @Test("Frames are counted at 25 a second, and it is said so")
  func framesAreStated() throws {
    let transcript = try imported("[00:00:00.00] Ana: One?\n[00:00:05.12] Marta: Two.")
    #expect(transcript.guesses.count == 1 && transcript.guesses[0].contains("25 frames a second"))
    #expect(try imported("INT: One?\nP1: Two.").guesses.isEmpty)
  }

  @Test("A named format is believed where the content leaves it open")
  func named() throws {
    let text = "[00:00:05.12] Marta: Two."
    #expect(try imported(text).turns[0].begins == 5120)
    #expect(try imported(text, format: .inqscribe).turns[0].begins == 5480)
  }

  static let interviews: [(String, [ExpectedTurn])] = [
    (
      "I was cold.\n\nMODERATOR: And then?\n\nShe came.\n\nMODERATOR: Good.\n\nYes.",
      [
        .init(nil, "I was cold."), .init("MODERATOR", "And then?"), .init(nil, "She came."),
        .init("MODERATOR", "Good."), .init(nil, "Yes."),
      ]
    ),
    (
      "Marta: And then?\n\nShe came.\n\nMarta: Good.",
      [.init("Marta", "And then?\n\nShe came."), .init("Marta", "Good.")]
    ),
  ]

  @Test(
    "Where only the interviewer is named, the other paragraphs are not the interviewer's",
    arguments: interviews)
  func onlyInterviewer(text: String, turns: [ExpectedTurn]) throws {
    #expect(try imported(text).expectedForm == turns)
  }
}
