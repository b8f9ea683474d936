import Foundation
import FoundationXML
import RealistAnalysis
import RealistModel
import RealistDiagrams
import Testing
import TestSupport

@Suite("Diagrams in DOT") struct DOTTests {
  private func kitchen(_ sketch: StudySketch = .kitchen()) throws -> CausalGraph {
    CausalGraph.theoryOfChange(sketch.study, try sketch.lookup(), words: sketch.words)
  }

  @Test("The theory of change is the golden file") func theoryOfChange() throws {
    try expectGolden(try kitchen().dot(), "theory-of-change.dot")
  }

  @Test("The figure of all configurations is the golden file") func configurationFigure() throws {
    let sketch = StudySketch.kitchen()
    let graph = CausalGraph.configurationFigure(sketch.study, try sketch.lookup(), words: sketch.words)
    try expectGolden(graph.dot(), "configurations.dot")
  }

  @Test("One configuration is the golden file") func configuration() throws {
    let sketch = StudySketch.kitchen()
    let graph = try #require(
      CausalGraph.configuration(
        sketch.study.configurations[1].id, sketch.study, try sketch.lookup(), words: sketch.words))
    try expectGolden(graph.dot(), "configuration.dot")
  }

  @Test("A loop is the golden file") func loop() throws {
    try expectGolden(try #require(try kitchen().loops.first).dot(), "loop.dot")
  }

  @Test("Equal studies with other ids give the same bytes", arguments: [7, 8, 9] as [UInt64])
  func deterministic(seed: UInt64) throws {
    #expect(Array(try kitchen(.kitchen(idSeed: seed)).dot().utf8) == Array(try kitchen().dot().utf8))
  }

  @Test("Every quote of an element is in the tooltip of its box, with its attribution")
  func tooltips() throws {
    let dot = try kitchen().dot()
    #expect(dot.contains("“If you're the one who knows, you stand different.” (Participant 1) [CMO1.M1]"))
    #expect(dot.contains("“The letter doesn't come quicker for it.” (FG1) [refutes, CMO1.O1]"))
    #expect(dot.contains("“In a year they will all nod.” (Participant 3) [anticipated, CMO3.O1]"))
  }

  @Test("Addresses are written only when a base is given") func addresses() throws {
    #expect(!(try kitchen().dot().contains("URL=")))
    let dot = try kitchen().dot(style: GraphStyle(linkBase: "quotes.html#"))
    #expect(dot.contains("URL=\"quotes.html#n-officials\""))
  }
}

@Suite("Diagrams drawn by Graphviz", .enabled(if: hasGraphviz, "install graphviz"))
struct DrawingTests {
  /// The boxes of each column, from the top, must share an x and be in the order of the graph.
  private func expectColumns(_ graph: CausalGraph, _ style: GraphStyle = GraphStyle()) throws {
    let (nodes, said) = try places(graph.dot(style: style))
    #expect(said == "")
    #expect(nodes.count >= graph.nodes.count + graph.columns.count)
    var last = -1.0
    for (place, column) in graph.columns.enumerated() {
      let header = try #require(nodes.first { $0.key.hasPrefix("stage-\(place + 1)-") }).value
      var above = header.y
      for node in graph.nodes(in: column) {
        let own = try #require(nodes["n-\(node.key)"])
        #expect(own.x == header.x, "\(node.key) is not below its header")
        #expect(own.y < above, "\(node.key) is not below the box before it")
        above = own.y
      }
      #expect(header.x > last)
      last = header.x
    }
  }

  @Test("Each stage is one column, in the order of the study, without a warning")
  func kitchenColumns() throws {
    let sketch = StudySketch.kitchen()
    try expectColumns(CausalGraph.theoryOfChange(sketch.study, try sketch.lookup(), words: sketch.words))
  }

  @Test(
    "Each stage is one column for random graphs with links in every direction",
    arguments: 1...12 as ClosedRange<UInt64>)
  func randomColumns(seed: UInt64) throws { try expectColumns(randomGraph(seed: seed)) }

  @Test("Two runs give the same bytes", arguments: [GraphvizRunner.Format.svg, .plain])
  func sameBytes(format: GraphvizRunner.Format) throws {
    let dot = randomGraph(seed: 5).dot()
    let (first, second) = (
      try GraphvizRunner().run(dot, format: format), try GraphvizRunner().run(dot, format: format)
    )
    #expect(!first.drawing.isEmpty)
    #expect(first.drawing == second.drawing)
  }

  @Test("A ring is drawn on a circle, clockwise from the top") func ring() throws {
    let sketch = StudySketch.kitchen()
    let graph = CausalGraph.theoryOfChange(sketch.study, try sketch.lookup(), words: sketch.words)
    let (nodes, said) = try places(try #require(graph.loops.first).dot())
    #expect(said == "")
    let (lead, summons, away) = (
      try #require(nodes["n-lead"]), try #require(nodes["n-summons"]), try #require(nodes["n-away"])
    )
    #expect(lead.y > summons.y && summons.x > lead.x && away.x < lead.x)
  }

  @Test("What people type stays text", arguments: hostileLabels) func hostile(label: String) throws {
    var sketch = StudySketch(label)
    sketch.factor(label, "inputs", label, group: label)
    sketch.factor("b", "impacts", "b")
    sketch.link(label, "b", label: label, from: [("P01", label)])
    sketch.study.stages[2].name = label
    let graph = CausalGraph.theoryOfChange(sketch.study, try sketch.lookup(), words: sketch.words)
    let (drawing, said) = try GraphvizRunner().run(graph.dot(), format: .svg)
    #expect(said == "")
    let svg = String(decoding: drawing, as: UTF8.self)
    #expect(XMLParser(data: Data(accessibleSVG(drawing, title: label, description: label))).parse())
    #expect(!svg.contains("<script"))
    #expect(!svg.contains("href=\"javascript"))
    #expect(!svg.contains("fill=\"#123456\""))
    #expect(try places(graph.dot()).nodes.keys.count { $0.hasPrefix("n-") } == 2)
  }
}

/// Labels that try to leave their quotes, to make a node, an attribute, a colour or markup.
let hostileLabels = [
  "", " ", "\"", "\\", "\\\"", "\\\\\"", "a\" ]; evil [id=\"x",
  "a\", fontcolor=\"#123456\", URL=\"javascript:alert(1)\", x=\"", "a\\", "\\N \\G \\E \\L \\T \\l\\r\\n",
  "<b>bold</b>",
  "<<table><tr><td>x</td></tr></table>>", "<script>alert(1)</script>", "]]>", "-->", "--><script>",
  "&amp; &lt; &#10; &bogus;", "line\nbreak", "tab\tand\rreturn", "nul\u{0}inside", "bell\u{7}", "\u{1b}[31m",
  "// comment", "/* comment */", "# comment", "digraph {", "}", "}\ndigraph x {", "; node [shape=circle]",
  "a -> b", "a:b:c", "[label=x]", "“curly” ‘quotes’", "é e\u{301} 🙂 👨‍👩‍👧 م", "\u{202e}desrever", "\u{2028}",
  "\u{feff}bom", "supercalifragilisticexpialidociousandmoreofthesameuntilthelineistoolong",
  "漢字はスペースなしで続くので折り返しが必要です。とても長い文です。", "%%{init: {}}%%", "end", "\u{fffe}\u{ffff}",
]
