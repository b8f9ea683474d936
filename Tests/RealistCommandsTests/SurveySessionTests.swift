import Testing

@Suite("Sessions: surveys, references, coded segments")
struct SurveySessionTests {
  let session: Session

  /// Invented answers.
  static let survey = """
    Warm Welcome 2026, exported by the survey tool
    ID,Band,E-mail,What made you open the door?,Comments
    P1,1,p1@example.org,She came back a second time and remembered the dog,
    P2,2,p2@example.org,,no comment really
    P3,2,p3@example.org,,
    """

  init() throws {
    session = try Session()
    session.run(#"realist init study.realist --title "Warm Welcome""#)
    try session.write(Self.survey, to: "answers.csv")
  }

  @Test("each respondent is a participant, and a source where there are answers in words")
  func survey() throws {
    session.expect(
      """
      $ realist survey import answers.csv --dry-run --format csv
      Number,Column,Taken as,Filled,Different,Words
      1,ID,id,3,3,1
      2,Band,attribute (number),3,2,1
      3,E-mail,left out: names people,3,3,1
      4,What made you open the door?,open answers,1,1,10
      5,Comments,open answers,1,1,3
      answers.csv: CSV with commas, 3 respondents
      note: 1 row above the heading was left out
      note: participants: 3 new, 0 updated
      note: questions: 0 of the guide, 2 added to it
      note: no source for P3: no answer in words
      note: left out because they name people: E-mail; to keep one: --closed "E-mail"
      note: open answers are columns with five words or more in an answer and hardly any answer twice, and columns that ask for comments; all others are attributes
      nothing was imported
      $ realist survey import answers.csv
      answers.csv: CSV with commas, 3 respondents
      note: 1 row above the heading was left out
      note: participants: 3 new, 0 updated
      note: questions: 0 of the guide, 2 added to it
      note: no source for P3: no answer in words
      note: left out because they name people: E-mail; to keep one: --closed "E-mail"
      note: open answers are columns with five words or more in an answer and hardly any answer twice, and columns that ask for comments; all others are attributes
      imported 3 respondents: 2 sources, 2 answers
      undo it: realist undo
      $ realist participant list --format csv
      Participant,Name,Band,Sources,Consent,Withdrawn
      P1,,1,P1,,
      P2,,2,P2,,
      P3,,2,,,
      $ realist check
      nothing found: the study is sound
      """)
    let again = session.run("realist survey import answers.csv")
    #expect(again.errors.hasSuffix("nothing was changed\n") && again.status == 0)
    try session.write(Self.survey.replacing("the dog", with: "my dog"), to: "changed.csv")
    session.expect(
      """
      $ realist survey import changed.csv
      realist: error: changed.csv:3: there is already a source 'P1', and it has other words
      hint: where people changed their answers: --revise, and quotes go over to the new ones
      where these are answers to something else: --name second-survey-{id}
      [exit 65]
      $ realist survey import answers.csv --name everybody
      realist: error: --name has no {id}, so all sources would be called the same
      hint: --name survey-{id}
      [exit 64]
      """)
  }

  @Test("answers that were changed make a new revision, and quotes go over whose words are still there")
  func changedAnswers() throws {
    session.run("realist survey import answers.csv")
    session.run(#"realist tag P1 "came back a second time" --code return --create"#)
    session.run(#"realist tag P1 "the dog" --code dog --create"#)
    try session.write(
      Self.survey.replacing("P1,1,", with: "P1,5,").replacing(
        "and remembered the dog", with: "and rang twice"),
      to: "changed.csv")
    let before = session.run("realist log --format csv").output
    let dry = session.run("realist survey import changed.csv --revise --dry-run")
    #expect(dry.errors.hasSuffix("nothing was imported\n"))
    #expect(session.run("realist log --format csv").output == before)
    session.expect(
      """
      $ realist survey import changed.csv --revise
      changed.csv: CSV with commas, 3 respondents
      note: 1 row above the heading was left out
      note: participants: 0 new, 1 updated
      note: questions: 2 of the guide, 0 added to it
      note: 1 source is there already with the same answers
      note: the answers of P1 are others now, revision 2; quotes: 1 exact, 0 moved, 1 changed, 0 lost; to see what stayed behind: realist source revise P1 --dry-run
      note: no source for P3: no answer in words
      note: left out because they name people: E-mail; to keep one: --closed "E-mail"
      note: open answers are columns with five words or more in an answer and hardly any answer twice, and columns that ask for comments; all others are attributes
      imported 3 respondents: 0 sources, 0 answers, 1 with changed answers
      undo it: realist undo
      $ realist quotes --code return --columns source,quote,revision --format csv
      Source,Quote,Revision
      P1,came back a second time,2
      """)
    session.run("realist undo")
    #expect(session.run("realist quotes --code dog --format csv").output.contains("the dog"))
    #expect(session.run("realist check").status == 0)
  }

  @Test("the study with a survey in it goes through a folder unchanged")
  func folder() throws {
    session.run("realist survey import answers.csv")
    session.run("realist export folder one --study study.realist")
    session.run("realist build one --output again.realist")
    session.run("realist export folder two --study again.realist")
    for file in ["sources.csv", "participants.csv", "guide.md", "turns.csv", "sources/P1.txt"] {
      let first = try? session.text("one/\(file)")
      #expect(first != nil && first == (try? session.text("two/\(file)")), "\(file)")
    }
    #expect(try session.text("one/guide.md").contains("1. What made you open the door?"))
  }

  @Test("references are sources once, by their DOI or title")
  func literature() throws {
    try session.write(
      "TY  - JOUR\nTI  - Invented realism\nAU  - Doe, Jane\nPY  - 2001\nAB  - It works.\nDO  - 10.1/a\nER  - \nTY  - JOUR\nTI  - More of it\nAU  - Doe, Jane\nPY  - 2001\nER  - \n",
      to: "r.ris")
    session.expect(
      """
      $ realist literature import r.ris
      imported 2 works: Doe2001, Doe2001b
      undo it: realist undo
      $ realist literature import r.ris --dry-run --format csv
      Source,Title,Authors,Year,Words
      note: left out, for the study has them or they have no words: Doe2001, Doe2001
      nothing was imported
      $ realist check
      nothing found: the study is sound
      """)
  }

  @Test("coded segments are placed by their words; what cannot be is listed and left")
  func codings() throws {
    session.run("realist survey import answers.csv")
    try session.write(
      """
      Document;Code;Segment;Memo
      P1.docx;trust\\return;"came back a second   time";twice
      P1.docx;trust;never said;
      P9;trust;came back;
      P2;trust;comment;
      """, to: "segments.csv")
    session.expect(
      """
      $ realist coding import segments.csv
      realist: error: there is no code 'trust/return'
      hint: to make a new code, add --create, or: realist code add trust/return
      [exit 66]
      $ realist coding import segments.csv --create --format csv
      Line,Document,Code,Not placed because,Words
      3,P1.docx,trust,its words are not in the source,never said
      4,P9,trust,there is no source of this name,came back
      found 2 of 4 segments: 2 codings; made trust, trust/return
      undo it: realist undo
      $ realist quotes --format csv --columns source,quote,codes,memo
      Source,Quote,Codes,Memo
      P1,came back a second time,trust/return,twice
      P2,comment,trust,
      """)
  }
}
