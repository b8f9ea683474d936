import RealistAnalysis
import RealistFormats

extension CausalGraph {
  /// The graph in GEXF 1.2 (gexf.net), the format of Gephi: the facts of ``graphML(style:)``, colours by role, and places in columns so that the
  /// first picture is readable.
  public func gexf(style: GraphStyle = GraphStyle()) -> String {
    let (identifiers, facts) = (GraphIdentifiers(self), GraphFacts(self, style))
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">",
      "  <meta>", "    <creator>Realist</creator>", "    <description>\(description.xml)</description>",
      "  </meta>",
      "  <graph mode=\"static\" defaultedgetype=\"directed\">",
    ]
    lines += attributes(GraphFacts.nodeKeys, of: "node") + attributes(GraphFacts.linkKeys, of: "edge")
    lines.append("    <nodes>")
    let places = places
    for node in nodes {
      lines.append(
        "      <node id=\"\(identifiers.node(node.key).xmlAttribute)\" label=\"\(node.text.xmlAttribute)\">")
      lines += values(facts.facts(of: node), "node")
      if let place = places[node.key] {
        lines.append("        <viz:position x=\"\(place.x).0\" y=\"\(-place.y).0\" z=\"0.0\"/>")
      }
      lines.append("        \(node.role.vizColour)")
      lines.append("      </node>")
    }
    lines += ["    </nodes>", "    <edges>"]
    for (link, id) in zip(links, linkIdentifiers(identifiers)) {
      lines.append(
        "      <edge id=\"\(id.xmlAttribute)\" source=\"\(identifiers.node(link.from).xmlAttribute)\" "
          + "target=\"\(identifiers.node(link.to).xmlAttribute)\" weight=\"\(max(1, link.evidence.sources.count)).0\" "
          + "label=\"\(GraphFacts.kind(link).xmlAttribute)\">")
      lines += values(facts.facts(of: link).filter { $0.name != "weight" }, "edge") + ["      </edge>"]
    }
    return (lines + ["    </edges>", "  </graph>", "</gexf>", ""]).joined(separator: "\n")
  }

  private var description: String {
    [title, GraphWords.omission(self) ?? ""].filter { !$0.isEmpty }.joined(separator: ". ")
  }

  /// Where each node stands in a drawing of columns, in points, y downwards.
  var places: [String: (x: Int, y: Int)] {
    let members = columns.isEmpty ? [nodes] : columns.map { nodes(in: $0) }
    var places: [String: (x: Int, y: Int)] = [:]
    for (column, nodes) in members.enumerated() {
      for (row, node) in nodes.enumerated() { places[node.key] = (150 + 260 * column, 120 + 130 * row) }
    }
    return places
  }

  /// GEXF has a weight of its own.
  private func attributes(_ keys: [GraphFact.Key], of domain: String) -> [String] {
    ["    <attributes class=\"\(domain)\">"]
      + keys.filter { $0.name != "weight" }.map { key in
        let type =
          switch key.kind {
          case .text: "string"
          case .integer: "integer"
          case .boolean: "boolean"
          }
        return "      <attribute id=\"\(domain)-\(key.name)\" title=\"\(key.name)\" type=\"\(type)\"/>"
      } + ["    </attributes>"]
  }

  private func values(_ facts: [GraphFact], _ domain: String) -> [String] {
    ["        <attvalues>"]
      + facts.map {
        "          <attvalue for=\"\(domain)-\($0.name)\" value=\"\($0.value.text.xmlAttribute)\"/>"
      } + ["        </attvalues>"]
  }
}

extension CausalGraph.Role {
  fileprivate var vizColour: String {
    let digits = Array(colour.utf8.dropFirst())
    let parts = stride(from: 0, to: 6, by: 2).map {
      Int(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16) ?? 0
    }
    return "<viz:color r=\"\(parts[0])\" g=\"\(parts[1])\" b=\"\(parts[2])\"/>"
  }
}
