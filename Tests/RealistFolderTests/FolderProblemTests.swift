import RealistFolder
import RealistModel
import TestSupport
import Testing

/// One damage to the small folder and what reading says about it.
struct Damage: Sendable, CustomTestStringConvertible {
  var file: String
  var old: String
  var new: String
  var expected: [String]

  init(_ file: String, _ old: String, _ new: String, _ expected: String...) {
    (self.file, self.old, self.new, self.expected) = (file, old, new, expected)
  }

  var testDescription: String { "\(file): \(old) → \(new)" }
}

@Suite struct FolderProblemTests {
  static let damages = [
    Damage(
      "study.json", "\"title\"", "title",
      "study.json:58:3: expected a member name in quotation marks | study.json is strict JSON: quotation marks around names, no comma after the last member"
    ),
    Damage(
      "study.json", "\"formatVersion\": 1", "\"formatVersion\": 2",
      "study.json: written in format version 2, by a newer program | install the newest version of realist"),
    Damage(
      "study.json", "\"id\": \"019b8d0f", "\"id\": \"x",
      "study.json: the member \"id\" does not fit | write a UUID such as 0197a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b"
    ),
    Damage(
      "study.json", "\"role\": \"outcome\"", "\"role\": \"result\"",
      "study.json: the member \"role\" does not fit | write context, mechanism, outcome, intervention, actor, strategy, resource, reasoning, other"
    ),
    Damage(
      "participants.csv", "P02,,,2026-02-01,", "P01,,,2026-02-30,x",
      "participants.csv:3: the participant \"P01\" is there twice"),
    Damage(
      "sources.csv", "P01; P02", "P01; P20", "sources.csv:3: no participant \"P20\" | did you mean \"P02\"?"),
    Damage(
      "sources.csv", "interview,Ada", "chat,Ada",
      "sources.csv:2: \"chat\" does not fit the column \"kind\" | write interview, focus-group, survey, field-note, document, literature"
    ),
    Damage(
      "sources.csv", "FG 1,focus-group", "FG1,focus-group",
      "sources.csv:3: neither a text nor an original of FG1 | put the text into sources/FG1.txt, or name the original in the column file",
      "turns.csv:3: no source \"FG 1\"",
      "sources/FG 1.txt: no source of sources.csv has this text | add a row for it to sources.csv"),
    Damage(
      "sources.csv", "originals/P01.txt", "originals/P1.txt", "sources.csv:2: no file \"originals/P1.txt\""),
    Damage(
      "turns.csv", "0,19", "0,190", "turns.csv:3: the span does not lie within the 36 characters of FG 1"),
    Damage(
      "revisions.csv", "P01,2", "P01,3",
      "revisions.csv:3: \"3\" does not fit the column \"revision\" | write 2, for revisions are numbered in order"
    ),
    Damage(
      "segments.csv", "we wait,,2026-01-12", "we stay,,2026-01-12",
      "segments.csv:4: the words of P01 at this span are not the quote | leave start and end empty to have the quote found"
    ),
    Damage(
      "segments.csv", "P01,,39,46,We wait", "P01,,39,460,We wait",
      "segments.csv:5: the span does not lie within the 48 characters of P01"),
    Damage(
      "segments.csv", "P01,,39,46,We wait", "P01,,46,39,We wait",
      "segments.csv:5: the span does not lie within the 48 characters of P01"),
    Damage("segments.csv", "P01,1,5", "P01,7,5", "segments.csv:2: P01 has no revision 7"),
    Damage(
      "segments.csv", "P01,,39,46,We wait", "P01,,,,Wee wait",
      "segments.csv:5: the quote is not in P01 | the closest passages of its text begin at 2:8"),
    Damage(
      "segments.csv", "P01,,39,46,We wait", "P01,,,,wait",
      "segments.csv:5: the quote is in P01 2 times | it begins at 2:8, 2:17; say which: (occurrence 1), or the column occurrence"
    ),
    Damage(
      "segments.csv", "P01,,39,46,We wait", "P01,,,,",
      "segments.csv:5: neither a quote nor a start and an end | give the words in the column quote, or start and end"
    ),
    Damage(
      "codings.csv", "5,24,contexts/late,Mo", "5,24,contexts/lat,Mo",
      "codings.csv:3: no code \"contexts/lat\" | did you mean \"contexts/late\"?"),
    Damage(
      "codings.csv", "contexts/late,Mo,2026-01-15T10:00:00Z", "contexts/late,Jo,yesterday",
      "codings.csv:3: the coding \"contexts/late by Jo\" is there twice"),
    Damage(
      "codings.csv", "2026-01-15T10:00:00Z", "yesterday",
      "codings.csv:3: \"yesterday\" does not fit the column \"date\" | write a date or a moment"),
    Damage(
      "codings.csv", "P01,,5,24,outcomes/care", "P1,,5,24,outcomes/care",
      "codings.csv:4: no source \"P1\" | did you mean \"P01\"?"),
    Damage(
      "configurations.md", "C: contexts/late", "X: contexts/late",
      "configurations.md:4:20: unknown tag (X) | the letters of this study are (C), (M), (O)",
      "configurations.md:5:3: the configuration has no C1 | it has M1, O1; CMO is the whole configuration",
      "configurations.md:6:3: the configuration has no C1 | it has M1, O1; CMO is the whole configuration"),
    Damage(
      "configurations.md", "C: contexts/late", "C: contexts/last",
      "configurations.md:4:20: no code \"contexts/last\" | did you mean \"contexts/late\"?"),
    Damage(
      "configurations.md", "Theory: waiting", "Theory: wait",
      "configurations.md:1:1: no theory \"wait\" | did you mean \"waiting\"?"),
    Damage(
      "configurations.md", "P01 \"The doors open late\"\n", "P01 \"The doors never open\"\n",
      "configurations.md:5:15: the quote is not in P01 | the closest passages of its text begin at 1:6"),
    Damage(
      "configurations.md", "## CMO 2", "## CMO 3",
      "configurations.md:11:1: the heading says CMO 3, but it is CMO 2 | write ## CMO 2: …, or put the headings in order"
    ),
    Damage(
      "configurations.md", "(at 14..25)", "(at 4..9)",
      "configurations.md:8:16: the words of FG 1 at this span are not the quote | leave start and end empty to have the quote found"
    ),
    Damage(
      "theory-of-change.md", "-> doors\n\n", "-> door\n\n",
      "theory-of-change.md:10:5: no factor \"door\" | did you mean \"doors\"?"),
    Damage(
      "theory-of-change.md", "CMO1, CMO2", "CMO1, CMO9", "theory-of-change.md:5:5: no configuration \"CMO9\""),
    Damage(
      "theory-of-change.md", "care -> doors (keys)", "care -> care (keys)",
      "theory-of-change.md:15:5: the loop has no such step"),
    Damage(
      "theory-of-change.md", "(keys)", "(locks)", "theory-of-change.md:15:5: no recommendation \"locks\""),
    Damage(
      "memos.md", "configuration late", "configuration lat",
      "memos.md:4:1: no configuration \"lat\" | did you mean \"late\"?"),
    Damage(
      "recommendations.csv", "late; waiting,round", "late,ring", "recommendations.csv:2: no loop \"ring\""),
  ]

  @Test("what is wrong in a folder is named with file and line, and a hint", arguments: damages)
  func problems(damage: Damage) throws {
    var files = smallFolder
    let old = try #require(files[damage.file])
    let new = old.replacing(damage.old, with: damage.new, maxReplacements: 1)
    try #require(new != old)
    files[damage.file] = new
    let error = try #require(throws: FolderError.self) { try StudyFolder.read(bytes(files)) }
    #expect(error.problems.map { $0.message + ($0.hint.map { " | \($0)" } ?? "") } == damage.expected)
  }

  @Test("a folder without study.json is no study")
  func noStudy() throws {
    let error = try #require(throws: FolderError.self) { try StudyFolder.read([:]) }
    #expect(error.message == "study.json: there is no such file")
  }

  @Test("all problems are counted and the first twenty are told")
  func many() throws {
    var files = smallFolder
    files["codings.csv"] =
      "source,quote,code,coder\n" + String(repeating: "P01,The doors,nothing,Jo\n", count: 50)
    let error = try #require(throws: FolderError.self) { try StudyFolder.read(bytes(files)) }
    #expect(error.count == 50)
    #expect(error.problems.count == 20)
    #expect(error.message == "codings.csv:2: no code \"nothing\" (and 49 more)")
  }

  @Test("bytes that are not UTF-8 are named in every file", arguments: smallFolder.keys.sorted())
  func notUTF8(file: String) throws {
    guard !file.hasPrefix("originals/") else { return }
    var files = bytes(smallFolder)
    files[file]?.append(0xe9)
    let error = try #require(throws: FolderError.self) { try StudyFolder.read(files) }
    #expect(error.problems[0].file == file)
    #expect(error.message.contains("not valid UTF-8"))
  }

  @Test("a message never holds words of a transcript")
  func confidential() throws {
    for damage in Self.damages {
      var files = smallFolder
      files[damage.file] = files[damage.file]?.replacing(damage.old, with: damage.new, maxReplacements: 1)
      let error = try #require(throws: FolderError.self) { try StudyFolder.read(bytes(files)) }
      for problem in error.problems {
        let text = problem.message + (problem.hint ?? "")
        #expect(!text.contains("doors open") && !text.contains("wait. ") && !text.contains("They said"))
      }
    }
  }

  @Test("a damaged folder is read or refused, never a crash", arguments: 0..<400)
  func damage(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var files = bytes(smallFolder)
    let names = files.keys.sorted()
    for name in names where Int.random(in: 0..<6, using: &random) == 0 {
      files[name] = damaged(files[name] ?? [], seed: seed + 1)
    }
    guard let contents = try? StudyFolder.read(files) else { return }
    let written = try StudyFolder.write(contents)
    #expect(differences(written, try StudyFolder.write(try StudyFolder.read(written))) == [])
  }
}
