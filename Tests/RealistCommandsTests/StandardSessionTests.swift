import Testing

@Suite("Sessions: reporting standards")
struct StandardSessionTests {
  @Test("the checklist holds what the study knows, and blanks where only the authors do")
  func filled() throws {
    let session = try Session()
    try ToolLibrary.make(in: session)
    let table = session.run("realist standard rameses --format csv").output
    let rows = table.split(separator: "\n").map(String.init)
    #expect(rows.count == 21)
    #expect(
      rows.first
        == "Section,No.,Item,What to report,Reported in document (Y/N/Unclear),Page(s) in document,From the study"
    )
    #expect(
      rows.contains {
        $0.hasSuffix("Why it was done, and what that means for its focus and design\",,,")
      })
    #expect(rows.contains { $0.contains(",,2 participants (realist participant list)") })
    session.expect(
      """
      $ realist standard cerqual
      realist: error: bad value 'cerqual' for NAME
      hint: permitted: rameses, coreq, srqr
      [exit 64]
      """)
  }
}
