import RealistModel
import RealistStore
import Testing

@Suite("Sessions: configurations")
struct ConfigurationSessionTests {
  static let file = """
    ## CMO 1: Neighbours at the desk {#desk}
    Theory: neighbours
    Status: agreed
    If the desk is staffed by neighbours (C: contexts/neighbours), borrowers feel safe to ask (M+: mechanisms/safe-to-ask)
    and mend more (O: outcomes/mending; for: borrowers).
    - C1 supports P01 "The people at the desk are neighbours, so I asked."
    - M1 refines P01 "At first I was afraid to ask." (implied) — before the library
    - O1 supports P01 "I can mend a chair now."
    - CMO supports P02 "It is good." (occurrence 3)

    ## CMO 2: Closed at night
    Where the desk closes at six (C), those who work nights feel left out (M-) and never borrow (O-).
    - C1+M1 supports P02 "My brother works nights and has never seen it open." (by Nell Abara, 2026-02-20)

    """

  private func session(_ file: String = Self.file) throws -> Session {
    let session = try Session()
    try ToolLibrary.make(in: session)
    try session.write(file, to: "configurations.md")
    return session
  }

  @Test("a file of configurations is imported as one change and exported byte for byte")
  func importExport() throws {
    let session = try session()
    session.expect(
      """
      $ realist cmo import configurations.md
      added 2 configurations, added 5 pieces of evidence, made 5 segments
      undo it: realist undo
      $ realist cmo export again.md
      wrote again.md
      $ realist cmo list --format csv
      No.,Key,Title,Theory,Status,Elements,Supports,Refutes,Refines,Sources
      CMO1,desk,Neighbours at the desk,neighbours,agreed,1 C; 1 M; 1 O,3,0,1,2
      CMO2,closed-at-night,Closed at night,,proposed,1 C; 1 M; 1 O,1,0,0,1
      $ realist cmo import again.md
      nothing to change: the study says the same
      $ realist undo
      undid entry 2: cmo import configurations.md
      bring it back: realist redo
      $ realist cmo list --format csv
      No.,Key,Title,Theory,Status,Elements,Supports,Refutes,Refines,Sources
      """)
    #expect(try session.text("again.md") == Self.file)
  }

  @Test("a list of statements as papers print it is exported byte for byte")
  func publishedList() throws {
    let list = """
      1. If a library lends tools as well as books (C), borrowers see themselves as people who can mend (M), and fewer chairs are
      put out for collection (O).
      2. If the desk is staffed by neighbours (C), borrowers feel safe to ask (M), which leads to fewer accidents (O) and to tools
      that come back clean (O).
      3. Shared workshops make beginners stay longer (O) because they are noticed when they are missed (M), where the room is small (C).
      4. If fines are waived (C), regular borrowers feel trusted (M) but some stop thinking of those who wait (M), so that queues
      grow (O).

      """
    let session = try session(list)
    session.expect(
      """
      $ realist cmo import configurations.md
      added 4 configurations
      undo it: realist undo
      $ realist cmo list --format csv
      No.,Key,Title,Theory,Status,Elements,Supports,Refutes,Refines,Sources
      CMO1,cmo1,,,proposed,1 C; 1 M; 1 O,0,0,0,0
      CMO2,cmo2,,,proposed,1 C; 1 M; 2 O,0,0,0,0
      CMO3,cmo3,,,proposed,1 C; 1 M; 1 O,0,0,0,0
      CMO4,cmo4,,,proposed,1 C; 2 M; 1 O,0,0,0,0
      """)
    #expect(session.run("realist cmo export").output == list)
    for layout in 1...11 {
      let table = session.run("realist cmo table --layout T\(layout) --format markdown")
      #expect(table.status == 0 && table.output.split(separator: "\n").count > 2, "T\(layout)")
    }
    try session.write(list.replacing("fines are waived", with: "nothing is asked"), to: "other.md")
    session.expect(
      """
      $ realist cmo import other.md
      realist: error: other.md:6:1: the study has another configuration 'cmo4'
      hint: give each statement a heading, ## CMO 1: Title {#key}, or change the study's with --update
      [exit 65]
      $ realist cmo import other.md --update
      changed cmo4, 3 as before
      undo it: realist undo
      """)
  }

  @Test(
    "a changed file changes configurations, and evidence that it does not list is kept unless it is to go")
  func update() throws {
    let session = try session()
    session.run("realist cmo import configurations.md")
    let reworded = Self.file.replacing("feel safe to ask", with: "dare to ask")
      .replacing("- O1 supports P01 \"I can mend a chair now.\"\n", with: "")
    try session.write(reworded, to: "configurations.md")
    session.expect(
      """
      $ realist cmo import configurations.md
      changed desk, 1 as before
      undo it: realist undo
      $ realist evidence list desk --format csv
      Speaks to,Bearing,Standing,Quote,Attribution,Source,Coder,Note
      CMO1.C1,supports,observed,"The people at the desk are neighbours, so I asked.",(Participant 1),P01,,
      CMO1.M1,refines,implied,At first I was afraid to ask.,(Participant 1),P01,,before the library
      CMO1,supports,observed,It is good.,(Participant 2),P02,,
      CMO1.O1,supports,observed,I can mend a chair now.,(Participant 1),P01,,
      $ realist cmo import configurations.md --replace
      changed desk, let 1 piece of evidence go, 1 as before
      undo it: realist undo
      """)
    #expect(session.run("realist cmo export").output == reworded)
  }

  @Test("every problem of a file is told with its place, and nothing is changed")
  func problems() throws {
    let session = try session(
      """
      ## CMO 1: Wrong
      Theory: neighbors
      If the desk (C: contexts/neighbour), people ask (M: nothing/like/it) and mend (O).
      - M1 supports P01 "I can mend a chimney"
      - M1 supports P02 "It is good."
      - M1 supports P9 "It is good."

      """)
    session.expect(
      """
      $ realist cmo import configurations.md
      realist: error: configurations.md: 6 problems, nothing was changed
        configurations.md:1:1: no theory "neighbors"
          hint: did you mean "neighbours"?
        configurations.md:3:13: no code "contexts/neighbour"
          hint: did you mean "contexts/neighbours"?
        configurations.md:3:49: no code "nothing/like/it"
        configurations.md:4:15: the quote is not in P01
          hint: the closest passages of its text begin at 4:6, 4:30, 2:15
        configurations.md:5:15: the quote is in P02 5 times
          hint: it begins at 2:6, 2:18, 2:30, 2:42, 2:54; say which: (occurrence 1), or the column occurrence
        configurations.md:6:15: no source "P9"
      [exit 65]
      $ realist cmo list --format csv
      No.,Key,Title,Theory,Status,Elements,Supports,Refutes,Refines,Sources
      $ realist log --format csv
      No.,When,Coder,What,State
      1,2026-02-09T09:06:40Z,Iris,build tools,
      """)
    try session.write("If it opens (C), people come (X: them).\n", to: "configurations.md")
    session.expect(
      """
      $ realist cmo import configurations.md
      realist: error: configurations.md:1:30: unknown tag (X)
      hint: the letters of this study are (C), (M), (O)
      [exit 65]
      $ realist cmo import nowhere.md
      realist: error: nowhere.md: the file cannot be read (No such file or directory)
      [exit 66]
      """)
    try session.write([0x28, 0x43, 0xe9, 0x29], to: "configurations.md")
    #expect(session.run("realist cmo import configurations.md").status == 65)
  }

  @Test("codes that tags name are made when that is asked for")
  func createCodes() throws {
    let session = try session(
      "If it opens (C: contexts/open-late), people come (M) and mend (O: outcomes/mending).\n")
    session.expect(
      """
      $ realist cmo import configurations.md
      realist: error: configurations.md:1:13: no code "contexts/open-late"
      [exit 65]
      $ realist cmo import configurations.md --create-codes
      made the codes contexts/open-late
      added 1 configuration
      undo it: realist undo
      """)
  }

  @Test("configurations are added, changed, shown, tabulated and removed piece by piece")
  func piecewise() throws {
    let session = try session()
    session.expect(
      """
      $ realist cmo add --title "At the desk" --theory neighbours --statement "If neighbours lend (C: neighbours), people dare (M+) and mend (O)."
      added CMO1: At the desk
      undo it: realist undo
      $ realist evidence add CMO1.M1 P01 "at first I was afraid to ask" --bearing refines --note "before"
      At first I was afraid to ask
      the words stand there a little differently:
      P01 49..77 refines CMO1.M1
      undo it: realist undo
      $ realist cmo edit CMO1 --status agreed --add-element "the street knows each other (O+: outcomes)"
      changed CMO1
      undo it: realist undo
      $ realist cmo show CMO1
      CMO 1: At the desk
      key: at-the-desk · status: agreed · theory: Neighbours lend more than tools (neighbours)

      If neighbours lend (C: neighbours), people dare (M+) and mend (O). The street knows each other (O+: outcomes).

      C1  Neighbours lend
          context · code: contexts/neighbours
          no evidence
      M1  People dare
          mechanism · enabling
          refines: “At first I was afraid to ask” (Participant 1) P01 — before
      O1  Mend
          outcome
          no evidence
      O2  The street knows each other
          outcome · intended · code: outcomes
          no evidence

      no refuting evidence recorded
      $ realist cmo table --format csv --columns number,c,m,o,refuting --order c-o-m --no-groups
      No.,Contexts,Outcomes,Mechanisms,Refuting evidence
      CMO 1,Neighbours lend,1. Mend; 2. The street knows each other,People dare,none found
      $ realist cmo remove CMO1
      realist: error: configuration 'CMO1' is used by 1 piece of evidence
      hint: add --yes to go ahead; realist undo brings everything back
      [exit 65]
      $ realist cmo remove CMO1 --yes
      removed at-the-desk
      undo it: realist undo
      $ realist cmo show desk
      realist: error: there is no configuration 'desk'
      hint: list them: realist cmo list
      [exit 66]
      $ realist cmo add --statement "people come and mend"
      realist: error: --statement: a statement without any tag
      hint: end each clause with its tag: (C), (M), (O)
      [exit 65]
      """)
  }

  @Test("a place among the configurations can be changed")
  func order() throws {
    let session = try session()
    session.run("realist cmo import configurations.md")
    session.expect(
      """
      $ realist cmo edit CMO2 --place 1 --key night
      changed CMO2
      undo it: realist undo
      $ realist cmo list --format csv
      No.,Key,Title,Theory,Status,Elements,Supports,Refutes,Refines,Sources
      CMO1,night,Closed at night,,proposed,1 C; 1 M; 1 O,1,0,0,1
      CMO2,desk,Neighbours at the desk,neighbours,agreed,1 C; 1 M; 1 O,3,0,1,2
      $ realist cmo edit CMO2 --place 9
      realist: error: --place 9: there are 2 configurations
      [exit 64]
      """)
  }
}
