import RealistAnalysis
import RealistFormats

extension CausalGraph {
  /// The graph in GraphML (graphml.graphdrawing.org), which Gephi, yEd, igraph and networkx read: a typed key for each fact, ids that stay the
  /// same from one writing to the next.
  public func graphML(style: GraphStyle = GraphStyle()) -> String {
    let (identifiers, facts) = (GraphIdentifiers(self), GraphFacts(self, style))
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        + "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">",
    ]
    lines += keys(GraphFacts.nodeKeys, of: "node") + keys(GraphFacts.linkKeys, of: "edge")
    lines += keys([.init("title"), .init("omitted")], of: "graph")
    lines.append("  <graph id=\"graph\" edgedefault=\"directed\">")
    lines.append(data("graph", GraphFact(name: "title", value: .text(title)), indent: "    "))
    if let omission = GraphWords.omission(self) {
      lines.append(data("graph", GraphFact(name: "omitted", value: .text(omission)), indent: "    "))
    }
    for node in nodes {
      lines.append("    <node id=\"\(identifiers.node(node.key).xmlAttribute)\">")
      lines += facts.facts(of: node).map { data("node", $0, indent: "      ") } + ["    </node>"]
    }
    for (link, id) in zip(links, linkIdentifiers(identifiers)) {
      lines.append(
        "    <edge id=\"\(id.xmlAttribute)\" source=\"\(identifiers.node(link.from).xmlAttribute)\" "
          + "target=\"\(identifiers.node(link.to).xmlAttribute)\">")
      lines += facts.facts(of: link).map { data("edge", $0, indent: "      ") } + ["    </edge>"]
    }
    return (lines + ["  </graph>", "</graphml>", ""]).joined(separator: "\n")
  }

  /// An id for each link; links that say the same of the same two are told apart by a number.
  func linkIdentifiers(_ identifiers: GraphIdentifiers) -> [String] {
    var count: [String: Int] = [:]
    return links.map { link in
      let id = identifiers.link(link)
      count[id, default: 0] += 1
      return count[id] == 1 ? id : "\(id)--\(count[id, default: 0])"
    }
  }

  private func keys(_ keys: [GraphFact.Key], of domain: String) -> [String] {
    keys.map { key in
      let type =
        switch key.kind {
        case .text: "string"
        case .integer: "int"
        case .boolean: "boolean"
        }
      return
        "  <key id=\"\(domain)-\(key.name)\" for=\"\(domain)\" attr.name=\"\(key.name)\" attr.type=\"\(type)\"/>"
    }
  }

  private func data(_ domain: String, _ fact: GraphFact, indent: String) -> String {
    "\(indent)<data key=\"\(domain)-\(fact.name)\">\(fact.value.text.xml)</data>"
  }
}
