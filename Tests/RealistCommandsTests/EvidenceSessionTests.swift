import Testing

@Suite("Sessions: evidence")
struct EvidenceSessionTests {
  private func session() throws -> Session {
    let session = try Session()
    try ToolLibrary.make(in: session)
    session.run(
      "realist cmo add --key desk --statement \"If neighbours lend (C), people dare (M+) and mend (O).\"")
    return session
  }

  @Test("a passage is put to an element, to several and to the whole, and taken off again")
  func addRemove() throws {
    let session = try session()
    session.expect(
      """
      $ realist evidence add CMO1.C1+M1 P01 "people at the desk … so I asked"
      people at the desk are neighbours, so I asked
      the words stand there a little differently:
      P01 83..128 supports CMO1.C1+M1
      undo it: realist undo
      $ realist evidence add desk.o1 P02 "never seen it open" --bearing refutes --standing anticipated
      P02 178..196 refutes CMO1.O1
      undo it: realist undo
      $ realist evidence add desk P02 "It is good" --occurrence 2
      P02 40..50 supports CMO1
      undo it: realist undo
      $ realist evidence add desk P02 "It is good" --occurrence 2
      nothing to change: P02 40..50 supports CMO1 already
      $ realist evidence add desk P02 "It is good" --occurrence 2 --standing implied
      changed: P02 40..50 supports CMO1
      undo it: realist undo
      $ realist evidence add desk P01 --span 102..116 --bearing refines
      P01 102..116 refines CMO1
      undo it: realist undo
      $ realist evidence remove desk P01
      P01 102..116 no longer refines CMO1
      undo it: realist undo
      $ realist evidence add desk P01
      realist: error: which passage of P01 is not said
      hint: realist evidence add CMO1 P01 "words of it"
      [exit 64]
      $ realist evidence list --bearing refutes --format csv
      Speaks to,Bearing,Standing,Quote,Attribution,Source,Coder,Note
      CMO1.O1,refutes,anticipated,never seen it open,(Participant 2),P02,Iris,
      $ realist evidence remove CMO1.O1 P02 "seen it"
      P02 178..196 no longer refutes CMO1.O1
      undo it: realist undo
      $ realist evidence list --format csv
      Speaks to,Bearing,Standing,Quote,Attribution,Source,Coder,Note
      CMO1.C1–M1,supports,observed,"people at the desk are neighbours, so I asked",(Participant 1),P01,Iris,
      CMO1,supports,implied,It is good,(Participant 2),P02,Iris,
      """)
  }

  @Test("what cannot be found is said with what is near, and nothing is changed")
  func problems() throws {
    let session = try session()
    session.expect(
      """
      $ realist evidence add CMO1.M1 P02 "It is good"
      realist: error: P02: the quote is in 5 places: line 2 (28..38), line 2 (40..50), line 2 (52..62), line 2 (64..74), line 2 (76..86)
      hint: say which one is meant with --occurrence 1 to 5, or quote more words
      [exit 65]
      $ realist evidence add CMO1.M3 P01 "I can mend a chair"
      realist: error: there is no element 'M3'
      hint: did you mean 'C1' or 'M1' or 'O1'?
      [exit 66]
      $ realist evidence add CMO7.M1 P01 "I can mend a chair"
      realist: error: there is no configuration 'CMO7'
      hint: list them: realist cmo list
      [exit 66]
      $ realist evidence add CMO1.M1 P1 "I can mend a chair"
      realist: error: there is no source 'P1'
      hint: did you mean 'P01'?
      [exit 66]
      $ realist evidence remove CMO1.M1 P01
      realist: error: P01: none of its evidence for CMO1.M1 fits
      hint: list it: realist evidence list CMO1.M1
      [exit 66]
      $ realist log --last 1 --format csv
      No.,When,Coder,What,State
      2,2026-03-02T09:01:00Z,Iris,cmo add desk,
      """)
    let lost = session.run("realist evidence add CMO1.M1 P01 \"I can mend a lawn mower\"")
    #expect(lost.status == 65)
    #expect(lost.errors.contains("the closest passages") && lost.errors.contains("I can mend a"))
  }
}
