import Testing

@Suite("Sessions: the history of theories")
struct TheoryHistorySessionTests {
  private func session() throws -> Session {
    let session = try Session()
    try ToolLibrary.make(in: session)
    return session
  }

  @Test(
    "a theory is refined with the words that did it, split, merged and refuted, and the table says what became of it"
  )
  func steps() throws {
    let session = try session()
    session.expect(
      """
      $ realist theory refine neighbours --statement "If neighbours lend tools when people can come, then people mend." --reason "hours matter" --refines P02="My brother works nights" --date 2026-02-20
      the theory neighbours has 2 wordings now
      undo it: realist undo
      $ realist theory split neighbours --into desk="If neighbours are at the desk, then people dare to ask." --into hours="If it is open late, then people come." --reason "two mechanisms" --date 2026-02-21
      split the theory neighbours into desk and hours
      undo it: realist undo
      $ realist theory refute hours --reason "nobody came" --refutes P02="has never seen it open" --date 2026-02-22
      the theory hours is refuted
      undo it: realist undo
      $ realist theory refute hours --reason "again"
      realist: error: the theory hours was refuted already
      hint: give it a wording first: realist theory refine hours --statement "…" --reason "…"
      [exit 65]
      $ realist theory table --format csv
      Programme theory,Initial programme theory,Refined programme theory,What changed and why
      desk,"Neighbours lend more than tools; If neighbours lend tools, then people mend things because they dare to ask.","If neighbours are at the desk, then people dare to ask.","Neighbours lend more than tools, refined (2026-02-20); hours matter; Neighbours lend more than tools, split (2026-02-21); two mechanisms; split (2026-02-21); two mechanisms"
      hours,"Neighbours lend more than tools; If neighbours lend tools, then people mend things because they dare to ask.","If it is open late, then people come.; Refuted","Neighbours lend more than tools, refined (2026-02-20); hours matter; Neighbours lend more than tools, split (2026-02-21); two mechanisms; split (2026-02-21); two mechanisms; refuted (2026-02-22); nobody came"
      $ realist theory history hours --format csv
      Theory,Date,Step,Statement,Why,Evidence
      hours,2026-02-21,split,"If it is open late, then people come.",two mechanisms,
      hours,2026-02-22,refuted,,nobody came,refutes: “has never seen it open” (Participant 2)
      $ realist theory genesis hours --format text
      Neighbours lend more than tools, initial (2026-01-05), from a stakeholder: If neighbours lend tools, then people mend things because they dare to ask.
        refined on 2026-02-20 into Neighbours lend more than tools, refined (2026-02-20), because: hours matter
          “My brother works nights” (Participant 2) [refines]
      Neighbours lend more than tools, refined (2026-02-20): If neighbours lend tools when people can come, then people mend.
        split on 2026-02-21 into desk, split (2026-02-21), because: two mechanisms
        split on 2026-02-21 into hours, split (2026-02-21), because: two mechanisms
      desk, split (2026-02-21) [held]: If neighbours are at the desk, then people dare to ask.
      hours, split (2026-02-21): If it is open late, then people come.
        refuted on 2026-02-22 into hours, refuted (2026-02-22), because: nobody came
          “has never seen it open” (Participant 2) [refutes]
      hours, refuted (2026-02-22)
      $ realist check --errors
      no errors found
      $ realist theory export theories.md
      wrote theories.md
      $ realist theory import theories.md
      nothing to change: the study says the same
      """)
    let folder = session.run("realist export folder out")
    #expect(folder.status == 0)
    #expect(session.run("realist build out --output again.realist").status == 0)
    #expect(
      session.run("realist theory export --study again.realist").output == (try session.text("theories.md")))
  }

  @Test("theories are merged with their configurations, into a new one or into one of them")
  func merged() throws {
    let session = try session()
    session.run(
      "realist cmo add --key desk --statement \"If neighbours lend (C), people mend (O).\" --theory neighbours"
    )
    session.run("realist theory add hours --statement \"If it is open late, then people come.\"")
    session.expect(
      """
      $ realist theory merge neighbours hours --into lending --statement "If neighbours lend late, then people come and mend." --reason "one without the other does nothing"
      merged neighbours and hours into lending
      undo it: realist undo
      1 configuration moved to lending
      $ realist theory list --format csv
      Theory,Title,Origin,Version,Versions,Configurations,Statement
      neighbours,Neighbours lend more than tools,stakeholder,merged,2,,"If neighbours lend tools, then people mend things because they dare to ask."
      hours,,analyst,merged,2,,"If it is open late, then people come."
      lending,,stakeholder,merged,1,CMO1,"If neighbours lend late, then people come and mend."
      $ realist theory merge lending --into lending --statement "If …" --reason "…"
      realist: error: at least two theories are merged
      hint: realist theory merge KEY KEY --into KEY
      [exit 64]
      $ realist undo
      undid entry 4: theory merge neighbours and hours into lending
      bring it back: realist redo
      $ realist theory refute hours --by neighbours --reason "the same cases, and why"
      the theory hours is superseded by neighbours
      undo it: realist undo
      $ realist theory remove neighbours
      realist: error: theory 'neighbours' is used by 1 configuration and 1 theory
      hint: add --yes to go ahead; realist undo brings everything back
      [exit 65]
      """)
  }

  @Test("what people said to a theory is recorded, counted and explained; the rest are silent")
  func responses() throws {
    let session = try session()
    session.expect(
      """
      $ realist theory respond neighbours P01 "people at the desk are neighbours, so I asked" --confirms --note "unasked"
      P01 83..128 confirms neighbours
      undo it: realist undo
      $ realist theory respond neighbours P01 "people at the desk are neighbours, so I asked" --confirms
      nothing to change: P01 83..128 confirms neighbours already
      $ realist theory respond neighbours P01 "so I asked"
      realist: error: what they said to it is not said
      hint: say one of --confirms, --falsifies, --refines
      [exit 64]
      $ realist theory respond neighbours P01 "so I asked" --confirms --version 3
      realist: error: --version 3: the theory neighbours has no such wording
      hint: its wordings are 1: realist theory show neighbours
      [exit 64]
      $ realist theory responses --format csv
      Participant,Neighbours lend more than tools
      P01,confirms
      P02,silent
      all,1 confirms; 0 falsifies; 0 refines; 1 silent
      $ realist theory responses --explain --format csv
      Number,Counted as,Passage,Attribution,Source,Place
      P01: Neighbours lend more than tools,confirms wording 1,"people at the desk are neighbours, so I asked",(Participant 1),P01,83..128
      $ realist theory show neighbours
      ## Neighbours lend more than tools {#neighbours}
      Origin: stakeholder

      ### initial (2026-01-05)
      If neighbours lend tools, then people mend things because they dare to ask.
      - response confirms P01 "people at the desk are neighbours, so I asked" (by Iris, 2026-03-02T09:01:00Z) — unasked

      Configurations: none
      $ realist theory responses --group band
      realist: error: there is no attribute 'band'
      [exit 66]
      $ realist theory respond neighbours P01 "people at the desk are neighbours, so I asked" --remove
      P01 83..128 is no longer a response to neighbours
      undo it: realist undo
      """)
  }
}
