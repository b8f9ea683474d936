import Testing

@Suite("Sessions: the study")
struct StudySessionTests {
  @Test("a study is made, named in the journal and its making cannot be undone")
  func initLogUndo() throws {
    let session = try Session()
    session.expect(
      """
      $ realist init warm.realist --title "Warm Plate"
      made warm.realist
      next: realist source import interview-01.txt --study warm.realist
      $ realist log --format csv
      No.,When,Coder,What,State
      1,2026-03-02T09:01:00Z,Iris,init 'Warm Plate',
      $ realist undo
      realist: error: there is nothing to undo
      [exit 65]
      """)
  }
}
