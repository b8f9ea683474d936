import RealistReports
import Testing

@testable import RealistCommands

@Suite("Commands: quotes")
struct QuotesSessionTests {
  let session: Session

  init() throws {
    session = try Session()
    try session.makeClinic()
    session.run(#"realist tag P01 "I trusted the nurse" -c outcomes/Care --create"#)
    session.run(#"realist tag P01 "We waited for hours" -c outcomes/Career --create"#)
    session.run(#"realist tag P02 "I felt safe there" -c outcomes/Care/safety --create"#)
    session.run(#"realist tag P02 "they moved us""#)
  }

  @Test("Care brings what is below it and does not bring Career; --exact-code brings itself alone")
  func noPrefixes() {
    session.expect(
      """
      $ realist quotes --code outcomes/Care --columns quote,codes --format csv
      Quote,Codes
      I trusted the nurse,outcomes/Care
      I felt safe there,outcomes/Care/safety
      $ realist quotes --code Care --exact-code --columns quote --format csv
      Quote
      I trusted the nurse
      $ realist quotes --code Car
      realist: error: there is no code 'Car'
      hint: did you mean 'outcomes/Care' or 'outcomes/Career'?
      [exit 66]
      """)
  }

  @Test("quotes are limited by participant, condition and source; what was never coded is exported too")
  func selecting() {
    session.expect(
      """
      $ realist quotes --participant P02 --columns quote,codes --format csv
      Quote,Codes
      I felt safe there,outcomes/Care/safety
      they moved us,(no code)
      $ realist quotes --where "band < 4" --columns quote --format csv
      Quote
      I trusted the nurse
      We waited for hours
      $ realist quotes --source P02 --uncoded --columns quote --format csv
      Quote
      they moved us
      $ realist quotes --code outcomes --uncoded
      realist: error: --code and --uncoded exclude each other
      [exit 64]
      $ realist quotes --participant P7
      realist: error: there is no participant 'P7'
      hint: list them: realist participant list
      [exit 66]
      """)
  }

  @Test("a summary says how many and from whom, as reports do")
  func summary() {
    session.run(#"realist tag P02 "It felt safe" -c Care"#)
    session.expect(
      """
      $ realist quotes --summary --format csv
      No.,Code,Quotes,Sources,Participants,Who
      1.1,outcomes/Care,2,2,2,(Participants 1 and 2)
      1.1.1,outcomes/Care/safety,1,1,1,(Participant 2)
      1.2,outcomes/Career,1,1,1,(Participant 1)
      ,(no code),1,1,1,(Participant 2)
      ,all,5,2,2,(Participants 1 and 2)
      """)
  }

  @Test("quotes come with the turns around them, in Markdown, and below their codes")
  func context() {
    session.expect(
      """
      $ realist quotes --code Career --context 1 --format markdown
      > *INT:* And the waiting?
      >
      > We waited for hours (Participant 1)
      >
      > *P01:* . Well, Dr. Okafor says two hours. I felt safe though.

      P01, 103–122; outcomes/Career

      $ realist quotes --by-code --source P02 --format markdown
      ## 1.1.1 outcomes/Care/safety: 1 quote from 1 source (Participant 2)

      > I felt safe there (Participant 2)

      P02, 36–53; outcomes/Care/safety

      ## (no code): 1 quote from 1 source (Participant 2)

      > they moved us (Participant 2)

      P02, 64–77; (no code)

      $ realist quotes --columns qoute
      realist: error: column "qoute": there is no such column
      hint: columns are quote, attribution, source, participant, codes, coders, start, end, revision, memo, before, after, segment, place
      [exit 64]
      """)
  }

  @Test("a passage without a code is in the export of every format", arguments: TableFormat.allCases)
  func everyFormat(format: TableFormat) {
    let output = session.run("realist quotes --format \(format.rawValue)").output
    for words in ["I trusted the nurse", "We waited for hours", "I felt safe there", "they moved us"] {
      #expect(output.contains(words))
    }
  }

  @Test("notes on a passage and on its codings come with the quote")
  func memos() {
    session.run(#"realist tag P02 "they moved us" --memo "why?""#)
    session.run(#"realist tag P02 "they moved us" --code Career --memo "by force""#)
    session.expect(
      """
      $ realist quotes --source P02 --code Career --format json --columns quote,memo
      [
      {"quote":"they moved us","memo":"why?\\nby force"}
      ]
      """)
  }

  @Test("a file is there as a whole or not at all")
  func file() throws {
    session.expect(
      """
      $ realist quotes --format csv --columns quote --output out/quotes.csv
      wrote out/quotes.csv
      """)
    #expect(try session.text("out/quotes.csv").split(separator: "\n").count == 5)
    session.run("realist quotes --code nothing --output failed.csv")
    #expect(throws: (any Error).self) { try session.text("failed.csv") }
    #expect(throws: (any Error).self) { try session.text("failed.csv.unfinished") }
  }
}
