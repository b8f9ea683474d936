import RealistAnalysis
import RealistModel
import Testing
import TestSupport

@Suite("Configurations as graphs") struct ConfigurationGraphTests {
  private func figure(_ sketch: StudySketch) throws -> CausalGraph {
    CausalGraph.configurationFigure(sketch.study, try sketch.lookup(), words: sketch.words)
  }

  @Test("The figure of all configurations has four columns, and one box for a code used twice")
  func fourColumns() throws {
    let graph = try figure(.kitchen())
    #expect(
      graph.columns.map(\.name) == ["Contexts", "Disabling mechanisms", "Enabling mechanisms", "Outcomes"])
    let officials = try #require(graph.nodes.first { $0.key == "C/contexts/officials" })
    #expect(officials.configurations == [1, 2])
    #expect(officials.text == "Officials")
    #expect(graph.omitted.reasons == ["1 rejected configuration"])
  }

  @Test("Every element that has evidence is in a box that can show a quote of it")
  func everyElementIsQuoted() throws {
    let sketch = StudySketch.kitchen()
    let graph = try figure(sketch)
    let places = graph.nodes.flatMap { node in node.evidence.selection(limit: 1).map(\.place) }
    let expected = ["CMO1.C1", "CMO1.M1", "CMO1.O1", "CMO2.M1", "CMO2.O1", "CMO2.M2", "CMO3.O1"]
    for place in expected { #expect(places.contains(place)) }
  }

  @Test("Other templates give their own columns, and unknown letters a last one")
  func otherTemplates() throws {
    var sketch = StudySketch(template: .resourceReasoning)
    sketch.configuration("one", "", "R a handbook", "C a ward", "M+ trust", "O stays", "X what")
    let graph = try figure(sketch)
    #expect(
      graph.columns.map(\.name) == [
        "Mechanisms (resource)", "Contexts", "Enabling mechanisms (reasoning)", "Outcomes", "Other elements",
      ])
    #expect(
      graph.links.map { "\($0.from)>\($0.to)" } == [
        "C/a ward>M+/trust", "R/a handbook>M+/trust", "M+/trust>O/stays",
      ])
  }

  @Test(
    "One configuration has a box for each element, a condition from its context and evidence on its arrows")
  func single() throws {
    let sketch = StudySketch.kitchen()
    let id = sketch.study.configurations[0].id
    let graph = try #require(
      CausalGraph.configuration(id, sketch.study, try sketch.lookup(), words: sketch.words))
    #expect(graph.title == "CMO 1: The spoon changes hands")
    #expect(graph.nodes.map(\.text).first == "C1: days of officials")
    #expect(graph.links.map(\.kind) == [.condition, .influence(.increases)])
    #expect(graph.links[1].evidence.sources == ["P01", "P02", "P03"])
    #expect(graph.links[1].evidence.direct == ["P03"])
    #expect(
      CausalGraph.configuration(ID(high: 1, low: 1), sketch.study, try sketch.lookup(), words: [:]) == nil)
  }
}

@Suite("Cuts through a graph") struct GraphCutTests {
  private func kitchen() throws -> CausalGraph {
    let sketch = StudySketch.kitchen()
    return CausalGraph.theoryOfChange(sketch.study, try sketch.lookup(), words: sketch.words)
  }

  @Test(
    "A focus keeps what is within so many steps, in either direction",
    arguments: [
      (0, ["street"]), (1, ["ask", "street"]), (2, ["needed", "ask", "street"]),
      (9, ["officials", "summons", "lead", "needed", "ask", "away", "street"]),
    ])
  func focus(steps: Int, kept: [String]) throws {
    let graph = try #require(try kitchen().focused(on: "street", steps: steps))
    #expect(graph.nodes.map(\.key) == kept)
    #expect(graph.isWhole == (kept.count == 7))
    #expect(graph.links.allSatisfy { kept.contains($0.from) && kept.contains($0.to) })
  }

  @Test("A focus on nothing known is nothing")
  func unknownFocus() throws { #expect(try kitchen().focused(on: "nowhere", steps: 1) == nil) }

  @Test("Links with too few sources go, and say so; nodes that lose their last link go with them")
  func minimumSources() throws {
    let whole = try kitchen()
    let graph = whole.keepingLinks(minimumSources: 2)
    #expect(graph.links.allSatisfy { $0.evidence.sources.count >= 2 })
    #expect(!graph.links.isEmpty && graph.links.count < whole.links.count)
    #expect(graph.omitted.links == whole.links.count - graph.links.count)
    #expect(!graph.nodes.contains { $0.key == "street" })
    #expect(graph.omitted.reasons == ["links with fewer than 2 sources"])
  }
}

@Suite("Loops") struct LoopGraphTests {
  @Test(
    "A ring with an even number of minus links is reinforcing, with an odd number balancing",
    arguments: [
      ("+++", LoopGraph.Polarity.reinforcing), ("--+", .reinforcing), ("----", .reinforcing),
      ("+-", .balancing),
      ("---", .balancing), ("+ +", .incomplete), ("+?", .undecided), ("", .incomplete),
    ])
  func polarity(signs: String, expected: LoopGraph.Polarity) {
    let steps = signs.map { sign -> Set<CausalLink.Polarity> in
      switch sign {
      case "+": [.increases]
      case "-": [.decreases]
      case "?": [.increases, .decreases]
      default: []
      }
    }
    #expect(LoopGraph.polarity(of: steps) == expected)
  }

  @Test("The loops of a study are numbered by kind and keep the links of the graph")
  func studyLoops() throws {
    var sketch = StudySketch.kitchen()
    sketch.loop("broken", "Not closed", .virtuous, ["lead", "street"])
    let graph = CausalGraph.theoryOfChange(sketch.study, try sketch.lookup(), words: sketch.words)
    #expect(graph.loops.map(\.label) == ["R1", ""])
    #expect(graph.loops.map(\.polarity) == [.reinforcing, .incomplete])
    #expect(graph.loops[0].links.compactMap { $0?.polarity } == [.decreases, .increases, .decreases])
  }
}
