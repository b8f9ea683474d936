import RealistFormats
import RealistTranscripts
import Testing

@Suite("Plain text")
struct PlainTextReaderTests {
  @Test("The text of a plain file is the file")
  func textIsUnchanged() throws {
    let text = "\n  INT:  So,\twhat?  \n\nP1: This.\n \n\nINT: Thanks.\n\n"
    let transcript = try imported(text)
    #expect(transcript.text.string == text && transcript.format == .plain)
    #expect(transcript.words == ["So,\twhat?", "This.", "Thanks."])
    checkSpans(transcript)
  }

  static let labels: [(String, [ExpectedTurn])] = [
    ("INT: One?\nP1: Two.", [.init("INT", "One?"), .init("P1", "Two.")]),
    ("INT\tOne?\nP1\tTwo.", [.init("INT", "One?"), .init("P1", "Two.")]),
    ("[INT] One?\n[P1] Two.\n", [.init("INT", "One?"), .init("P1", "Two.")]),
    ("[INT]: One?\n[P1]: Two.\n", [.init("INT", "One?"), .init("P1", "Two.")]),
    ("Q. One?\nA. Two.\nQ. Three?", [.init("Q", "One?"), .init("A", "Two."), .init("Q", "Three?")]),
    ("Q: One?\nA: Two.", [.init("Q", "One?"), .init("A", "Two.")]),
    (
      "Ana (Trust): One?\nBo (Charity): Two.\nAna (Trust): Three?\nBo (Charity): Four.",
      [
        .init("Ana (Trust)", "One?"), .init("Bo (Charity)", "Two."), .init("Ana (Trust)", "Three?"),
        .init("Bo (Charity)", "Four."),
      ]
    ),
    (
      "Speaker 1 (00:00:05):\nOne?\n\nMarta (00:07):\nTwo.",
      [.init("Speaker 1", "One?", 5000), .init("Marta", "Two.", 7000)]
    ),
    (
      "[00:00:00] Ana: One?\n\n[00:01:23] Marta: Two.",
      [.init("Ana", "One?", 0), .init("Marta", "Two.", 83000)]
    ),
    ("S01: [00:00:12] One?\n\nS00: [0:36] Two.", [.init("S01", "One?", 12000), .init("S00", "Two.", 36000)]),
    (
      "00:00:05 Speaker 1\nOne?\n00:00:09 Speaker 2\nTwo.",
      [.init("Speaker 1", "One?", 5000), .init("Speaker 2", "Two.", 9000)]
    ),
    (
      "Ana R  0:00  \nAt 10:30.\n\nBo  1:02:05  \nTwo.",
      [.init("Ana R", "At 10:30.", 0), .init("Bo", "Two.", 3_725_000)]
    ),
    (
      "00:21:14\tAna K:\tOne?\n00:21:35\tBo:\tTwo.",
      [.init("Ana K", "One?", 1_274_000), .init("Bo", "Two.", 1_295_000)]
    ),
    (
      "Ana： One?\nBo： Two.\nAna：Three.\nBo∶ Four.",
      [.init("Ana", "One?"), .init("Bo", "Two."), .init("Ana", "Three."), .init("Bo", "Four.")]
    ),
    (
      "support worker 1: One.\nsupport worker 1: Two.",
      [.init("support worker 1", "One."), .init("support worker 1", "Two.")]
    ),
    ("INT:\nOne?\n\nP1:\nTwo.\n\nThree.", [.init("INT", "One?"), .init("P1", "Two.\n\nThree.")]),
  ]

  @Test("Every way of naming a speaker is understood", arguments: labels)
  func labelForms(case: (String, [ExpectedTurn])) throws {
    let transcript = try imported(`case`.0)
    #expect(transcript.expectedForm == `case`.1)
    checkSpans(transcript)
  }

  static let notSpeakers: [(String, [String])] = [
    ("a remark", "INT: One?\nP1: Two.\n\nNote: P1 smiled.\n\nNote: again.\nINT: Three?"),
    ("a sentence", "INT: One?\nP1: Two.\nShe said: go away.\nShe said: go on.\nINT: Three?"),
    ("an address", "INT: See\nhttps://example.org\nhttps://example.org\nP1: Two."),
    ("a time", "INT: One?\n10:30 we left\n10:30 we left\nP1: Two."),
    ("a sound", "INT: One?\n[Laughter] yes\n[Laughter] yes\n[00:01:02] no\nP1: Two."),
    ("a list", "INT: One?\n- Yes: 1\n- Yes: 2\nP1: Two."),
    ("a name that is mentioned once", "INT: One?\nP1: Two:\nMelbourne: a city.\nINT: Three?"),
  ].map { ($0.1, [$0.0]) }

  @Test("What only looks like a name is left in the words", arguments: notSpeakers)
  func notEverythingIsASpeaker(case: (String, [String])) throws {
    let transcript = try imported(`case`.0)
    #expect(transcript.acceptedNames == ["INT", "P1"])
    #expect(transcript.turns.allSatisfy { $0.speaker == "INT" || $0.speaker == "P1" })
  }

  @Test("A name that was not accepted is offered, and taken when it is known")
  func offered() throws {
    let text = "Ana: One?\nBo: Two.\nAna: Three?\nSofia: Four.\nBo: Five.\n"
    let transcript = try imported(text)
    #expect(transcript.acceptedNames == ["Ana", "Bo"] && transcript.offeredNames == ["Sofia"])
    #expect(transcript.turns[2].speaker == "Ana" && transcript.words[2] == "Three?\nSofia: Four.")
    let told = try imported(text, speakers: ["sofia", "Nobody"])
    #expect(told.acceptedNames == ["Ana", "Bo", "Sofia"] && told.offeredNames.isEmpty)
    #expect(told.words == ["One?", "Two.", "Three?", "Four.", "Five."])
    #expect(told.speakers[0] == SpeakerCandidate(name: "Ana", occurrences: 2, isAccepted: true))
  }

  @Test("Without speakers each paragraph is a turn, and each line where no line is blank")
  func noSpeakers() throws {
    #expect(
      try imported("One,\ntwo.\n\n\nThree.").expectedForm == [.init(nil, "One,\ntwo."), .init(nil, "Three.")])
    #expect(try imported("\nOne,\n\ttwo.\nThree.\n\t\n\n").words == ["One,", "two.", "Three."])
  }

  @Test("What stands before the first speaker is nobody's turn, but stays in the text")
  func frontMatter() throws {
    let transcript = try imported("Interview 3\nLeeds\n\nINT: One?\nP1: Two.\nINT: Three?")
    #expect(transcript.words == ["One?", "Two.", "Three?"])
    #expect(transcript.text.string.hasPrefix("Interview 3\nLeeds\n\nINT"))
    #expect(
      transcript.notes == ["1 passage is nobody's turn: it stands before the first speaker, or is a heading"])
  }

  @Test("A numbered question ends a turn and is none itself")
  func numberedQuestions() throws {
    let transcript = try imported(
      "Question 1: How?\nAnswer: So.\n\nQuestion 2: Why?\nAnswer: Thus.\nAnd more.")
    #expect(transcript.expectedForm == [.init("Answer", "So."), .init("Answer", "Thus.\nAnd more.")])
  }

  @Test(
    "An empty file and a file of blanks are refused",
    arguments: ["", "\n", " \t\r\n\u{a0}\u{2003}", "\u{feff}"])
  func empty(text: String) { #expect(importError(text, as: "x.txt") == .empty(file: "x.txt")) }

  @Test("A text of more than 64 MB is refused with a sentence")
  func tooLarge() {
    let bytes = [UInt8](repeating: 0x61, count: TranscriptReader.limit + 1)
    #expect(
      importError(bytes, as: "x.txt")?.message == "x.txt: 65 MB is more than the 64 MB a transcript may have")
  }

  @Test("A text of more than a million lines is refused with a sentence")
  func tooManyLines() {
    let bytes =
      [UInt8](repeating: 0x61, count: 1) + [UInt8](repeating: 0x0a, count: TranscriptReader.lineLimit + 1)
    #expect(importError(bytes, as: "x.txt")?.message == "x.txt: it has more than 1000000 lines")
  }
}
