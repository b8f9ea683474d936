import Testing

@testable import RealistCommands

@Suite("Commands: coding many passages")
struct AutoCodingTests {
  let session: Session

  init() throws {
    session = try Session()
    try session.makeClinic()
  }

  @Test("sentences, matches and turns that a search finds are shown first and coded as one change")
  func matching() {
    session.expect(
      """
      $ realist tag --matching "safe OR wait*" --dry-run --format csv
      Source,Start,End,Speaker,Words
      P01,81,97,INT,And the waiting?
      P01,103,123,P01,We waited for hours.
      P01,157,176,P01,I felt safe though.
      P02,22,35,P02,It felt safe.
      P02,36,78,P02,"I felt safe there, and then they moved us."
      5 passages in 2 sources; nothing was changed
      """)
    session.expect(
      """
      $ realist tag --matching safe --unit match --code safety --create
      tagged 3 passages in 2 sources with safety; made safety
      undo it: realist undo
      $ realist tag --matching safe --unit match --code safety
      tagged 0 passages in 2 sources with safety; 3 had it already; nothing was changed
      $ realist quotes --code safety --columns source,quote,start --format csv
      Source,Quote,Start
      P01,safe,164
      P02,safe,30
      P02,safe,43
      $ realist log --last 1 --format csv
      No.,When,Coder,What,State
      2,2026-03-02T09:02:00Z,Iris,tag --matching 'safe' --unit match with safety: 3 passages,
      $ realist undo
      undid entry 2: tag --matching 'safe' --unit match with safety: 3 passages
      bring it back: realist redo
      $ realist quotes --format csv --columns quote
      Quote
      no quote fits
      $ realist code list --format csv --definitions
      No.,Code,Definition,Use it when,Do not use it when
      there is no code yet; add one: realist code add PATH
      """)
  }

  @Test("a condition on who speaks limits what is coded")
  func condition() {
    session.expect(
      """
      $ realist tag --matching safe --unit turn --where "band >= 4" -c safety --create
      tagged 1 passage in 1 source with safety; made safety
      undo it: realist undo
      $ realist tag --matching safe --where "bnd >= 4" -c safety
      realist: error: position 1 of the condition: there is no attribute "bnd"
      hint: did you mean band?
      [exit 64]
      $ realist tag --matching nowhere -c safety
      realist: error: nothing fits --matching 'nowhere' --unit sentence; nothing was changed
      hint: try a beginning with a star: wait*
      [exit 65]
      $ realist tag --matching "safe AND" -c safety
      realist: error: the search cannot be read: syntax error near "…"
      hint: put a phrase in quotation marks, join words with AND, OR, NOT or NEAR(a b, 5)
      [exit 65]
      """)
  }

  @Test("every turn of a speaker is coded, named as participant or as in the transcript")
  func speaker() {
    session.expect(
      """
      $ realist tag --speaker int --code interviewer --create
      tagged 3 passages in 2 sources with interviewer; made interviewer
      undo it: realist undo
      $ realist tag --speaker P2 --code interviewer
      realist: error: there is no participant 'P2'
      hint: did you mean 'P02'?
      [exit 66]
      $ realist tag P02 --speaker P02 --code interviewer
      tagged 1 passage in 1 source with interviewer
      undo it: realist undo
      """)
  }
}
