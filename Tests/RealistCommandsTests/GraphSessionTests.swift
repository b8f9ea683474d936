import Foundation
import Testing

@Suite("Sessions: diagrams")
struct GraphSessionTests {
  private static let hasGraphviz = ["/usr/bin/dot", "/usr/local/bin/dot"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private func session() throws -> Session {
    let session = try Session()
    try ToolLibrary.make(in: session)
    try session.write(ConfigurationSessionTests.file, to: "configurations.md")
    session.run("realist cmo import configurations.md")
    try session.write(
      TheoryOfChangeSessionTests.recommendations, to: "recommendations.csv")
    session.run("realist recommendation import recommendations.csv")
    try session.write(TheoryOfChangeSessionTests.file, to: "toc.md")
    session.run("realist toc import toc.md")
    return session
  }

  @Test(
    "each diagram is written in each form, the same bytes every time",
    arguments: ["toc", "configurations", "cmo desk", "loop mending-asking"])
  func forms(diagram: String) throws {
    let session = try session()
    for format in ["dot", "mermaid", "text"] {
      let first = session.run("realist graph \(diagram) --format \(format)")
      #expect(first.status == 0 && first.errors == "", "\(diagram) as \(format): \(first.errors)")
      #expect(first.output == session.run("realist graph \(diagram) --format \(format)").output)
      #expect(first.output.split(separator: "\n").count > 2)
    }
  }

  @Test("a quote with its attribution stands behind the boxes of the theory of change")
  func quotes() throws {
    let dot = try session().run("realist graph toc").output
    #expect(dot.hasPrefix("digraph"))
    #expect(dot.contains("The people at the desk are neighbours, so I asked."))
    #expect(dot.contains("(Participant 1)"))
  }

  @Test("a cut shows what is near a factor, or what enough sources support")
  func cuts() throws {
    let session = try session()
    let near = session.run("realist graph toc --focus closing --steps 1 --format text").output
    #expect(near.contains("The desk closes at six") && !near.contains("More is mended"))
    let strong = session.run("realist graph toc --min-sources 9 --format text").output
    #expect(!strong.contains("The desk closes at six"))
    session.expect(
      """
      $ realist graph toc --focus closinge
      realist: error: nothing in the diagram is called 'closinge'
      hint: did you mean closing?
      [exit 66]
      $ realist graph toc --steps -1
      realist: error: --steps and --min-sources count from 0
      [exit 64]
      $ realist graph cmo CMO9
      realist: error: there is no configuration 'CMO9'
      hint: list them: realist cmo list
      [exit 66]
      $ realist graph toc -o toc.xls
      realist: error: toc.xls: its name does not say what to write
      hint: say it with --format, or end the name in .svg
      [exit 64]
      $ realist graph loop ring
      realist: error: there is no loop 'ring'
      hint: did you mean 'mending-asking'?
      [exit 66]
      """)
  }

  @Test("the file's name says the form", .enabled(if: hasGraphviz, "Graphviz is not installed"))
  func drawing() throws {
    let session = try session()
    session.expect(
      """
      $ realist graph toc --output figures/toc.svg
      wrote figures/toc.svg
      $ realist graph configurations -o configurations.pdf
      wrote configurations.pdf
      $ realist graph cmo CMO1 -o one.mmd
      wrote one.mmd
      """)
    let svg = try session.text("figures/toc.svg")
    #expect(svg.contains("role=\"img\"") && svg.contains("<title id=\"figure-title\">"))
    #expect(svg.contains("More is mended"))
    #expect(try session.text("configurations.pdf").hasPrefix("%PDF"))
  }

  @Test("without Graphviz a drawing is refused with a hint and no file is left")
  func missing() throws {
    let session = try session()
    session.environment["REALIST_DOT"] = "no-such-dot"
    session.expect(
      """
      $ realist graph toc --output toc.svg
      realist: error: no-such-dot: not installed
      hint: install Graphviz: sudo apt install graphviz, or write the graph itself: --format dot
      [exit 66]
      """)
    #expect((try? session.text("toc.svg")) == nil)
  }
}
