import Foundation
import Testing

/// The causal map on the worked study of the support workforce, an invented one.
@Suite("Sessions: the causal map")
struct MapSessionTests {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Projects/support-workforce")

  private func session() throws -> Session {
    let session = try Session()
    #expect(session.run(words: ["build", Self.project.path(), "--output", "study.realist"]).status == 0)
    return session
  }

  /// The rows of a CSV table without its head.
  private func rows(_ session: Session, _ commandLine: String) -> [String] {
    session.run(commandLine + " --format csv").output.split(separator: "\n").dropFirst().map(String.init)
  }

  @Test(
    "every question to the map is answered, and explained by quotes of the study",
    arguments: [
      "links", "factors", "paths leaving burnout", "threads vacancies burnout", "robustness",
      "robustness leaving burnout",
      "robustness --matrix", "metrics", "loops", "ripples", "ripples --chains",
    ])
  func answers(question: String) throws {
    let session = try session()
    for format in ["table", "csv", "json", "markdown", "html", "latex"] {
      let result = session.run("realist map \(question) --format \(format)")
      #expect(
        result.status == 0 && result.output.split(separator: "\n").count > 1, "\(question): \(result.errors)")
    }
    if question.contains("--") { return }
    let explained = session.run("realist map \(question) --explain --format csv")
    #expect(explained.status == 0, "\(explained.errors)")
    #expect(explained.output.split(separator: "\n").count > 1)
  }

  @Test("a number of sources is explained by as many sources")
  func explained() throws {
    let session = try session()
    for row in rows(session, "realist map links --min-sources 2").prefix(8) {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      let focus = session.run(
        "realist map links --from \(cells[0]) --to \(cells[1]) --steps 1 --explain --format csv")
      let quotes = focus.output.split(separator: "\n").dropFirst()
        .filter { $0.contains("\(cells[0]) → \(cells[1]) ") && $0.contains(",supports,") }
      #expect(!quotes.isEmpty, "\(row)")
    }
  }

  @Test("filters work in the order in which they are given")
  func order() throws {
    let session = try session()
    let first = rows(session, "realist map links --zoom 1 --min-sources 4")
    let last = rows(session, "realist map links --min-sources 4 --zoom 1")
    #expect(first != last && first.count > last.count)
    let near = session.run("realist map factors --focus staying --steps 1 --top 3")
    #expect(near.output.contains("a. within 1 step of staying: "))
    #expect(near.output.contains("b. the 3 links with the most sources: "))
    session.expect(
      """
      $ realist map links --steps 2 --focus staying
      realist: error: --steps stands after the --focus, or the --from and --to, that it is about
      [exit 64]
      $ realist map links --from staying
      realist: error: --from and --to go together
      [exit 64]
      $ realist map links --zoom 0
      realist: error: 0 is no zoom level: it is at least 1
      [exit 64]
      """)
  }

  @Test("the vicious and the virtuous ring of the study are found as reinforcing loops")
  func loops() throws {
    let session = try session()
    let found = rows(session, "realist map loops --drawn")
    #expect(found.contains { $0.contains(",reinforcing,7,") && $0.hasSuffix(",plughole") })
    #expect(found.contains { $0.contains(",reinforcing,6,") && $0.hasSuffix(",somebody-to-ask") })
    let short = session.run("realist map loops --max-length 3")
    #expect(short.errors.contains("loops of more than 3 steps were not looked for"))
  }

  @Test("a loop is marked, paired with the one it was before, drawn beside it, and all of it is undone")
  func marked() throws {
    let session = try session()
    session.run("realist loop edit somebody-to-ask --before none")
    let before = session.run("realist toc export").output
    session.expect(
      """
      $ realist loop add qualify "Qualify and move" staying kept-supervision knows-the-edge wider-scope freed-time room-to-move --valence virtuous --before plughole --break "freed-time -> room-to-move (two-names)"
      added the loop qualify
      undo it: realist undo
      $ realist loop edit qualify --valence virtuous
      nothing to change
      $ realist loop add odd "No ring" staying bank-money
      note: no link leads from staying to bank-money: realist link add staying bank-money
      note: no link leads from bank-money to staying: realist link add bank-money staying
      added the loop odd
      undo it: realist undo
      $ realist loop add worse "Step" staying leaving --break "leaving -> burnout"
      realist: error: the loop worse has no step from leaving to burnout
      [exit 65]
      $ realist loop remove odd
      removed the loop odd
      undo it: realist undo
      $ realist graph loop somebody-to-ask --pair
      realist: error: the loop 'somebody-to-ask' was no other before, and became none
      hint: say which: realist loop edit somebody-to-ask --before KEY, or use --beside KEY
      [exit 66]
      """)
    #expect(
      session.run("realist loop list --format csv").output.contains(
        "freed-time → room-to-move (two-names),plughole"))
    for command in ["graph loop plughole --pair", "graph loop plughole --beside somebody-to-ask"] {
      let dot = session.run("realist \(command)").output
      #expect(dot.contains("before-centre") && dot.contains("after-centre"))
      #expect(session.run("realist \(command) --format text").output.contains("Only after:"))
      #expect(session.run("realist \(command) --format mermaid").output.contains("After"))
    }
    let exported = session.run("realist toc export").output
    #expect(exported.contains("  - before: plughole\n"))
    try session.write(exported, to: "toc.md")
    #expect(session.run("realist toc import toc.md").errors == "nothing to change: the study says the same\n")
    for _ in 0..<3 { session.run("realist undo") }
    #expect(session.run("realist toc export").output == before)
  }

  @Test("opposites, despite links and context marks go through the commands, the folder and undo")
  func marks() throws {
    let session = try session()
    let before = session.run("realist toc export").output
    session.expect(
      """
      $ realist link add distance staying --despite --context fen --source P07 --quote "It goes from my back door to Thorpe"
      added distance -> staying
      undo it: realist undo
      $ realist link add distance staying --context "two words"
      realist: error: 'two words' cannot be a context mark
      hint: a mark is one word without quotation marks: night-shift
      [exit 64]
      $ realist factor edit leaving --opposite staying
      changed the factor leaving
      undo it: realist undo
      """)
    let exported = session.run("realist toc export").output
    #expect(exported.contains("  - -> staying despite #fen from P07 "))
    #expect(exported.contains("  - opposite: staying\n"))
    #expect(rows(session, "realist map links --kind despite").count == 1)
    #expect(rows(session, "realist map links --context fen").count == 1)
    #expect(
      rows(session, "realist map paths distance staying").allSatisfy { !$0.contains("distance → staying,") })
    let combined = rows(session, "realist map factors --opposites")
    #expect(!combined.contains { $0.hasPrefix("leaving,") })
    #expect(session.run("realist graph map --kind despite").output.contains("despite"))
    session.run("realist export folder copy")
    let copy = session.run("realist build copy --output copy.realist")
    if copy.status == 0 {
      #expect(session.run("realist toc export --study copy.realist").output == exported)
    }
    for _ in 0..<2 { session.run("realist undo --study study.realist") }
    #expect(session.run("realist toc export --study study.realist").output == before)
  }

  @Test("a ripple is confirmed, listed, kept in the folder's notation and taken back")
  func ripples() throws {
    let session = try session()
    for confirmed in ["CMO2.O2 CMO9.C1", "CMO6.O1 CMO7.C1"] {
      #expect(session.run("realist ripple remove \(confirmed)").status == 0)
    }
    let found = rows(session, "realist map ripples")
    let cells = try #require(found.first).split(separator: ",").map(String.init)
    let outcome = cells[0]
    let context = try #require(cells.first { $0.hasPrefix("CMO") && $0 != outcome })
    #expect(session.run("realist ripple confirm \(outcome) \(context) --note told").status == 0)
    #expect(rows(session, "realist ripple list").count == 1)
    #expect(rows(session, "realist map ripples --confirmed").count == 1)
    let exported = session.run("realist toc export").output
    #expect(exported.hasSuffix("## Ripples\n\n- \(outcome) -> \(context): told\n"))
    try session.write(exported, to: "toc.md")
    #expect(session.run("realist toc import toc.md").errors == "nothing to change: the study says the same\n")
    #expect(session.run("realist ripple remove \(outcome) \(context)").status == 0)
    #expect(rows(session, "realist ripple list").isEmpty)
    session.expect(
      """
      $ realist ripple confirm CMO1.M1 CMO2.C1
      realist: error: CMO1.M1 is not an outcome
      hint: list them: realist map ripples
      [exit 65]
      $ realist ripple confirm CMO1 CMO2.C1
      realist: error: 'CMO1' names no element
      hint: write CMO1.O1: the configuration, a dot, the element
      [exit 64]
      """)
  }

  @Test("the filtered map is drawn with sources and citations, the same bytes every time")
  func drawing() throws {
    let session = try session()
    for format in ["dot", "mermaid", "text"] {
      let first = session.run("realist graph map --min-sources 2 --format \(format)")
      #expect(first.status == 0 && first.output.contains("source"), "\(first.errors)")
      #expect(first.output == session.run("realist graph map --min-sources 2 --format \(format)").output)
    }
    #expect(session.run("realist graph map").output.contains("citations"))
    #expect(session.run("realist graph map --top 3 --format text").output.contains("Shown: the 3 links"))
  }

  @Test("an empty study, a map without a ring and an unknown factor are told in clear words")
  func words() throws {
    let session = try Session()
    session.run(#"realist init s.realist --title "Nothing yet (invented)""#)
    let note =
      "note: the map is empty: draw links (realist link add) or write configurations (realist cmo add)\n"
    for question in ["links", "factors", "metrics", "robustness"] {
      let result = session.run("realist map \(question)")
      #expect(result.status == 0 && result.errors == note, "\(question): \(result.errors)")
      #expect(!result.output.contains("nan") && !result.output.contains("inf"))
    }
    #expect(
      session.run("realist map loops").errors
        == note + "note: the map has no loop: nothing leads back to where it began\n")
    #expect(session.run("realist graph map").status == 0)
    #expect(session.run("realist loop list").status == 0)
    session.expect(
      """
      $ realist map paths nowhere else
      \(note)realist: error: there is no factor 'nowhere' in the map
      hint: list them: realist map factors
      [exit 66]
      $ realist map paths
      realist: error: say from which factor to which
      hint: realist map paths FROM TO; list the factors: realist map factors
      [exit 64]
      $ realist loop remove ring
      realist: error: there is no loop 'ring'
      [exit 66]
      """)
  }
}
