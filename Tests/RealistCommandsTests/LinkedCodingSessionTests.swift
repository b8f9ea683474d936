import Testing

@Suite("Sessions: linked codings")
struct LinkedCodingSessionTests {
  private func session() throws -> Session {
    let session = try Session()
    try ToolLibrary.make(in: session)
    session.run("realist code add contexts/hours")
    session.run("realist code add mechanisms/left-out")
    return session
  }

  private func linked() throws -> Session {
    let session = try session()
    for command in [
      "linked-coding add P01 \"people at the desk are neighbours, so I asked\" --context neighbours=\"the desk are neighbours\" --mechanism safe-to-ask=\"so I asked\"",
      "linked-coding add P02 \"My brother works nights and has never seen it open\" --context hours=\"works nights\" --mechanism left-out",
      "linked-coding add P01 \"I can mend a chair now\" --outcome mending --mechanism safe-to-ask --memo \"said before\"",
    ] { #expect(session.run("realist \(command)").status == 0) }
    return session
  }

  @Test("a passage is coded as what it links, listed, shown, removed and brought back")
  func piecewise() throws {
    let session = try session()
    session.expect(
      """
      $ realist linked-coding add P01 "people at the desk … so I asked" --context neighbours="the desk are  neighbours" --mechanism safe-to-ask="so I asked"
      people at the desk are neighbours, so I asked
      the words stand there a little differently:
      added L1 (C–M) in P01, line 2 (83..128)
      undo it: realist undo
      $ realist linked-coding add P01 --span 83..128 --context neighbours="the desk are neighbours" --mechanism safe-to-ask="so I asked"
      nothing to change: L1 (C–M) in P01, line 2 (83..128) is there already
      $ realist linked-coding add P02 "My brother works nights and has never seen it open" --context hours --mechanism left-out --tag
      added L2 (C–M) in P02, line 4 (146..196); made 2 codings
      undo it: realist undo
      $ realist linked-coding list --format csv
      Key,Links,Contexts,Mechanisms,Passage,Attribution,Source,Coder
      L1,C–M,contexts/neighbours “the desk are neighbours”,mechanisms/safe-to-ask “so I asked”,"people at the desk are neighbours, so I asked",(Participant 1),P01,Iris
      L2,C–M,contexts/hours,mechanisms/left-out,My brother works nights and has never seen it open,(Participant 2),P02,Iris
      $ realist linked-coding show l1
      L1  C–M  P01 83..128  by Iris, 2026-03-02
      “people at the desk are neighbours, so I asked” (Participant 1)
      C  contexts/neighbours  “the desk are neighbours”
      M  mechanisms/safe-to-ask  “so I asked”
      $ realist linked-coding remove L1
      removed L1
      undo it: realist undo
      $ realist linked-coding list --source P01 --format csv
      Key,Links,Contexts,Mechanisms,Outcomes,Passage,Attribution,Source,Coder,Memo
      $ realist undo
      undid entry 6: linked-coding remove L1
      bring it back: realist redo
      $ realist linked-coding list --code neighbours --links c-m --format csv
      Key,Links,Contexts,Mechanisms,Passage,Attribution,Source,Coder
      L1,C–M,contexts/neighbours “the desk are neighbours”,mechanisms/safe-to-ask “so I asked”,"people at the desk are neighbours, so I asked",(Participant 1),P01,Iris
      """)
  }

  @Test("what is wrong is said, and nothing is changed")
  func problems() throws {
    let session = try session()
    session.expect(
      """
      $ realist linked-coding add P01 "I can mend a chair now" --outcome mending
      realist: error: a linked coding links at least two roles
      hint: --context CODE --mechanism CODE, --mechanism CODE --outcome CODE, or all three
      [exit 64]
      $ realist linked-coding add P01 "I can mend a chair now" --outcome mending="a kettle" --mechanism safe-to-ask
      realist: error: P01: the passage at 157..179 does not have the words of a role
      hint: the words of a role lie inside the passage; leave them out where the whole passage says it
      [exit 65]
      $ realist linked-coding add P01 "I can mend a chair now" --outcome mending --role I:safe-to-ask
      realist: error: --role I:safe-to-ask: this is no role of the study's template
      hint: write LETTER:CODE; its letters are C, M, O
      [exit 64]
      $ realist linked-coding show L9
      realist: error: there is no linked coding 'L9'
      hint: list them: realist linked-coding list
      [exit 66]
      $ realist linked-coding group --level 0
      realist: error: --level 0: levels count from 1, the top of the tree
      [exit 64]
      $ realist linked-coding list --format csv
      Key,Links,Contexts,Mechanisms,Outcomes,Passage,Attribution,Source,Coder,Memo
      """)
  }

  @Test("near-identical ones are grouped, and a group becomes a configuration with its evidence")
  func groups() throws {
    let session = try linked()
    session.expect(
      """
      $ realist linked-coding group --format csv
      Group,Links,Contexts,Mechanisms,Outcomes,Passages,Sources,Participants,Combinations,Linked codings
      G1,C–M,contexts/neighbours,mechanisms/safe-to-ask,,1,1,1,1,L1
      G2,C–M,contexts/hours,mechanisms/left-out,,1,1,1,1,L2
      G3,M–O,,mechanisms/safe-to-ask,outcomes/mending,1,1,1,1,L3
      3 linked codings of 3 combinations of codes; the most frequent combination comes once
      $ realist linked-coding group --level 1 --min-sources 2 --format csv
      Group,Links,Contexts,Mechanisms,Passages,Sources,Participants,Combinations,Linked codings
      G1,C–M,contexts; · contexts/neighbours; · contexts/hours,mechanisms; · mechanisms/safe-to-ask; · mechanisms/left-out,2,2,2,2,L1; L2
      3 linked codings of 3 combinations of codes; the most frequent combination comes once
      $ realist linked-coding group --level 1 --min-sources 2 --explain --format csv
      Number,Counted as,Passage,Attribution,Source,Place
      G1 C–M: contexts – mechanisms,L1,"people at the desk are neighbours, so I asked",(Participant 1),P01,83..128
      G1 C–M: contexts – mechanisms,L2,My brother works nights and has never seen it open,(Participant 2),P02,146..196
      3 linked codings of 3 combinations of codes; the most frequent combination comes once
      $ realist linked-coding promote G1 --key asking --title "Who is at the desk"
      added CMO1: Who is at the desk with 3 pieces of evidence
      undo it: realist undo
      word it: realist cmo edit CMO1 --statement "…"
      $ realist cmo export
      ## CMO 1: Who is at the desk {#asking}
      neighbours (C: contexts/neighbours), safe to ask (M: mechanisms/safe-to-ask).
      - C1+M1 supports P01 "people at the desk are neighbours, so I asked" (by Iris, 2026-03-02T09:03:00Z)
      - C1 supports P01 "the desk are neighbours" (by Iris, 2026-03-02T09:03:00Z)
      - M1 supports P01 "so I asked" (by Iris, 2026-03-02T09:03:00Z)
      $ realist linked-coding promote L1 L3
      realist: error: L1 and L3 do not have the same roles
      hint: see what they link: realist linked-coding list
      [exit 65]
      $ realist linked-coding promote G9 --level 1
      realist: error: there is no group G9: there are 2
      hint: list them with the same options: realist linked-coding group
      [exit 66]
      $ realist check --errors
      no errors found
      """)
  }

  @Test("a corrected text carries the passage and the words of each role over")
  func revised() throws {
    let session = try linked()
    try session.write(
      """
      Written down by Nell.
      Nell: What changed when the library opened?
      Ana: At first I was afraid to ask. The people at the desk are neighbours, so I asked.
      Nell: And since then?
      Ana: I can mend a chair now. I can mend a kettle too.

      """, to: "P01.txt")
    #expect(session.run("realist source revise P01 P01.txt").status == 0)
    session.expect(
      """
      $ realist linked-coding show L1
      L1  C–M  P01 105..150  by Iris, 2026-03-02
      “people at the desk are neighbours, so I asked” (Participant 1)
      C  contexts/neighbours  “the desk are neighbours”
      M  mechanisms/safe-to-ask  “so I asked”
      $ realist check --errors
      no errors found
      """)
  }

  @Test("a code that goes takes its role along, and a linked coding with one role left")
  func removedCode() throws {
    let session = try linked()
    session.expect(
      """
      $ realist code remove mechanisms/safe-to-ask
      realist: error: code 'mechanisms/safe-to-ask' is used by 2 linked codings
      hint: add --yes to go ahead; realist undo brings everything back
      [exit 65]
      $ realist code remove mechanisms/safe-to-ask --yes
      deleted mechanisms/safe-to-ask; 2 linked codings lost the role, and those with one left went
      undo it: realist undo
      $ realist linked-coding list --format csv
      Key,Links,Contexts,Mechanisms,Passage,Attribution,Source,Coder
      L2,C–M,contexts/hours “works nights”,mechanisms/left-out,My brother works nights and has never seen it open,(Participant 2),P02,Iris
      """)
  }
}
