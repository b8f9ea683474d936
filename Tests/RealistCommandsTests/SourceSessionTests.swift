import RealistModel
import RealistStore
import TestSupport
import Testing

@Suite("Sessions: sources")
struct SourceSessionTests {
  let session: Session
  static let transcript = """
    INT: How did you come to it?

    Dawn P.: I were a dinner lady 🙂 before. Note: eleven years.

    INT: And then?

    Dawn P.: Then the job came up.

    """

  init() throws {
    session = try Session()
    session.run(#"realist init s.realist --title "Warm Plate""#)
    session.run("realist participant add P01 --name Dawn")
    try session.write(Self.transcript, to: "P01.txt")
  }

  @Test("a dry run shows speakers and turns and changes nothing")
  func dryRun() throws {
    session.expect(
      """
      $ realist source import P01.txt --dry-run --speaker "Dawn P.=P01"
      P01.txt → source P01: plain text, utf-8, 4 turns, 23 words

      Speaker  Turns  Participant
      ───────  ─────  ──────────────────────────────────
      INT          2  nobody in the list of participants
      Dawn P.      2  P01

      Turn  Speaker  Words  Text
      ────  ───────  ─────  ───────────────────────────────────────────────────
         1  INT          6  How did you come to it?
         2  Dawn P.     10  I were a dinner lady 🙂 before. Note: eleven years.
         3  INT          2  And then?
         4  Dawn P.      5  Then the job came up.

      nothing was imported
      $ realist source list
      Source  Title  Kind  Mode  Date  Minutes  Participants  Revision  Turns  Words  Quotes  Uncoded  Codings  Left behind
      ──────  ─────  ────  ────  ────  ───────  ────────────  ────────  ─────  ─────  ──────  ───────  ───────  ───────────
      """)
  }

  @Test(
    "an import links speakers, types what is said about the source, and is one entry that undo takes back")
  func importUndoRedo() throws {
    session.expect(
      """
      $ realist source import P01.txt mode=Teams date=2026-03-02 minutes=48 recorded=yes --speaker "dawn p.=P01" --speaker "INT=interviewer"
      new attribute: recorded (yes or no)
      P01: plain text, 4 turns, 23 words; INT (2), Dawn P. = P01 (2)
      imported 1 source: 4 turns, 23 words
      undo it: realist undo
      $ realist source list --format csv
      Source,Title,Kind,Mode,Date,Minutes,Participants,recorded,Revision,Turns,Words,Quotes,Uncoded,Codings,Left behind
      P01,,interview,Teams,2026-03-02,48,P01,yes,1,4,23,0,0,0,0
      $ realist undo
      undid entry 3: import P01
      bring it back: realist redo
      $ realist search dinner
      nothing was found
      $ realist redo
      redid entry 3: import P01
      take it back: realist undo
      $ realist search DÍNNER --format csv
      Source,Turn,Who,Start,End,Passage
      P01,2,P01,39,89,I were a **dinner** lady 🙂 before. Note: eleven years.
      1 match in 1 passage
      $ realist source show P01 --text
      INT: How did you come to it?

      Dawn P.: I were a dinner lady 🙂 before. Note: eleven years.

      INT: And then?

      Dawn P.: Then the job came up.
      $ realist participant show P01 --format csv
      What,Value
      participant,P01
      name,Dawn
      in P01,"2 turns, 15 words"
      """)
  }

  @Test("all files are imported or none, and every problem is told at once")
  func allOrNone() throws {
    try session.write([0x49, 0x3a, 0x20, 0x00, 0x01, 0x0a], to: "sound.txt")
    try session.write("", to: "empty.txt")
    session.expect(
      """
      $ realist source import P01.txt sound.txt empty.txt missing.txt
        sound.txt:1:4: character U+0000 cannot be part of a text
          hint: is this a text file?
        empty.txt: the file is empty
        missing.txt: the file cannot be read (No such file or directory)
      realist: error: 3 of 4 files cannot be imported; nothing was imported
      hint: leave them out, or mend them as said above
      [exit 65]
      $ realist source list --format csv
      Source,Title,Kind,Mode,Date,Minutes,Participants,Revision,Turns,Words,Quotes,Uncoded,Codings,Left behind
      """)
  }

  @Test("a charset that was guessed is named, and one that is given is believed")
  func charsets() throws {
    try session.write([0x49, 0x3a, 0x20, 0x63, 0x61, 0x66, 0xe9, 0x0a], to: "latin.txt")
    session.expect(
      """
      $ realist source import latin.txt --kind field-note
      latin: plain text, 1 turn, 2 words; nobody is named
        not taken for speakers: I (1); if one is: --speaker "I="
      note: latin: the charset was guessed: windows-1252, for its characters outside of ASCII (1) make better words so than as macroman; to name another: --encoding NAME
      imported 1 source: 1 turn, 2 words
      undo it: realist undo
      $ realist undo
      undid entry 3: import latin
      bring it back: realist redo
      $ realist source import latin.txt --encoding windows-1252 --kind field-note
      latin: plain text, 1 turn, 2 words; nobody is named
        not taken for speakers: I (1); if one is: --speaker "I="
      imported 1 source: 1 turn, 2 words
      undo it: realist undo
      """)
  }

  @Test("the same bytes are refused once more, unless that is wanted or they are to be left out")
  func sameBytes() throws {
    session.run("realist source import P01.txt")
    try session.write(Self.transcript, to: "copy.txt")
    session.expect(
      """
      $ realist source import copy.txt
      realist: error: copy.txt: the same file was imported as 'P01'
      hint: add --again to have it twice, --skip-known to leave it out; a corrected text: realist source revise P01 copy.txt
      [exit 65]
      $ realist source import copy.txt --skip-known
      left out copy.txt: imported as 'P01'
      nothing was imported
      $ realist source import P01.txt --again
      realist: error: P01.txt: there is already a source 'P01'
      hint: give it another name: realist source import P01.txt --name P01-2
      [exit 65]
      $ realist source import P01.txt --again --name P01-2 --kind document
      P01-2: plain text, 4 turns, 23 words; INT (2), Dawn P. (2)
        none of them is a participant; say who is: realist source link P01-2 "Dawn P.=P05"
      imported 1 source: 4 turns, 23 words
      undo it: realist undo
      """)
  }

  @Test("speakers are linked later; who is nobody's name is refused; the journal does not name them")
  func linked() throws {
    session.run("realist source import P01.txt")
    session.expect(
      """
      $ realist source link P01 "Dwan P.=P01"
      realist: error: P01: there is no speaker 'Dwan P.'
      hint: did you mean 'Dawn P.'?
      [exit 66]
      $ realist source link P01 "Dawn P.=P09"
      realist: error: there is no participant 'P09'
      hint: did you mean 'P01'?
      [exit 66]
      $ realist source link P01 "Dawn P.=P01"
      P01: Dawn P. is P01
      undo it: realist undo
      $ realist source link P01 "Dawn P.=P01"
      nothing was changed: it is like that in P01
      $ realist source show P01 --turn 4
         4 Dawn P. (P01)
           Then the job came up.
      $ realist participant remove P01
      realist: error: participant 'P01' is used by 1 source
      hint: add --yes to go ahead; realist undo brings everything back
      [exit 65]
      $ realist log --last 1 --format csv
      No.,When,Coder,What,State
      4,2026-03-02T09:06:00Z,Iris,link 1 speaker of P01,
      """)
  }

  @Test(
    "a text without names belongs to the participant who took part alone; in a batch each file to the one it is named after"
  )
  func alone() throws {
    try session.write("I liked it.\n\nMostly.\n", to: "in/P01.txt")
    try session.write(
      "Interviewer: Well?\nParticipant: Good.\nInterviewer: And?\nParticipant: Fine.\n", to: "in/P02.txt")
    session.run("realist participant add P02")
    session.expect(
      """
      $ realist source import in/P01.txt --participant P01 --kind survey
      P01: plain text, 2 turns, 4 words; nobody is named
      imported 1 source: 2 turns, 4 words
      undo it: realist undo
      $ realist source import in/P02.txt --speaker "Participant={source}" --speaker "Interviewer="
      P02: plain text, 4 turns, 4 words; Interviewer (2), Participant = P02 (2)
      imported 1 source: 4 turns, 4 words
      undo it: realist undo
      $ realist search liked --format csv
      Source,Turn,Who,Start,End,Passage
      P01,1,P01,0,11,I **liked** it.
      1 match in 1 passage
      """)
  }

  @Test("a source is edited, renamed and removed; one with quotes only on request")
  func editRenameRemove() throws {
    session.run("realist source import P01.txt")
    try session.change { writer in
      let source = try writer.reader.source("P01")
      let text = try writer.reader.text(of: source.id, revision: 1)
      let segment = try writer.segment(at: try TextSpan(start: 39, end: 54), of: source, text: text).segment
      try writer.tag(segment.id, with: try writer.addCode(path: "care").id)
    }
    session.expect(
      """
      $ realist source edit P01 title="Dawn, support worker" kind=interview date=2026-13-01
      realist: error: '2026-13-01' is no day
      hint: write it like date=2026-03-02
      [exit 64]
      $ realist source edit P01 title="Dawn, support worker" mode=Teams
      changed source P01
      undo it: realist undo
      $ realist source rename P01 dawn
      renamed source P01 to dawn
      undo it: realist undo
      $ realist source remove dawn
      realist: error: source 'dawn' is used by 1 segment and 1 coding
      hint: add --yes to go ahead; realist undo brings everything back
      [exit 65]
      $ realist source remove dawn --yes
      removed source dawn with 1 segment, 1 coding
      undo it: realist undo
      $ realist undo
      undid entry 7: remove source dawn
      bring it back: realist redo
      $ realist source list --format csv
      Source,Title,Kind,Mode,Date,Minutes,Participants,Revision,Turns,Words,Quotes,Uncoded,Codings,Left behind
      dawn,"Dawn, support worker",interview,Teams,,,,1,4,23,1,0,1,0
      """)
  }

  @Test("every transcript of a folder of real ones is imported by one command", .needsFixtures)
  func realFiles() throws {
    let folders = [
      ("transcripts-vtt", ".vtt"), ("transcripts-srt", ".srt"), ("transcripts-docx", ".docx"),
      ("transcripts-md", ".md"), ("transcripts-txt", ".txt"), ("corpus-md", ".md"),
    ]
    let files = try folders.flatMap { try fixtures(in: $0.0, suffix: $0.1) }
    try #require(files.count > 100)
    let root = try #require(fixturesFolder)
    let result = session.run(words: ["source", "import"] + files.map { root.appending(path: $0).path() })
    #expect(result.status == 0, "\(result.errors)")
    let sources = try session.read { try $0.sources() }
    #expect(sources.count == files.count)
    #expect(sources.allSatisfy { $0.words > 0 })
    let areTurnsInside = try session.read { reader in
      try sources.allSatisfy { source in
        let turns = try reader.turns(of: source.id, revision: 1)
        return !turns.isEmpty && turns.allSatisfy { $0.span.end <= source.length }
      }
    }
    #expect(areTurnsInside)
    #expect(try session.read { try $0.entries() }.count == 3)
    session.run("realist undo")
    #expect(try session.read { try $0.sources() }.isEmpty)
  }
}
