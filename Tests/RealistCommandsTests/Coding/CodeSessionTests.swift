import Testing

@testable import RealistCommands

@Suite("Commands: the codebook")
struct CodeSessionTests {
  let session: Session

  init() throws {
    session = try Session()
    try session.makeClinic()
  }

  @Test("codes are added with the codes above them, renamed, moved and listed with numbers")
  func growing() {
    session.expect(
      """
      $ realist code add outcomes/service/retention --definition "Staff stay" --colour "#0072b2"
      added outcomes/service/retention, and above it outcomes and outcomes/service
      undo it: realist undo
      $ realist code add outcomes/care
      added outcomes/care
      undo it: realist undo
      $ realist code add outcomes/career
      added outcomes/career
      undo it: realist undo
      $ realist code rename retention staying
      outcomes/service/retention is now outcomes/service/staying
      undo it: realist undo
      $ realist code move outcomes/care --top --position 1
      1.2 outcomes/care is now 1 care
      undo it: realist undo
      $ realist code list --tree --format tsv
      No.\tCode\tCodings\tCodings (all)\tSources\tSources (all)\tParticipants\tParticipants (all)\tDefinition
      1\tcare\t0\t0\t0\t0\t0\t0\t
      2\toutcomes\t0\t0\t0\t0\t0\t0\t
      2.1\toutcomes/service\t0\t0\t0\t0\t0\t0\t
      2.1.1\toutcomes/service/staying\t0\t0\t0\t0\t0\t0\tStaff stay
      2.2\toutcomes/career\t0\t0\t0\t0\t0\t0\t
      """)
  }

  @Test("what cannot be is refused with a hint, and nothing changes")
  func refusals() throws {
    session.run("realist code add outcomes/care")
    let before = try session.content()
    session.expect(
      """
      $ realist code move outcomes --to outcomes/care
      realist: error: 'outcomes' cannot move below itself to 'outcomes/care'
      [exit 65]
      $ realist code merge outcomes outcomes/care
      realist: error: 'outcomes' cannot move below itself to 'outcomes/care'
      [exit 65]
      $ realist code rename care outcomes/health
      realist: error: 'outcomes/health' is a path, and a new name has no '/'
      hint: to put it elsewhere: realist code move care --to PATH
      [exit 64]
      $ realist code show outcome/care
      realist: error: there is no code 'outcome/care'
      hint: did you mean 'outcomes/care'?
      [exit 66]
      $ realist code add outcomes/care
      realist: error: there is already a code 'outcomes/care'
      [exit 65]
      """)
    #expect(try session.content() == before)
  }

  @Test("a code in use is deleted only with --yes; its passages stay marked, and undo brings everything back")
  func deleting() throws {
    session.run(#"realist tag P01 "I trusted the nurse" --code outcomes/trust --create"#)
    session.run(#"realist tag P02 "I felt safe there" --code outcomes/trust/safety --create"#)
    let before = try session.content()
    session.expect(
      """
      $ realist code delete outcomes
      realist: error: code 'outcomes' is used by 2 codings
      hint: add --yes to go ahead; realist undo brings everything back
      [exit 65]
      $ realist code delete outcomes --yes
      deleted outcomes with 2 codes below it and 2 codings
      undo it: realist undo
      $ realist quotes --columns quote,codes --format csv
      Quote,Codes
      I trusted the nurse,(no code)
      I felt safe there,(no code)
      """)
    session.run("realist undo")
    #expect(try session.content() == before)
  }

  @Test("merging two codes that one coder put on one passage leaves one coding of it")
  func merging() {
    session.run(#"realist tag P01 "I trusted the nurse" -c trust -c faith --create"#)
    session.run(#"realist tag P01 "I trusted the nurse" -c faith --coder Ben"#)
    session.expect(
      """
      $ realist code merge faith trust
      merged faith into trust; 1 coding that both had is there once
      undo it: realist undo
      $ realist quotes --columns quote,codes,coders --format csv
      Quote,Codes,Coders
      I trusted the nurse,trust,Ben; Iris
      $ realist code list --format json
      [
      {"number":"1","code":"trust","codings":2,"codings_below":2,"sources":1,"sources_below":1,"participants":1,"participants_below":1,"definition":""}
      ]
      """)
  }

  @Test(
    "a codebook from a spreadsheet is read, its parents are made, and exporting it gives one that is read back unchanged"
  )
  func exchanging() throws {
    try session.write("path,definition,Colour\na/b,first,#f00\na/c,,\n", to: "codes.csv")
    try session.write(
      "Code,Category,Description\nwaiting,service,Hours\nservice,outcomes,\n", to: "other.csv")
    session.expect(
      """
      $ realist code import codes.csv --dry-run
      add a
      add a/b
      add a/c
      3 codes added, 0 updated, 0 as before; nothing was changed
      $ realist code import codes.csv
      codes.csv: 3 codes added, 0 updated, 0 as before
      undo it: realist undo
      $ realist code import other.csv
      other.csv: 3 codes added, 0 updated, 0 as before
      undo it: realist undo
      $ realist code edit a/b --definition second
      changed a/b
      undo it: realist undo
      $ realist code import codes.csv
      codes.csv: 0 codes added, 1 updated, 1 as before
      undo it: realist undo
      $ realist code export
      path,definition,use,not,colour,key
      a,,,,,
      a/b,first,,,#ff0000,
      a/c,,,,,
      outcomes,,,,,
      outcomes/service,,,,,
      outcomes/service/waiting,Hours,,,,
      $ realist code export --output again.csv
      wrote again.csv
      $ realist code import again.csv
      again.csv: 0 codes added, 0 updated, 6 as before
      """)
  }

  @Test("a codebook with faults is refused with the line, and nothing changes")
  func faultyCodebook() throws {
    try session.write("path\na\na//b\n", to: "codes.csv")
    try session.write("colour\n#fff\n", to: "nameless.csv")
    session.expect(
      """
      $ realist code import codes.csv
      realist: error: codes.csv:3: "a//b" is no code path
      hint: parts are joined by /, without spaces around it: outcomes/service/retention
      [exit 65]
      $ realist code import nameless.csv
      realist: error: nameless.csv:1: the column "path" is missing
      hint: the first row names the columns; add "path"
      [exit 65]
      $ realist code export
      path,definition,use,not,colour,key
      """)
  }
}
