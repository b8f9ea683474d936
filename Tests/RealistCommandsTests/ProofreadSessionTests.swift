import Testing

@Suite("Sessions: proofreading")
struct ProofreadSessionTests {
  @Test("a report that says what the study says passes; one that does not is told where")
  func report() throws {
    let session = try Session()
    try ToolLibrary.make(in: session)
    try session.write(
      "Asking got easier: “The people at the desk are neighbours, so I asked” (Participant 1).\n",
      to: "good.md")
    try session.write(
      "Asking got easier: “The people at the counter are neighbours, so I asked” (Participant 1).\n\n> I can mend a chair now.\n>\n> (Participant 2)\n",
      to: "bad.md")
    session.expect(
      """
      $ realist proofread good.md
      1 of 1 quotation found in the transcripts
      nothing found
      $ realist proofread bad.md --format csv
      Severity,Where,What,What to do,Check
      error,line 1,"the quotation differs from the transcript P01, line 2","there: The people at the desk are neighbours, so I asked",quotations
      error,line 3,"the quotation is attributed to 'Participant 2', and said by P01 in P01, line 4",,quotations
      1 of 2 quotations found in the transcripts
      2 errors, 0 warnings
      [exit 1]
      $ realist proofread none.md
      realist: error: none.md: the file cannot be read (No such file or directory)
      [exit 66]
      """)
  }
}
