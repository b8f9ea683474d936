import Foundation
import TestSupport
import Testing

@Suite("Sessions: projects of other programs")
struct ExchangeSessionTests {
  /// A small project: two coders, a case, a passage that lies outside of its text.
  private static let project = """
    <?xml version="1.0" encoding="utf-8"?>
    <Project xmlns="urn:QDA-XML:project:1.0" name="Warm Plate" origin="Other 1.0">
    <Users><User guid="00000000-0000-0000-0000-0000000000aa" name="ana"/></Users>
    <CodeBook><Codes><Code guid="00000000-0000-0000-0000-000000000001" name="care" isCodable="true" color="#FF0000"><Code guid="00000000-0000-0000-0000-000000000009" name="trust" isCodable="true"/></Code></Codes></CodeBook>
    <Cases><Case guid="00000000-0000-0000-0000-0000000000c1" name="P01"><SourceRef targetGUID="00000000-0000-0000-0000-000000000002"/></Case></Cases>
    <Sources><TextSource guid="00000000-0000-0000-0000-000000000002" name="talk"><PlainTextContent>I felt safe there. Nobody asked.</PlainTextContent>
    <PlainTextSelection guid="00000000-0000-0000-0000-000000000003" name="felt safe" startPosition="2" endPosition="11"><Coding guid="00000000-0000-0000-0000-000000000005" creatingUser="00000000-0000-0000-0000-0000000000aa"><CodeRef targetGUID="00000000-0000-0000-0000-000000000009"/></Coding></PlainTextSelection>
    <PlainTextSelection guid="00000000-0000-0000-0000-000000000004" startPosition="90" endPosition="95"/>
    </TextSource></Sources>
    <Sets><Set guid="00000000-0000-0000-0000-0000000000e1" name="first wave"><MemberSource targetGUID="00000000-0000-0000-0000-000000000002"/></Set></Sets>
    </Project>
    """

  @Test("a project becomes a study; what came through is told element by element")
  func newStudy() throws {
    let session = try Session()
    try session.write(Self.project, to: "colleague.qde")
    session.expect(
      """
      $ realist import colleague.qde --dry-run
      kept: 1 User, 2 Code, 1 Case, 1 Source, 1 Selection, 1 Coding
      kept as a note: 1 Selection, unplaced: lies outside of the text or cuts a character (talk 90..95)
      kept as a note: 1 Set (first wave)
      offsets of talk: code points, end not included; 1 of 1 names are the words there, 1 of 2 lie within the text, as the standard counts
      nothing was imported
      $ realist import colleague.qde --report losses.csv
      REFI-QDA project of Other 1.0
        kept: 1 User, 2 Code, 1 Case, 1 Source, 1 Selection, 1 Coding
        kept as a note: 1 Selection, unplaced: lies outside of the text or cuts a character (talk 90..95)
        kept as a note: 1 Set (first wave)
        offsets of talk: code points, end not included; 1 of 1 names are the words there, 1 of 2 lie within the text, as the standard counts
      the whole report: losses.csv
      made colleague.realist: 1 source, 1 participant, 2 codes, 1 coding, 0 configurations
      $ realist quotes --format csv
      Source,Participant,Attribution,Codes,Quote,Start,End,Revision,Coders,Memo,Segment
      talk,P01,(Participant 1),care/trust,felt safe,2,11,1,ana,,00000000-0000-0000-0000-000000000003
      $ realist undo
      realist: error: there is nothing to undo
      [exit 65]
      """)
    #expect(try session.text("losses.csv").contains("Set,kept as a note,1,,first wave"))
  }

  @Test("a project document has its texts in the folder beside it, and no others")
  func textsBeside() throws {
    let session = try Session()
    let xml = """
      <Project xmlns="urn:QDA-XML:project:1.0" name="P"><Sources>
      <TextSource guid="00000000-0000-0000-0000-000000000002" name="talk" plainTextPath="internal://two.txt"/>
      <TextSource guid="00000000-0000-0000-0000-000000000003" name="gone" plainTextPath="absolute:///etc/hostname"/>
      </Sources></Project>
      """
    try session.write(xml, to: "there/colleague.qde")
    try session.write("I felt safe there.\n", to: "there/Sources/TWO.txt")
    session.expect(
      """
      $ realist import there/colleague.qde --study a.realist
      REFI-QDA project
        kept: 1 Source
        changed: 1 Source, its text is not in the file (gone)
      made a.realist: 2 sources, 0 participants, 0 codes, 0 codings, 0 configurations
      """)
  }

  @Test("who is named in the notes of an exported project is said")
  func names() throws {
    let session = try Session()
    session.run("realist init mine.realist --title Mine")
    session.run(#"realist participant add P01 --name "Ana""#)
    session.run("realist participant add P02")
    let named = session.run("realist export qdpx a.qdpx")
    #expect(
      named.errors.contains("in its notes the file has the display names of 1 participant: pass it on"),
      "\(named.errors)")
    session.run(#"realist participant edit P01 --name """#)
    #expect(!session.run("realist export qdpx b.qdpx").errors.contains("pass it on"))
  }

  @Test("into a study that is there it is one change, undone as one; the same again adds nothing")
  func existing() throws {
    let session = try Session()
    try session.write(Self.project, to: "colleague.qde")
    session.run("realist init mine.realist --title Mine")
    session.run("realist code add care")
    let joined = session.run("realist import colleague.qde")
    #expect(joined.status == 0 && joined.errors.contains("changed: 1 Code joined, the study has the path"))
    #expect(
      joined.errors.hasSuffix(
        "imported 1 source, 2 codes, 1 passage, 1 coding, 0 configurations, 2 memos\nundo it: realist undo\n"),
      "\(joined.errors)")
    #expect(session.run("realist check").transcript.contains("error") == false)
    let again = session.run("realist import colleague.qde")
    #expect(again.errors.hasSuffix("nothing was imported: the study has all of it\n"), "\(again.errors)")
    session.run("realist undo")
    session.expect(
      """
      $ realist code list --format csv
      No.,Code,Codings,Codings (all),Sources,Sources (all),Participants,Participants (all),Definition
      1,care,0,0,0,0,0,0,
      """)
  }

  @Test("a project that cannot be read leaves the study byte for byte as it was")
  func refused() throws {
    let session = try Session()
    session.run("realist init mine.realist --title Mine")
    let before = try Data(contentsOf: session.folder.appending(path: "mine.realist"))
    try session.write(
      Self.project.replacingOccurrences(of: "startPosition=\"2\"", with: "startPosition=\"two\""),
      to: "bad.qde")
    try session.write("INT: Hello.\nP: Hello.\n", to: "talk.txt")
    session.expect(
      """
      $ realist import bad.qde
      realist: error: bad.qde:7:118: startPosition of <PlainTextSelection> is not a whole number
      hint: the file breaks the standard; export it again, or mend it there by hand
      [exit 65]
      $ realist import talk.txt
      realist: error: talk.txt: this is a transcript, not a project
      hint: realist source import talk.txt
      [exit 65]
      $ realist import mine.realist
      realist: error: mine.realist: this is a study of Realist itself
      hint: work with it: realist status --study mine.realist
      [exit 65]
      """)
    #expect(try Data(contentsOf: session.folder.appending(path: "mine.realist")) == before)
  }

  @Test("a study goes out as a project and comes back")
  func roundTrip() throws {
    let session = try Session()
    try session.write(Self.project, to: "colleague.qde")
    session.run("realist import colleague.qde --study a.realist")
    session.expect(
      """
      $ realist export qdpx out.qdpx --study a.realist --for nvivo
        kept: 2 User, 2 Code, 1 Case, 1 Selection, 1 Coding, 1 Source, 2 Memo
        kept as a note: 1 Turn, who speaks and when; other programs see it as words in a note, Realist reads it back
        changed: 1 Offset, counted as NVivo for Windows does; other programs will be off after emoji and line ends
      wrote out.qdpx
      $ realist export qdc codes.qdc --study a.realist
        kept: 2 Code
      wrote codes.qdc
      """)
    let back = session.run("realist import out.qdpx --study b.realist")
    #expect(
      back.errors.hasSuffix("made b.realist: 1 source, 1 participant, 2 codes, 1 coding, 0 configurations\n"),
      "\(back.errors)")
  }
}
