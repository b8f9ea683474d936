import CommandKit
import Testing

@testable import RealistCommands

@Suite("Sessions: search, formats, completion")
struct ShellSessionTests {
  let session: Session

  init() throws {
    session = try Session()
    session.run(#"realist init s.realist --title "Warm Plate""#)
    try session.write("P01: Trust in the nurse.\nP01: The nurses' kitchen table, no trust.\n", to: "P01.txt")
    session.run(#"realist participant add P01 --name "Dawn""#)
    session.run("realist source import P01.txt title=Dawn")
  }

  @Test("search knows phrases, beginnings, NOT and NEAR, and says what it cannot read")
  func search() {
    session.expect(
      """
      $ realist search '"kitchen table"' --format csv
      Source,Turn,Who,Start,End,Passage
      P01,2,P01,30,66,"The nurses' **kitchen** **table**, no trust."
      1 match in 1 passage
      $ realist search 'trust NOT kitchen' --format csv
      Source,Turn,Who,Start,End,Passage
      P01,1,P01,5,24,**Trust** in the nurse.
      1 match in 1 passage
      $ realist search 'nurs*' --limit 1 --context 0 --format csv
      Source,Turn,Who,Start,End,Passage
      P01,1,P01,5,24,… **nurse**.
      1 of 2 passages; all of them: --limit 2
      $ realist search trust AND
      realist: error: the search cannot be read: syntax error near "…"
      hint: put a phrase in quotation marks, join words with AND, OR, NOT or NEAR(a b, 5)
      [exit 65]
      """)
  }

  @Test("shells are offered what the study has, and nothing but silence where there is no study")
  func complete() throws {
    session.expect(
      """
      $ realist __complete sources -- source show ""
      P01\tDawn
      $ realist __complete participants -- participant show ""
      P01\tDawn
      $ realist __complete speakers -- source link P01 ""
      P01=
      $ realist __complete codes -- --study other.realist tag x
      $ realist __complete nonsense -- x
      """)
    #expect(session.run("realist completion bash").output.contains("complete -F _realist realist"))
    for shell in Shell.allCases {
      #expect(session.run("realist completion \(shell.rawValue)").output.contains("__complete"))
    }
    #expect(!session.run("realist --help").output.contains("__complete"))
  }

  @Test("the study's own values are changed; an attribution with an unknown field is refused")
  func editStudy() {
    session.expect(
      """
      $ realist study edit --ethics "REC 25/123" --attribution "({id})"
      changed the study's ethics, attribution
      undo it: realist undo
      $ realist study edit --attribution "({proffession})"
      realist: error: 'proffession' is no attribute of participants
      hint: an attribution can have {number}, {id}, {name}, {source}
      [exit 64]
      $ realist study edit --ethics "REC 25/123"
      nothing was changed; say what: realist study edit --help
      $ realist log --last 1 --format csv
      No.,When,Coder,What,State
      4,2026-03-02T09:04:00Z,Iris,"edit the study's ethics, attribution",
      """)
  }
}
