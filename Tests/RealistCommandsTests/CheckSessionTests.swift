import RealistModel
import RealistStore
import Testing

@Suite("Sessions: check")
struct CheckSessionTests {
  private func session() throws -> Session {
    let session = try Session()
    try ToolLibrary.make(in: session)
    return session
  }

  @Test("a sound study is said to be sound; what an evaluator should look at ends with 1")
  func warnings() throws {
    let session = try session()
    session.expect(
      #"""
      $ realist check
      nothing found: the study is sound
      $ realist cmo add --key desk --theory neighbours --statement "If neighbours lend (C: contexts), people dare (M+: mechanisms) and mend (O: mending)."
      added CMO1
      undo it: realist undo
      $ realist check --format csv
      Severity,Where,What,What to do,Check
      warning,CMO1,no quote supports it,"realist evidence add CMO1.M1 SOURCE ""quote""",configurations-quoted
      0 errors, 1 warning
      [exit 1]
      $ realist check --errors
      no errors found
      """#)
    session.run("realist evidence add CMO1.C1 P01 \"are neighbours\"")
    session.expect(
      """
      $ realist check --format csv
      Severity,Where,What,What to do,Check
      warning,CMO1,only one source supports it: P01,,several-sources
      0 errors, 1 warning
      [exit 1]
      """)
  }

  @Test(
    "a segment whose words are not the ones that were marked is found, with its place and without its words")
  func damagedSegment() throws {
    let session = try session()
    session.run("realist cmo add --key desk --statement \"If neighbours lend (C), people mend (O).\"")
    session.run("realist evidence add CMO1.C1 P01 \"are neighbours\"")
    let time = Timestamp(milliseconds: 1_772_500_000_000)
    let note = ChangeNote(
      coder: "Iris", time: time, command: "damage",
      ids: UUIDv7Source(time: time, random: ZeroRandom()))
    try StudyStore.open(session.path("tools.realist")).change(note) { writer in
      var segment = try #require(try writer.reader.segments().first)
      segment.check = QuoteCheck(of: "other words")
      try writer.put(segment)
    }
    session.expect(
      """
      $ realist check --errors --format csv
      Severity,Where,What,What to do,Check
      error,P01 102..116,its words are not the ones that were marked,compare with the copy made before the last change,segments
      1 error, 0 warnings
      [exit 1]
      """)
  }
}
