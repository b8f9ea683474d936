import RealistAnalysis
import RealistModel
import RealistDiagrams
import Testing
import TestSupport

@Suite("Diagrams in Mermaid and in words") struct MermaidAndWordsTests {
  private func kitchen() throws -> CausalGraph {
    let sketch = StudySketch.kitchen()
    return CausalGraph.theoryOfChange(sketch.study, try sketch.lookup(), words: sketch.words)
  }

  @Test("The Mermaid flowchart is the golden file") func mermaid() throws {
    try expectGolden(try kitchen().mermaid(), "theory-of-change.mmd")
  }

  @Test("A loop in Mermaid and in words is the golden file") func loop() throws {
    let loop = try #require(try kitchen().loops.first)
    try expectGolden(loop.mermaid(), "loop.mmd")
    try expectGolden(loop.words, "loop.txt")
  }

  @Test("The diagram in words is the golden file") func words() throws {
    try expectGolden(try kitchen().words(), "theory-of-change.txt")
  }

  @Test("The diagram in words with quotes is the golden file") func quotedWords() throws {
    let sketch = StudySketch.kitchen()
    let graph = CausalGraph.configurationFigure(sketch.study, try sketch.lookup(), words: sketch.words)
    try expectGolden(graph.words(quotes: 2), "configurations.txt")
  }

  @Test("Nothing that is in the graph is missing from the words") func complete() throws {
    let graph = try kitchen()
    let words = graph.words(quotes: 100)
    for node in graph.nodes { #expect(words.contains(node.text)) }
    for column in graph.columns { #expect(words.contains(column.name)) }
    for quote in graph.nodes.flatMap(\.evidence.quotes) { #expect(words.contains(quote.words)) }
    #expect(words.split(separator: "\n").count { $0.contains("“") && $0.contains("polarity") } == 0)
    #expect(
      words.split(separator: "\n").count { $0.contains("; polarity") || $0.contains("     polarity") }
        == graph.links.count { $0.polarity != nil })
  }

  @Test("What a cut left out is said in DOT and in words") func omissions() throws {
    let graph = try kitchen().keepingLinks(minimumSources: 2)
    #expect(graph.words().contains("Not shown: links with fewer than 2 sources ("))
    #expect(graph.dot().contains("Not shown: links with fewer than 2 sources ("))
  }

  @Test("What people type stays text in Mermaid", arguments: hostileLabels) func hostile(label: String) throws
  {
    var sketch = StudySketch(label)
    sketch.factor(label, "inputs", label)
    sketch.factor("b", "impacts", "b")
    sketch.link(label, "b", label: label)
    let graph = CausalGraph.theoryOfChange(sketch.study, try sketch.lookup(), words: [:])
    let plain = StudySketch.pair.mermaid().split(separator: "\n", omittingEmptySubsequences: false)
    let lines = graph.mermaid().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == plain.count)
    for line in lines where !line.contains("accTitle") {
      #expect(line.count { $0 == "\"" }.isMultiple(of: 2))
      let quoted = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map { $0.element.replacing("<br/>", with: "") }
      for text in quoted { #expect(!text.contains { "<>{}%`&\\".contains($0) }) }
    }
  }

  @Test("An SVG gets a role, a title and a description, escaped") func accessible() {
    let svg = "<?xml version=\"1.0\"?>\n<!-- <g> -->\n<svg width=\"1\" class='a>b'>\n<g/></svg>\n"
    let result = String(
      decoding: accessibleSVG(Array(svg.utf8), title: "A & B", description: "1 < 2\nnext"), as: UTF8.self)
    #expect(
      result == "<?xml version=\"1.0\"?>\n<!-- <g> -->\n<svg width=\"1\" class='a>b' role=\"img\""
        + " aria-labelledby=\"figure-title figure-description\">\n<title id=\"figure-title\">A &amp; B</title>"
        + "\n<desc id=\"figure-description\">1 &lt; 2\nnext</desc>\n<g/></svg>\n")
  }

  @Test(
    "Bytes without an SVG element stay as they are", arguments: ["", "<sv", "<svg", "<svg width=\"", "text"])
  func notSVG(text: String) {
    #expect(accessibleSVG(Array(text.utf8), title: "t", description: "d") == Array(text.utf8))
  }
}

extension StudySketch {
  /// Two factors and a link, all of harmless words.
  fileprivate static var pair: CausalGraph {
    var sketch = StudySketch("x")
    sketch.factor("x", "inputs", "x")
    sketch.factor("b", "impacts", "b")
    sketch.link("x", "b", label: "x")
    return (try? sketch.lookup()).map {
      CausalGraph.theoryOfChange(sketch.study, $0, words: [:])
    } ?? CausalGraph(title: "", columns: [], nodes: [])
  }
}
