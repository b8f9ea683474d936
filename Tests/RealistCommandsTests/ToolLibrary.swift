import RealistFolder
import RealistModel
import RealistStore

/// An invented study of an invented tool library: two short interviews, five codes, one theory.
enum ToolLibrary {
  private static let files = [
    "study.json": """
    {
      "attributes": [],
      "attribution": "(Participant {number})",
      "created": "2026-02-09T09:00:00Z",
      "description": "Invented for tests.",
      "ethics": "Nobody was interviewed.",
      "formatVersion": 1,
      "id": "019c41a1-0e80-78c2-b289-53b8f9a16346",
      "question": "For whom does lending tools work?",
      "template": "cmo",
      "title": "The tool library"
    }
    """,
    "participants.csv": """
    id,name,consent,withdrawn
    P01,Ana,record; quote,
    P02,Ben,record; quote,

    """,
    "codebook.csv": """
    path,definition
    contexts,
    contexts/neighbours,The desk is staffed by neighbours
    mechanisms,
    mechanisms/safe-to-ask,People feel safe to ask
    outcomes,
    outcomes/mending,More is mended

    """,
    "sources.csv": """
    name,kind,participants,speakers
    P01,interview,P01,Nell=interviewer; Ana=P01
    P02,interview,P02,Nell=interviewer; Ben=P02

    """,
    "sources/P01.txt": """
    Nell: What changed when the library opened?
    Ana: At first I was afraid to ask. The people at the desk are neighbours, so I asked.
    Nell: And since then?
    Ana: I can mend a chair now. I can mend a kettle too.

    """,
    "sources/P02.txt": """
    Nell: How is the desk?
    Ben: It is good. It is good. It is good. It is good. It is good.
    Nell: Is it good for everybody?
    Ben: Not everybody comes. My brother works nights and has never seen it open.

    """,
    "theories.md": """
    ## Neighbours lend more than tools {#neighbours}
    Origin: stakeholder

    ### initial (2026-01-05)
    If neighbours lend tools, then people mend things because they dare to ask.

    """,
  ]

  /// Makes the study in a session's folder.
  static func make(in session: Session, _ name: String = "tools.realist") throws {
    let contents = try StudyFolder.read(files.mapValues { Array($0.utf8) })
    let time = Timestamp(milliseconds: 1_770_628_000_000)
    let note = ChangeNote(
      coder: "Iris", time: time, command: "build tools",
      ids: UUIDv7Source(time: time, random: ZeroRandom()))
    _ = try StudyStore.create(session.path(name), contents: contents, entry: note)
  }
}

/// Random words that are none.
struct ZeroRandom: RandomNumberGenerator, Sendable {
  func next() -> UInt64 { 0 }
}
