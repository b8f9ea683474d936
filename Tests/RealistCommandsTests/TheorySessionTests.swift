import Testing

@Suite("Sessions: programme theories")
struct TheorySessionTests {
  @Test("a theory is added, refined with a reason, shown, exported and removed")
  func piecewise() throws {
    let session = try Session()
    try ToolLibrary.make(in: session)
    session.run(
      "realist cmo add --statement \"If neighbours lend (C), people mend (O).\" --theory neighbours")
    session.expect(
      """
      $ realist theory add hours --title "Open when people can come" --origin literature --statement "If it is open late, then shift workers come."
      added the theory hours
      undo it: realist undo
      $ realist theory refine hours --statement "If it is open late and lit, then shift workers come." --reason "light was named twice" --date 2026-02-20
      the theory hours has 2 wordings now
      undo it: realist undo
      $ realist theory list --format csv
      Theory,Title,Origin,Version,Versions,Configurations,Statement
      neighbours,Neighbours lend more than tools,stakeholder,initial,1,CMO1,"If neighbours lend tools, then people mend things because they dare to ask."
      hours,Open when people can come,literature,refined,2,,"If it is open late and lit, then shift workers come."
      $ realist theory show hours
      ## Open when people can come {#hours}
      Origin: literature

      ### initial (2026-03-02)
      If it is open late, then shift workers come.

      ### refined (2026-02-20)
      If it is open late and lit, then shift workers come.
      Reason: light was named twice

      Configurations: none
      $ realist theory export theories.md
      wrote theories.md
      $ realist theory import theories.md
      nothing to change: the study says the same
      $ realist theory remove neighbours
      realist: error: theory 'neighbours' is used by 1 configuration
      hint: add --yes to go ahead; realist undo brings everything back
      [exit 65]
      $ realist theory remove neighbours --yes
      removed the theory neighbours
      undo it: realist undo
      $ realist theory import theories.md
      added neighbours
      undo it: realist undo
      $ realist theory list --format csv
      Theory,Title,Origin,Version,Versions,Configurations,Statement
      neighbours,Neighbours lend more than tools,stakeholder,initial,1,,"If neighbours lend tools, then people mend things because they dare to ask."
      hours,Open when people can come,literature,refined,2,,"If it is open late and lit, then shift workers come."
      $ realist theory show hour
      ## Open when people can come {#hours}
      Origin: literature

      ### initial (2026-03-02)
      If it is open late, then shift workers come.

      ### refined (2026-02-20)
      If it is open late and lit, then shift workers come.
      Reason: light was named twice

      Configurations: none
      $ realist theory refine lending --statement "…" --reason "…"
      realist: error: there is no theory 'lending'
      hint: list them: realist theory list
      [exit 66]
      """)
  }

  @Test("a file of theories with problems changes nothing")
  func problems() throws {
    let session = try Session()
    try ToolLibrary.make(in: session)
    try session.write(
      "## One {#one}\nOrigin: hearsay\n\n### initial (last week)\nIf, then.\n", to: "theories.md")
    session.expect(
      """
      $ realist theory import theories.md
      realist: error: theories.md: 2 problems, nothing was changed
        theories.md:2:1: unknown value "hearsay"
          hint: write stakeholder, document, literature, analyst
        theories.md:4:1: "last week" is no date
          hint: write 2026-03-02
      [exit 65]
      $ realist theory list --format csv
      Theory,Title,Origin,Version,Versions,Configurations,Statement
      neighbours,Neighbours lend more than tools,stakeholder,initial,1,,"If neighbours lend tools, then people mend things because they dare to ask."
      """)
  }
}
