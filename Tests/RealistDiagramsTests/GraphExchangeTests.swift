import Foundation
import FoundationXML
import RealistAnalysis
import RealistDiagrams
import RealistModel
import TestSupport
import Testing

@Suite("Graphs for other programs") struct GraphExchangeTests {
  private func kitchen() throws -> CausalGraph {
    let sketch = StudySketch.kitchen()
    return CausalGraph.theoryOfChange(sketch.study, try sketch.lookup(), words: sketch.words)
  }

  /// Two boxes whose words are full of markup, and a ring between them.
  private var hostile: CausalGraph {
    let words = "a <b> & \"c\" 'd' ]]> \u{1} \u{FFFE}\n-> {x}; %22 \\N é 👩‍👩‍👧"
    return CausalGraph(
      title: words, columns: [CausalGraph.Column(key: "c", name: words, role: .step)],
      nodes: [
        CausalGraph.Node(key: words, column: "c", role: .step, text: words),
        CausalGraph.Node(key: "b", column: "c", role: .outcome, text: "B", assumptions: [words]),
      ],
      links: [
        CausalGraph.Link(from: words, to: "b", label: words),
        CausalGraph.Link(from: "b", to: words, kind: .influence(.decreases)),
        CausalGraph.Link(from: words, to: "b", kind: .despite),
      ])
  }

  @Test("the theory of change is written as the golden files")
  func golden() throws {
    let graph = try kitchen()
    try expectGolden(graph.graphML(style: GraphStyle(quotes: 1)), "theory-of-change.graphml")
    try expectGolden(graph.gexf(style: GraphStyle(quotes: 1)), "theory-of-change.gexf")
    try expectGolden(graph.kumu(style: GraphStyle(quotes: 1)), "theory-of-change.kumu.json")
    try expectGolden(graph.dagitty().text, "theory-of-change.dag")
    try expectGolden(graph.loopy(), "theory-of-change.loopy")
  }

  @Test("XML formats stay well-formed, whatever was typed")
  func wellFormed() {
    for text in [hostile.graphML(), hostile.gexf()] {
      let parser = XMLParser(data: Data(text.utf8))
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }
  }

  @Test(
    "a Kumu blueprint has every box and every link between boxes that are there",
    arguments: 0..<20 as Range<UInt64>)
  func kumu(seed: UInt64) throws {
    let graph = seed == 0 ? hostile : randomGraph(seed: seed)
    let data = Data(graph.kumu().utf8)
    let blueprint = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]])
    let elements = blueprint["elements"] ?? []
    let connections = blueprint["connections"] ?? []
    let ids = Set(elements.compactMap { $0["id"] as? String })
    #expect(ids.count == graph.nodes.count && connections.count == graph.links.count)
    #expect(Set(connections.compactMap { $0["id"] as? String }).count == graph.links.count)
    for (connection, link) in zip(connections, graph.links) {
      #expect(
        ids.contains(connection["from"] as? String ?? "") && ids.contains(connection["to"] as? String ?? ""))
      let type = connection["type"] as? String
      switch link.kind {
      case .influence(let polarity): #expect(type == (polarity == .increases ? "+" : "-"))
      case .condition: #expect(type == "condition")
      case .despite: #expect(type == "despite")
      }
    }
  }

  @Test("a link to Loopy decodes to the boxes and the signed arrows", arguments: 0..<20 as Range<UInt64>)
  func loopy(seed: UInt64) throws {
    let graph = seed == 0 ? hostile : randomGraph(seed: seed)
    let link = graph.loopy().trimmingCharacters(in: .newlines)
    let query = try #require(link.components(separatedBy: "?data=").last?.removingPercentEncoding)
    let model = try #require(try JSONSerialization.jsonObject(with: Data(query.utf8)) as? [Any])
    let boxes = try #require(model[0] as? [[Any]])
    let arrows = try #require(model[1] as? [[Int]])
    #expect(boxes.map { ($0[4] as? String)?.removingPercentEncoding } == graph.nodes.map(\.text))
    let influences = graph.links.filter { $0.polarity != nil }
    #expect(arrows.map { graph.nodes[$0[0] - 1].key } == influences.map(\.from))
    #expect(arrows.map { $0[3] } == influences.map { $0.polarity == .decreases ? -1 : 1 })
    #expect(graph.loopyOmissions.isEmpty == (influences.count == graph.links.count))
    #expect(model[3] as? Int == graph.nodes.count)
  }

  @Test(
    "a dagitty model has no circle, and every link is in it or among the cuts",
    arguments: 0..<50 as Range<UInt64>)
  func dagitty(seed: UInt64) {
    let graph = randomGraph(seed: seed, columns: 4, links: 60)
    let (text, cuts) = graph.dagitty()
    let arrows = text.split(separator: "\n").filter { $0.contains(" -> ") }.map { line in
      line.components(separatedBy: " -> ").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"")) }
    }
    var rest = Set(graph.nodes.map(\.key))
    while let source = rest.sorted().first(where: { key in
      !arrows.contains { $0[1] == key && rest.contains($0[0]) }
    }) {
      rest.remove(source)
    }
    #expect(rest.isEmpty, "seed \(seed) has a circle")
    #expect(!arrows.isEmpty && !cuts.isEmpty)
    for link in graph.links {
      let isThere = arrows.contains([link.from, link.to])
      #expect(isThere || cuts.contains { $0.hasPrefix("cut \(link.from) → \(link.to):") })
    }
  }

  @Test("what was cut is said, with the reason")
  func cuts() {
    #expect(
      hostile.dagitty().cuts.map { $0.components(separatedBy: ": ").last } == [
        "it closes a circle", "a barrier that was overcome",
      ])
  }

  private static let python = PeerProgram.python(with: "networkx")

  private struct Network: Decodable {
    struct Values: Decodable {
      var label: String?
      var kind: String?
      var sources: Int?
    }
    struct Node: Decodable {
      var id: String
      var values: Values
      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        (id, values) = (try list.decode(String.self), try list.decode(Values.self))
      }
    }
    struct Edge: Decodable {
      var start, end: String
      var values: Values
      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        (start, end) = (try list.decode(String.self), try list.decode(String.self))
        values = try list.decode(Values.self)
      }
    }
    var nodes: [Node]
    var edges: [Edge]
    var directed: Bool
  }

  @Test(
    "networkx reads GraphML and GEXF back with the same nodes, links and numbers",
    .enabled(
      if: python != nil,
      "no Python with networkx: pip install networkx, or name one that has it in REALIST_PYTHON"),
    arguments: ["graphml", "gexf"])
  func networkx(ending: String) throws {
    for graph in [try kitchen(), hostile, randomGraph(seed: 1), randomGraph(seed: 2)] {
      try withTemporaryDirectory { folder in
        let file = folder.appending(path: "graph.\(ending)")
        try Data((ending == "gexf" ? graph.gexf() : graph.graphML()).utf8).write(to: file)
        let result = try PeerProgram.run(
          try #require(Self.python), [PeerProgram.script("networks.py"), file.path()])
        #expect(result.status == 0, "\(String(decoding: result.output, as: UTF8.self))")
        let network = try JSONDecoder().decode(Network.self, from: result.output)
        #expect(network.directed && network.nodes.count == graph.nodes.count)
        let texts = graph.nodes.map {
          $0.text.replacingOccurrences(of: "\u{1}", with: "\u{FFFD}")
            .replacingOccurrences(of: "\u{FFFE}", with: "\u{FFFD}")
        }
        #expect(network.nodes.map(\.values.label) == texts)
        let names = Dictionary(uniqueKeysWithValues: zip(graph.nodes.map(\.key), network.nodes.map(\.id)))
        let expected = graph.links.map {
          "\(names[$0.from] ?? "?")|\(names[$0.to] ?? "?")|\($0.evidence.sources.count)"
        }
        let found = network.edges.map { "\($0.start)|\($0.end)|\($0.values.sources ?? -1)" }
        #expect(found.sorted() == expected.sorted() && !expected.isEmpty)
      }
    }
  }
}
