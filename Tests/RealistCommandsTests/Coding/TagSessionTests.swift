import Testing

@testable import RealistCommands

@Suite("Commands: tagging")
struct TagSessionTests {
  let session: Session

  init() throws {
    session = try Session()
    try session.makeClinic()
  }

  @Test("a quote after emoji is the quote: the span counts code points and the words come back as they are")
  func afterEmoji() {
    session.expect(
      """
      $ realist tag P01 "I trusted the nurse" --code trust --create
      tagged P01, line 2 (25..44) with trust; made trust
      undo it: realist undo
      $ realist quotes --format csv --columns quote,start,end,attribution
      Quote,Start,End,Attribution
      I trusted the nurse,25,44,(Participant 1)
      """)
  }

  @Test("words as remembered are found, and what stands there is printed")
  func tolerant() {
    session.expect(
      """
      $ realist tag P01 "she remembered  my dog's name" --code trust --create
      She remembered my dog’s name
      the words stand there a little differently:
      tagged P01, line 2 (46..74) with trust; made trust
      undo it: realist undo
      """)
  }

  @Test("the same code on the same words by one coder is there once; another coder's is a second one")
  func twice() {
    session.run(#"realist tag P01 "I trusted the nurse" -c trust --create"#)
    session.expect(
      """
      $ realist tag P01 "I trusted the nurse" -c trust
      P01, line 2 (25..44) has trust by Iris already; nothing was changed
      $ realist tag P01 "I trusted the nurse" -c trust --coder Ben
      tagged P01, line 2 (25..44) with trust
      undo it: realist undo
      $ realist quotes --columns quote,coders --format csv
      Quote,Coders
      I trusted the nurse,Ben; Iris
      $ realist quotes --by-coder Ben --columns quote,coders --format csv
      Quote,Coders
      I trusted the nurse,Ben
      """)
  }

  @Test(
    "what is not unique asks for the occurrence and lists the places; what is not there lists what is like it"
  )
  func notUnique() {
    session.expect(
      """
      $ realist tag P02 "felt safe" --code trust --create
      realist: error: P02: the quote is in 2 places: line 2 (25..34), line 2 (38..47)
      hint: say which one is meant with --occurrence 1 to 2, or quote more words
      [exit 65]
      $ realist tag P02 "felt safe" --code trust --create --occurrence 2
      tagged P02, line 2 (38..47) with trust; made trust
      undo it: realist undo
      $ realist tag P02 "I felt very safe here, and then" --code trust
      realist: error: P02: the quote is not in the text
      hint: the closest passages; give their words, or --span:
        line 2 (30..63): safe. I felt safe there, and then
      [exit 65]
      """)
  }

  @Test("a code that does not exist is refused with the nearest, unless --create makes it")
  func unknownCode() {
    session.run("realist code add outcomes/trust")
    session.expect(
      """
      $ realist tag P01 "I trusted the nurse" --code outcomes/tryst
      realist: error: there is no code 'outcomes/tryst'
      hint: did you mean 'outcomes/trust'? to make a new code, add --create, or: realist code add outcomes/tryst
      [exit 66]
      $ realist tag P01 "I trusted the nurse" --code outcomes/trust --code contexts/nurses --create
      tagged P01, line 2 (25..44) with outcomes/trust and contexts/nurses; made contexts and contexts/nurses
      undo it: realist undo
      $ realist tag P9 "I trusted the nurse"
      realist: error: there is no source 'P9'
      hint: list them: realist source list
      [exit 66]
      """)
  }

  @Test("a passage without a code is marked, shows in every listing, and is widened to whole characters")
  func highlight() throws {
    try session.makeStudy([("F1", "A family 👨‍👩‍👧 came")], named: "family.realist")
    session.expect(
      """
      $ realist tag F1 --span 2..11 --study family.realist
      the span was widened to whole characters: 2..14
      marked F1, line 1 (2..14), without a code
      undo it: realist undo
      $ realist quotes --study family.realist --format csv --columns quote,codes
      Quote,Codes
      family 👨‍👩‍👧,(no code)
      $ realist quotes --study family.realist --uncoded --format markdown
      > family 👨‍👩‍👧 (F1)

      F1, 2–14; (no code)

      $ realist tag F1 --span 2..99 --study family.realist
      realist: error: F1: the span 2..99 is outside the text of 19 characters
      [exit 65]
      """)
  }

  @Test("resizing moves the quote everywhere: listing, summary, export")
  func resizing() {
    session.run(#"realist tag P01 "waited for hours" -c waiting --create"#)
    session.expect(
      """
      $ realist resize P01 "waited for hours" --to "We waited for hours. Well, Dr. Okafor says two hours"
      P01, line 4 (106..122) is now line 4 (103..155)
      undo it: realist undo
      $ realist quotes --code waiting --format csv --columns quote,start,end
      Quote,Start,End
      "We waited for hours. Well, Dr. Okafor says two hours",103,155
      $ realist quotes --code waiting --format json --columns quote
      [
      {"quote":"We waited for hours. Well, Dr. Okafor says two hours"}
      ]
      $ realist resize P01 "We waited for hours. Well" --to "We waited for hours"
      P01, line 4 (103..155) is now line 4 (103..122)
      undo it: realist undo
      $ realist resize P01 "I trusted the nurse" --to "the nurse"
      realist: error: P01, line 2 (25..44): nothing is marked there
      hint: see what is: realist quotes --source P01
      [exit 66]
      """)
  }

  @Test("untagging takes one's own codings off and leaves the mark, and takes evidence away only with --yes")
  func untagging() {
    session.run(#"realist tag P01 "I trusted the nurse" -c trust --create"#)
    session.run(#"realist tag P01 "I trusted the nurse" -c trust --coder Ben"#)
    session.expect(
      """
      $ realist untag P01 "trusted the nurse" --code trust
      took trust off P01, line 2 (25..44)
      undo it: realist undo
      $ realist untag P01 "trusted the nurse"
      realist: error: P01, line 2 (25..44): there is no such coding by Iris
      hint: there is by Ben: add --by-coder Ben
      [exit 66]
      $ realist untag P01 "trusted the nurse" --segment
      realist: error: segment 'P01, line 2 (25..44)' is used by 1 coding
      hint: add --yes to go ahead; realist undo brings everything back
      [exit 65]
      $ realist untag P01 "trusted the nurse" --by-coder Ben
      took trust off P01, line 2 (25..44); it stays marked, without a code
      undo it: realist undo
      $ realist untag P01 "trusted the nurse" --segment
      took the mark off P01, line 2 (25..44)
      undo it: realist undo
      $ realist quotes --columns quote --format csv
      Quote
      no quote fits
      """)
  }

  @Test("memos stand on anything, and the journal has none of their words")
  func memos() {
    session.run(#"realist tag P01 "I trusted the nurse" -c trust --create"#)
    session.expect(
      """
      $ realist memo add "said with a laugh" --source P01 --quote "trusted the nurse"
      wrote a memo on P01, 25..44
      undo it: realist undo
      $ realist memo add "split it?" --code trust
      wrote a memo on code trust
      undo it: realist undo
      $ realist memo list --format csv
      No.,About,Written,Coder,Memo
      1,"P01, 25..44",2026-03-02T09:02:00Z,Iris,said with a laugh
      2,code trust,2026-03-02T09:03:00Z,Iris,split it?
      $ realist memo remove 1
      deleted the memo on P01, 25..44
      undo it: realist undo
      $ realist memo list --code trust --format csv
      No.,About,Written,Coder,Memo
      1,code trust,2026-03-02T09:03:00Z,Iris,split it?
      $ realist memo remove 2
      realist: error: there is no memo '2'
      [exit 66]
      """)
  }
}
