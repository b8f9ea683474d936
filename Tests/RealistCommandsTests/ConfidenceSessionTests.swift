import Testing

@Suite("Sessions: balance, confidence, templates")
struct ConfidenceSessionTests {
  private func session() throws -> Session {
    let session = try Session()
    try ToolLibrary.make(in: session)
    for command in [
      "cmo add --key desk --title Desk --statement \"If neighbours lend (C), people dare (M+) and mend (O).\" --theory neighbours",
      "evidence add CMO1.C1+M1 P01 \"people at the desk are neighbours, so I asked\"",
      "evidence add CMO1.M1 P01 \"so I asked\"",
      "evidence add CMO1.O1 P02 \"Not everybody comes\" --bearing refutes",
    ] { #expect(session.run("realist \(command)").status == 0) }
    return session
  }

  @Test("evidence is counted for elements, dyads, configurations and theories, and explained")
  func balance() throws {
    let session = try session()
    session.run("realist participant edit P01 role=lead")
    session.run("realist participant edit P02 role=guest")
    session.expect(
      """
      $ realist evidence balance --format csv
      Claim,In words,"Supports, observed","Refutes, observed","Refines, observed",Citations,Sources,Participants,Remarks
      CMO1,Desk,1,1,0,2,2,2,
      $ realist evidence balance --by element --group role --format csv
      Claim,In words,"Supports, observed","Refutes, observed","Refines, observed",Citations,Sources,Participants,Silent,Remarks
      CMO1.C1,Neighbours lend,1,0,0,1,1,1,guest,no refuting evidence found; one source only
      CMO1.M1,People dare,1,0,0,1,1,1,guest,no refuting evidence found; one source only
      CMO1.O1,Mend,0,1,0,1,1,1,lead,one source only
      $ realist evidence balance --by dyad --explain --format csv
      Claim,Counted as,Passage,Attribution,Source,Note
      CMO1.C1–M1: Neighbours lend → People dare,"supports, observed","people at the desk are neighbours, so I asked",(Participant 1),P01,
      $ realist evidence balance --by theory --format csv
      Claim,In words,"Supports, observed","Refutes, observed","Refines, observed",Citations,Sources,Participants,Remarks
      neighbours,"If neighbours lend tools, then people mend things because they dare to ask.",1,1,0,2,2,2,
      """)
  }

  @Test(
    "confidence is judged piece by piece, listed, printed with the configurations, and goes through a folder")
  func confidence() throws {
    let session = try session()
    session.expect(
      """
      $ realist confidence set CMO1 --coherence minor --note "one saw it otherwise"
      judged the confidence in desk
      undo it: realist undo
      $ realist confidence set desk --level very-low --note "two interviews"
      judged the confidence in desk
      undo it: realist undo
      $ realist confidence set desk --methods none --adequacy serious
      judged the confidence in desk
      undo it: realist undo
      $ realist confidence set desk --methods none
      nothing to change
      $ realist confidence set desk --methods none --level low --note "which?"
      realist: error: --note belongs to one judgement, and 2 are given
      hint: give them one after the other
      [exit 64]
      $ realist confidence list --format csv
      No.,Configuration,Methods,Coherence,Adequacy,Relevance,Confidence,Why,Sources,Refuting
      CMO1,Desk,no concerns,minor concerns: one saw it otherwise,serious concerns,,very low,two interviews,2,1
      $ realist cmo table --columns number,confidence --format csv
      No.,Confidence (adapted CERQual)
      CMO 1,very low: two interviews; methods: no concerns; coherence: minor concerns (one saw it otherwise); adequacy: serious concerns
      $ realist cmo export desk.md
      wrote desk.md
      $ realist cmo import desk.md
      nothing to change: the study says the same
      $ realist cmo edit desk --title "The desk"
      changed desk
      undo it: realist undo
      $ realist confidence clear desk
      cleared the judgements on desk
      undo it: realist undo
      $ realist confidence clear desk
      nothing to change: nothing was judged
      """)
    let text = try session.text("desk.md")
    #expect(
      text.hasPrefix(
        """
        ## CMO 1: Desk
        Theory: neighbours
        Confidence: very-low — two interviews
        Confidence in methods: no concerns
        Confidence in coherence: minor concerns — one saw it otherwise
        Confidence in adequacy: serious concerns
        If neighbours lend (C), people dare (M+) and mend (O).
        """), "\(text)")
  }

  @Test("the study's template is listed, worded, exported, imported; a letter in use cannot go")
  func templates() throws {
    let session = try session()
    session.expect(
      """
      $ realist template list --format csv
      Template,Name,Letters,In this study
      cmo,Context–mechanism–outcome,C M O,in use
      icamo,Intervention–context–actor–mechanism–outcome,I C A M O,
      scmo,Strategy–context–mechanism–outcome,S C M O,
      cimo,Context–intervention–mechanism–outcome,C I M O,
      resource-reasoning,Resource–context–reasoning–outcome,R C M O,
      $ realist template set icamo
      the study's template is changed
      undo it: realist undo
      $ realist linked-coding add P01 "people at the desk are neighbours, so I asked" --role a:neighbours --mechanism safe-to-ask
      added L1 (A–M) in P01, line 2 (83..128)
      undo it: realist undo
      $ realist template set cmo
      realist: error: slot 'A' is used by 1 linked coding
      hint: give those another letter first: realist cmo list, realist linked-coding list
      [exit 65]
      $ realist template set --letter a --rule "Use it for whoever responds" --definition "Whose response it is"
      the study's template is changed
      undo it: realist undo
      $ realist template set --columns number,m,refuting
      the study's template is changed
      undo it: realist undo
      $ realist cmo table --format csv
      No.,Mechanisms,Refuting evidence
      CMO 1,People dare,O1 “Not everybody comes” (Participant 2)
      $ realist template show --format csv
      Letter,Element,Role,Definition,Coding rule
      I,Intervention,intervention,What the programme does.,
      C,Context,context,Pre-existing conditions in which a mechanism fires or does not.,
      A,Actor,actor,Whose response it is,Use it for whoever responds
      M,Mechanism,mechanism,"How people respond, in mind and action, to what the programme offers.",
      O,Outcome,outcome,"What follows, intended or not, observed or anticipated.",
      $ realist template export own.json
      wrote own.json
      $ realist template import own.json
      nothing to change: the study says the same
      $ realist template set nonesuch
      realist: error: there is no template 'nonesuch'
      hint: they are icamo, cmo, scmo, cimo, resource-reasoning
      [exit 66]
      """)
    try session.write(
      "{\"key\": \"own\", \"slots\": [{\"letter\": \"C1\", \"name\": \"Context\", \"role\": \"context\"}]}",
      to: "bad.json")
    session.expect(
      """
      $ realist template import bad.json
      realist: error: bad.json: the member "letter" does not fit
      hint: write a letter such as C
      [exit 65]
      """)
  }
}
