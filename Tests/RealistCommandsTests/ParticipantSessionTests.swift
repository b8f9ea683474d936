import Testing

@Suite("Sessions: participants")
struct ParticipantSessionTests {
  let session: Session

  init() throws {
    session = try Session()
    session.run(#"realist init s.realist --title "Warm Plate""#)
    try session.write(
      """
      pseudonym,name,profession,band,since,alone,ward
      P01,Dawn,OT,4,2021-06-07,yes,007
      P02,Gareth,physio,8,2019-05-13,no,

      """, to: "people.csv")
  }

  @Test("a file of participants is read with typed attributes, filtered, updated and undone")
  func imported() throws {
    session.expect(
      """
      $ realist participant import people.csv
      added: P01, P02
      new attributes: profession (text), band (number), since (date), alone (yes or no), ward (text)
      imported 2 participants
      undo it: realist undo
      $ realist participant list --where "band >= 4 and alone = yes" --format csv
      Participant,Name,profession,band,since,alone,ward,Sources,Consent,Withdrawn
      P01,Dawn,OT,4,2021-06-07,yes,007,,,
      $ realist participant import people.csv
      unchanged: P01, P02
      nothing was changed
      $ realist log --format csv
      No.,When,Coder,What,State
      1,2026-03-02T09:01:00Z,Iris,init 'Warm Plate',
      2,2026-03-02T09:02:00Z,Iris,import 2 participants from people.csv,
      """)
    try session.write("id,band,region\nP02,,North\nP03,5,South\n", to: "more.csv")
    session.expect(
      """
      $ realist participant import more.csv --dry-run
      added: P03
      updated: P02
      new attributes: region (text)
      nothing was changed
      $ realist participant import more.csv
      added: P03
      updated: P02
      new attributes: region (text)
      imported 2 participants
      undo it: realist undo
      $ realist participant list --where "region is not empty" --format csv
      Participant,Name,profession,band,since,alone,ward,region,Sources,Consent,Withdrawn
      P02,Gareth,physio,8,2019-05-13,no,,North,,,
      P03,,,5,,,,South,,,
      $ realist undo
      undid entry 3: import 2 participants from more.csv
      bring it back: realist redo
      $ realist participant list --format csv
      Participant,Name,profession,band,since,alone,ward,Sources,Consent,Withdrawn
      P01,Dawn,OT,4,2021-06-07,yes,007,,,
      P02,Gareth,physio,8,2019-05-13,no,,,,
      """)
  }

  @Test("a value of another type is refused with its line, and nothing is changed")
  func typeConflict() throws {
    session.run("realist participant import people.csv")
    try session.write("id,band\nP01,5\nP02,eight\n", to: "wrong.csv")
    session.expect(
      """
      $ realist participant import wrong.csv
      realist: error: wrong.csv:3: "eight" does not fit the column "band"
      hint: write a number such as 4 or 0.5
      [exit 65]
      $ realist participant edit P01 band=five
      realist: error: 'five' does not fit the attribute 'band'
      hint: write a number such as 4 or 0.5
      [exit 65]
      $ realist participant show P01 --format csv
      What,Value
      participant,P01
      name,Dawn
      profession,OT
      band,4
      since,2021-06-07
      alone,yes
      ward,007
      """)
    try session.write("name,band\nDawn,5\n", to: "nobody.csv")
    session.expect(
      """
      $ realist participant import nobody.csv
      realist: error: nobody.csv:1: the column "id" is missing
      hint: the first row names the columns; add "id"
      [exit 65]
      """)
  }

  @Test("participants are added, changed and removed one by one")
  func oneByOne() throws {
    session.expect(
      """
      $ realist participant add P05 --name Kev band=3 alone=yes --consent record --consent quote
      new attributes: band (number), alone (yes or no)
      added participant P05
      undo it: realist undo
      $ realist participant add P05
      realist: error: there is already a participant 'P05'
      [exit 65]
      $ realist participant edit P05 band= alone=no --withdrawn 2026-03-01
      changed participant P05
      undo it: realist undo
      $ realist participant edit P05 alone=no
      nothing was changed: P05 is like that
      $ realist participant show P05 --format csv
      What,Value
      participant,P05
      name,Kev
      alone,no
      consent,"record, quote"
      withdrawn,2026-03-01
      $ realist participant edit P5 band=4
      realist: error: there is no participant 'P5'
      hint: did you mean 'P05'?
      [exit 66]
      $ realist participant remove P05
      removed participant P05
      undo it: realist undo
      """)
  }
}
