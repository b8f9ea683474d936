import RealistAnalysis
import RealistFormats
import RealistModel

extension CausalGraph {
  /// The graph as a blueprint of Kumu (docs.kumu.io, "JSON / Blueprints"): elements and directed connections with `+` and `-` as their types,
  /// which Kumu finds loops by. Facts become fields.
  public func kumu(style: GraphStyle = GraphStyle()) -> String {
    let (identifiers, facts) = (GraphIdentifiers(self), GraphFacts(self, style))
    let elements = nodes.map { node -> JSONValue in
      let own = facts.facts(of: node)
      var members = fields(own, without: ["label", "quotes", "role"])
      members["id"] = .string(identifiers.node(node.key))
      members["label"] = .string(node.text)
      members["type"] = .string(node.role.rawValue)
      if let quotes = own.first(where: { $0.name == "quotes" }) {
        members["description"] = .string(quotes.value.text)
      }
      if !node.configurations.isEmpty {
        members["tags"] = .array(node.configurations.map { .string("CMO \($0)") })
      }
      return .object(members)
    }
    let connections = zip(links, linkIdentifiers(identifiers)).map { link, id -> JSONValue in
      let own = facts.facts(of: link)
      var members = fields(own, without: ["quotes", "sign", "weight"])
      members["id"] = .string(id)
      members["from"] = .string(identifiers.node(link.from))
      members["to"] = .string(identifiers.node(link.to))
      members["direction"] = .string("directed")
      members["type"] = .string(link.polarity.map { $0 == .increases ? "+" : "-" } ?? GraphFacts.kind(link))
      if let quotes = own.first(where: { $0.name == "quotes" }) {
        members["description"] = .string(quotes.value.text)
      }
      return .object(members)
    }
    let blueprint = JSONValue.object([
      "elements": .array(elements), "connections": .array(connections),
    ])
    return String(decoding: blueprint.bytes, as: UTF8.self)
  }

  private func fields(_ facts: [GraphFact], without left: Set<String>) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    for fact in facts where !left.contains(fact.name) {
      members[fact.name] =
        switch fact.value {
        case .text(let text): .string(text)
        case .integer(let number): .integer(number)
        case .boolean(let flag): .boolean(flag)
        }
    }
    return members
  }
}
