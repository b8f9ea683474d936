import Foundation
import Testing

@Suite("The worked studies through the commands")
struct WorkedStudiesTests {
  private static let projects = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Projects")

  private static let files = [
    ("cmo", "configurations.md"), ("theory", "theories.md"), ("toc", "theory-of-change.md"),
    ("recommendation", "recommendations.csv"),
  ]

  @Test(
    "each file that people write by hand is exported byte for byte, and importing it again changes nothing",
    arguments: ["first-study", "support-workforce"])
  func files(name: String) throws {
    let session = try Session()
    let folder = Self.projects.appending(path: name)
    #expect(session.run(words: ["build", folder.path(), "--output", "study.realist"]).status == 0)
    for (noun, file) in Self.files {
      guard let bytes = try? Data(contentsOf: folder.appending(path: file)) else { continue }
      let exported = session.run("realist \(noun) export")
      #expect(Array(exported.output.utf8) == Array(bytes), "\(noun) export of \(name)")
      try session.write(Array(bytes), to: file)
      let again = session.run("realist \(noun) import \(file)")
      #expect(again.errors == "nothing to change: the study says the same\n", "\(noun) import of \(name)")
    }
    #expect(session.run("realist check --errors").transcript == "no errors found\n")
  }

  @Test("what was removed comes back from the files alone")
  func rebuilt() throws {
    let session = try Session()
    let folder = Self.projects.appending(path: "support-workforce")
    session.run(words: ["build", folder.path(), "--output", "study.realist"])
    for file in Self.files.map(\.1) {
      try session.write(Array(Data(contentsOf: folder.appending(path: file))), to: file)
    }
    try session.write("", to: "empty.md")
    try session.write("key,actor,action\n", to: "empty.csv")
    #expect(session.run("realist toc import empty.md").status == 0)
    #expect(session.run("realist recommendation import empty.csv").status == 0)
    for number in (1...12).reversed() {
      #expect(session.run("realist cmo remove CMO\(number) --yes").status == 0)
    }
    for theory in ["time-and-posts", "permission", "line-held", "known-and-heard", "grow-our-own"] {
      #expect(session.run("realist theory remove \(theory) --yes").status == 0, "\(theory)")
    }
    #expect(session.run("realist cmo export").output == "")
    // Recommendations name loops, and breaks of loops name recommendations: the second import completes the first.
    let steps = [
      "theory import theories.md", "cmo import configurations.md",
      "recommendation import recommendations.csv",
      "toc import theory-of-change.md", "recommendation import recommendations.csv",
      "toc import theory-of-change.md",
    ]
    for step in steps {
      let result = session.run("realist \(step)")
      #expect(result.status == 0, "\(step): \(result.errors)")
    }
    for (noun, file) in Self.files {
      #expect(session.run("realist \(noun) export").output == (try session.text(file)), "\(noun)")
    }
  }

  @Test("a ring says where it can be broken, and what would do it; beside another, its breaks are counted on")
  func breaks() throws {
    let session = try Session()
    let folder = Self.projects.appending(path: "support-workforce")
    session.run(words: ["build", folder.path(), "--output", "study.realist"])
    let words = session.run("realist graph loop plughole --format text").output
    #expect(words.contains("“Trained people leave” increases “Supervision slips from the diary” [break 1]\n"))
    #expect(words.contains("“The willing fall ill” [break 2]\n"))
    #expect(words.contains("     Break 1: Service leads: Give every patch two names,"))
    #expect(words.components(separatedBy: "Give every patch two names").count == 2)
    session.run(
      "realist loop edit somebody-to-ask --break 'kept-supervision -> knows-the-edge (posts-first)'")
    let pair = session.run("realist graph loop plughole --beside somebody-to-ask --format dot").output
    for mark in ["<b>break 1</b>", "<b>break 2</b>", "<b>break 3</b>", "Break 3: Trust boards"] {
      #expect(pair.contains(mark), "\(mark)")
    }
  }

  @Test("a diagram of many codes draws those that meet most, and says how many it leaves out")
  func manyCodes() throws {
    let session = try Session()
    let folder = Self.projects.appending(path: "support-workforce")
    session.run(words: ["build", folder.path(), "--output", "study.realist"])
    let few = session.run("realist matrix diagram --codes 5")
    #expect(few.output.components(separatedBy: "class=\"code\"").count == 6)
    #expect(few.output.contains("Not drawn: 53 codes with fewer."))
    #expect(few.errors.contains("53 codes with fewer pairs are not drawn"))
    let all = session.run("realist matrix diagram --codes 100")
    #expect(all.errors == "" && !all.output.contains("Not drawn"))
    #expect(all.output.components(separatedBy: "class=\"code\"").count == 59)
  }
}
