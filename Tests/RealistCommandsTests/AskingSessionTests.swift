import Foundation
import RealistModel
import RealistStore
import Testing

@testable import RealistCommands

@Suite("Commands: asking the material")
struct AskingSessionTests {
  let session: Session

  init() throws {
    session = try Session()
    try session.makeClinic()
    session.run(#"realist tag P01 "I trusted the nurse" -c mechanisms/trust --create"#)
    session.run(#"realist tag P01 "We waited for hours" -c contexts/waiting --create"#)
    session.run(
      #"realist tag P01 "We waited for hours. Well, Dr. Okafor says two hours. I felt safe though." -c outcomes/safety --create"#
    )
    session.run(#"realist tag P02 "I felt safe there" -c outcomes/safety"#)
  }

  @Test("a query prints quotes or counts, and shows the place of a mistake")
  func query() {
    session.expect(
      """
      $ realist query 'contexts WITHIN outcomes' --columns quote,codes --format csv
      Quote,Codes
      We waited for hours,contexts/waiting
      $ realist query 'outcomes NEAR 2 turns trust AND band >= 3' --count --format csv
      Passages,Sources,Participants
      1,1,1
      $ realist query 'contexts NEAR outcomes'
      realist: error: position 15 of the query: expected a distance, such as 20 words or 1 turns, found outcomes
        contexts NEAR outcomes
                      ^
      hint: a query reads like: trust NEAR 20 words (outcomes/retention OR outcomes/care) AND NOT band >= 4
      [exit 64]
      $ realist query 'outcomes AND band < 3' --count --format csv
      Passages,Sources,Participants
      0,0,0
      """)
  }

  @Test(
    "a saved query is asked by name, by other commands too; it is undone, and check says when it names nothing"
  )
  func saved() {
    session.expect(
      """
      $ realist query save doubt 'waiting WITHIN outcomes'
      saved as @doubt
      undo it: realist undo
      $ realist query list --format csv
      Name,Query,Passages
      doubt,waiting WITHIN outcomes,1
      $ realist quotes --where @doubt --columns quote --format csv
      Quote
      We waited for hours
      $ realist query '@doubt OR trust' --count --format csv
      Passages,Sources,Participants
      2,1,1
      $ realist matrix codes --by participant --where @doubt --hide-empty --format csv
      No.,Code,P01,all
      2.1,contexts/waiting,1,1
      ,all,1,1
      $ realist query save again '@again'
      realist: error: position 1 of the query: saved queries lead back to themselves: @again, @again
        @again
        ^
      hint: list them: realist query list
      [exit 64]
      """)
    session.run("realist code rename contexts/waiting queueing")
    let check = session.run("realist check --format csv")
    #expect(check.output.contains("query @doubt"))
    session.run("realist undo")
    session.run("realist query remove doubt")
    #expect(session.run("realist query list --format csv").output == "Name,Query,Passages\n")
    session.run("realist undo")
    #expect(session.run("realist query list --format csv").output.contains("doubt"))
  }

  @Test("matrices count, and explain their cells")
  func matrices() {
    session.expect(
      """
      $ realist matrix codes --by participant --level 1 --format csv
      No.,Code,P01,P02,all
      1,mechanisms,1,0,1
      2,contexts,1,0,1
      3,outcomes,1,1,2
      ,all,3,1,4
      $ realist matrix codes --by band --bands 4 --level 1 --count participants --format csv --hide-empty
      No.,Code,below 4,4 and above,all
      1,mechanisms,1,0,1
      2,contexts,1,0,1
      3,outcomes,1,1,2
      ,all,1,1,2
      $ realist matrix cooccurrence --level 1 --format csv
      No.,Code,mechanisms,contexts,outcomes
      1,mechanisms,1,0,0
      2,contexts,0,1,1
      3,outcomes,0,1,2
      $ realist matrix cooccurrence --measure containment --code contexts --against outcomes --level 1 --format csv
      No.,Code,outcomes
      2,contexts,1
      $ realist matrix codes --by nonsense
      realist: error: there is no attribute 'nonsense'
      hint: it is one of source, participant, coder, question, band
      [exit 66]
      $ realist matrix diagram --level 1 --format text
      Codes whose passages meet.
      contexts and outcomes: 1 pair of passages in 1 source.
      """)
  }

  @Test("the passages behind a cell are printed as quotes are")
  func explained() {
    let cell = "matrix codes --by participant --level 1 --explain contexts,p01 --by-coder Iris"
    let printed = session.run("realist \(cell) --format markdown")
    #expect(printed.output.contains("We waited for hours") && printed.status == 0)
    #expect(!printed.output.contains("Okafor"))
    let pair = session.run(
      "realist matrix cooccurrence --level 1 --explain contexts,outcomes --format markdown")
    #expect(pair.output.contains("Okafor"))
    #expect(session.run("realist matrix codes --by coder --by-coder Nobody").status == 66)
  }

  @Test("a framework matrix is written cell by cell; a joint display stands beside a table from elsewhere")
  func framework() throws {
    session.expect(
      """
      $ realist framework write P01 contexts "Waits, and says so."
      wrote the summary of P01 on contexts
      undo it: realist undo
      $ realist framework write P01 nothing "x"
      realist: error: there is no code 'nothing'
      hint: list them: realist code list --tree
      [exit 66]
      """)
    let shown = session.run("realist framework show --format json").output
    #expect(shown.contains("Waits, and says so."))
    try session.write("# unit: percent\nband,vacant\n3,12\n5,7\n", to: "posts.csv")
    try session.write("band,vacant\n3\n", to: "ragged.csv")
    session.expect(
      """
      $ realist context import posts.csv
      added the table posts: 2 rows, 2 columns
      undo it: realist undo
      $ realist context import ragged.csv
      realist: error: ragged.csv:2: 1 cells in a row under 2 columns
      hint: give every row as many cells as the heading; a cell with a comma stands in quotation marks
      [exit 65]
      """)
    let joint = session.run("realist matrix joint posts --by band --code outcomes --format csv").output
    #expect(joint.hasPrefix("band,vacant,outcomes\n3,12,"))
    session.run("realist export folder out")
    #expect(session.run("realist build out --output again.realist").status == 0)
    session.run("realist export folder out2 --study again.realist")
    for file in ["framework.csv", "context/posts.csv", "README.md"] {
      #expect(try session.text("out/\(file)") == session.text("out2/\(file)"))
    }
  }

  @Test("what recurs is listed, and becomes a configuration with its passages")
  func regularities() {
    session.expect(
      """
      $ realist regularities --format csv
      No.,Context,Outcome,Sources,Citations,Participants,Found in
      R1,contexts/waiting,outcomes/safety,1,1,1,side by side
      $ realist regularities promote waiting safety --title "Waiting and safety"
      added CMO1: Waiting and safety with 2 pieces of evidence
      undo it: realist undo
      word it: realist cmo edit CMO1 --statement "…"
      $ realist regularities --format csv
      No.,Context,Outcome,Sources,Citations,Participants,Found in
      R1,contexts/waiting,outcomes/safety,1,1,1,configurations; side by side
      """)
    #expect(session.run("realist check --errors").transcript == "no errors found\n")
  }

  @Test("an empty study is asked without harm")
  func empty() throws {
    let empty = try Session()
    empty.run(#"realist init empty.realist --title "An empty study""#)
    for command in [
      "query ANY", "query list", "matrix codes --by source", "matrix cooccurrence", "matrix diagram",
      "framework show", "context list", "regularities",
    ] {
      #expect(empty.run("realist \(command)").status == 0, "\(command)")
    }
  }

  @Test("the numbers of the worked study are explained by their passages")
  func workedStudy() throws {
    let worked = try Session()
    let projects = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Projects/support-workforce")
    #expect(worked.run(words: ["build", projects.path(), "--output", "study.realist"]).status == 0)
    let rows = { (command: String) in
      worked.run("realist \(command) --format csv").output.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }
    let matrix = rows("matrix codes --by stakeholder --level 1 --count segments")
    #expect(matrix[0].prefix(5) == ["No.", "Code", "educator", "service lead", "support worker"])
    for row in matrix.dropFirst().dropLast() {
      for (place, group) in matrix[0].enumerated().dropFirst(2) where group != "all" {
        let count = worked.run(
          words: [
            "matrix", "codes", "--by", "stakeholder", "--level", "1", "--explain", "\(row[1]),\(group)",
            "--format", "json",
          ]
        ).output.split(separator: "\n").count { $0.hasPrefix("{") }
        #expect("\(count)" == row[place], "\(row[1]) \(group)")
      }
    }
    #expect(rows("matrix cooccurrence --level 2").count > 10)
    let passages = { (words: [String]) in
      worked.run(words: words + ["--format", "json"]).output.split(separator: "\n").count {
        $0.hasPrefix("{")
      }
    }
    let regularities = rows("regularities --level 2 --group stakeholder")
    #expect(regularities.count > 3)
    // A pair of passages that share words is one citation, so that there are at least as many passages.
    for row in regularities.dropFirst() {
      let found = passages(["regularities", "--level", "2", "--explain", "\(row[1]),\(row[2])"])
      #expect(try #require(Int(row[4])) <= found, "\(row[1]) \(row[2])")
    }
    let framework = worked.run("realist framework show --by stakeholder --places 0 --format markdown")
      .output.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
    #expect(framework[0].count == 5)
    for (row, group) in [(2, "educator"), (3, "service lead"), (4, "support worker")] {
      for (place, code) in ["contexts", "intervention", "mechanisms", "outcomes"].enumerated() {
        let found = passages(["framework", "show", "--by", "stakeholder", "--explain", "\(group),\(code)"])
        #expect(found > 0 && framework[row][place + 1].contains("[\(found)\\]"), "\(group) \(code)")
      }
    }
  }
}
