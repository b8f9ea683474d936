import RealistModel
import RealistStore
import TestSupport
import Testing

@Suite("Sessions: a corrected text")
struct RevisionSessionTests {
  let session: Session

  static let paragraphs = [
    "We met in the kitchen every Monday and nobody took the minutes.",
    "The book gave me something to point at when they asked.",
    "Sandra retired and then who knew what I knew.",
    "It is a fence and it keeps the sheep in.",
    "I do a lot of tea and I watch their grip.",
  ]

  init() throws {
    session = try Session()
    session.run(#"realist init s.realist --title "Warm Plate""#)
    session.run("realist participant add P01")
    try session.write(Self.transcript(Self.paragraphs), to: "P01.txt")
    session.run("realist source import P01.txt")
    try session.tag([
      ("nobody took the minutes", "a/minutes"), ("something to point at", "b/book"),
      ("who knew what I knew", "c/memory"), ("keeps the sheep in", "d/fence"), ("a lot of tea", "e/tea"),
    ])
  }

  static func transcript(_ paragraphs: [String]) -> String {
    paragraphs.map { "INT: Go on.\n\nP01: \($0)\n" }.joined(separator: "\n")
  }

  @Test("inserting lines on top shifts every quote, silently")
  func insertedOnTop() throws {
    try session.write("Notes of the interviewer\n\n" + Self.transcript(Self.paragraphs), to: "new.txt")
    session.expect(
      """
      $ realist source revise P01 new.txt --reason "title added"
      quotes of P01: 0 exact, 5 moved, 0 changed, 0 lost
      P01 has revision 2
      undo it: realist undo
      """)
    #expect(
      try session.quotes() == [
        "a/minutes: nobody took the minutes", "b/book: something to point at",
        "c/memory: who knew what I knew",
        "d/fence: keeps the sheep in", "e/tea: a lot of tea",
      ])
    #expect(try session.revisions() == [2])
  }

  @Test(
    "inserted, deleted, moved and changed paragraphs: exact and moved go silently, every other one is named and none is dropped"
  )
  func everything() throws {
    let (a, b, d, e) = (Self.paragraphs[0], Self.paragraphs[1], Self.paragraphs[3], Self.paragraphs[4])
    let corrected = [a, b.replacing("point at", with: "show them"), e, "A new one stands here.", d]
    try session.write(Self.transcript(corrected), to: "new.txt")
    let listing = """
      Outcome,Revision,Place,Place now,Codes,Words,Words now
      changed,1,"line 7, 122..143","line 15, 221..240",b/book,something to point at,something to show them
      lost,1,"line 11, 208..228",,c/memory,who knew what I knew,

      """
    let dry = session.run("realist source revise P01 new.txt --dry-run --format csv")
    #expect(dry.errors == "quotes of P01: 1 exact, 2 moved, 1 changed, 1 lost\nnothing was changed\n")
    #expect(rows(dry.output) == rows(listing))
    #expect(try session.revisions() == [1])
    let before = try session.read { try $0.codings() }
    let real = session.run(#"realist source revise P01 new.txt --reason checked --format csv"#)
    #expect(real.output == dry.output)
    #expect(
      real.errors == """
        quotes of P01: 1 exact, 2 moved, 1 changed, 1 lost
        2 quotes stayed with an older text and keep their codes
        when the changed ones are right: realist source revise P01 --accept-changed
        P01 has revision 2
        undo it: realist undo

        """)
    #expect(try session.read { try $0.codings() } == before)
    let words = [
      "a/minutes: nobody took the minutes", "b/book: something to point at", "c/memory: who knew what I knew",
      "d/fence: keeps the sheep in", "e/tea: a lot of tea",
    ]
    #expect(try session.quotes() == words)
    #expect(try session.revisions() == [1, 2])
    let accepted = session.run("realist source revise P01 --accept-changed")
    #expect(accepted.status == 0)
    #expect(try session.quotes() == words.map { $0.replacing("point at", with: "show them") })
    for _ in 0..<2 { session.run("realist undo") }
    #expect(try session.revisions() == [1])
    #expect(try session.quotes() == words)
    for _ in 0..<2 { session.run("realist redo") }
    #expect(try session.quotes() == words.map { $0.replacing("point at", with: "show them") })
  }

  /// Outcome, codes and words of a listing; the places are checked by the words themselves.
  private func rows(_ listing: String) -> [[String]] {
    listing.split(separator: "\n").map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return [fields[0]] + fields.suffix(3)
    }
  }

  @Test("the links of speakers go over to the corrected text; the same text is refused")
  func speakers() throws {
    session.expect(
      """
      $ realist source revise P01 P01.txt
      realist: error: P01.txt: this is the text that P01 has
      [exit 65]
      """)
    try session.write(Self.transcript(Self.paragraphs).replacing("tea", with: "coffee"), to: "new.txt")
    session.run("realist source revise P01 new.txt")
    let keys = try session.read { reader in
      let source = try reader.source("P01")
      let people = try reader.participants()
      return try reader.turns(of: source.id, revision: 2).map { turn in
        people.first { $0.id == turn.participant }?.key ?? "-"
      }
    }
    #expect(keys == Array(repeating: ["-", "P01"], count: 5).flatMap { $0 })
    session.expect(
      """
      $ realist source list --format csv
      Source,Title,Kind,Mode,Date,Minutes,Participants,Revision,Turns,Words,Quotes,Uncoded,Codings,Left behind
      P01,,interview,,,,P01,2,10,63,4,0,5,1
      """)
  }
}
