import LoopbackServer
import RealistModel
import RealistStore

extension Route {
  static let participants: [Route] = [
    Route(.get, "participants") { workbench, call in try workbench.participants(call) }
  ]
}

extension Workbench {
  /// The participants and the attributes there are; `where=` keeps some.
  fileprivate func participants(_ call: Call) throws -> HTTPResponse {
    try read { reader, json in
      let (attributes, sources) = (try reader.attributes(), try reader.sources())
      let conditions = try Conditions(call, reader)
      let all = try reader.participants()
      var took: [ID<Participant>: [ID<Source>]] = [:]
      for source in sources {
        for id in source.participants { took[id, default: []].append(source.id) }
      }
      json.member("participants", all.filter { conditions.holds($0, sources: sources) }) { person, json in
        json.members(of: person, attributes, sources: took[person.id] ?? [])
      }
      json.member("attributes", attributes.filter { $0.subject == .participant }) { definition, json in
        json.members(of: definition, values: all.compactMap { $0.attributes[definition.name] })
      }
      json.member("sourceAttributes", attributes.filter { $0.subject == .source }) { definition, json in
        json.members(of: definition, values: sources.compactMap { $0.attributes[definition.name] })
      }
    }
  }
}

extension JSONText {
  mutating func members(
    of participant: Participant, _ attributes: [AttributeDefinition], sources: [ID<Source>]
  ) {
    member("id", participant.id)
    member("key", participant.key)
    member("name", participant.name)
    member("attributes") { json in
      for definition in attributes where definition.subject == .participant {
        guard let value = participant.attributes[definition.name] else { continue }
        json.member(named: definition.name)
        json.value(value)
      }
    }
    member("consent", participant.consent)
    member("withdrawn", participant.withdrawn)
    member("sources", sources)
  }

  fileprivate mutating func members(of definition: AttributeDefinition, values: [AttributeValue]) {
    member("name", definition.name)
    member("kind", definition.kind.rawValue)
    guard definition.kind == .text || definition.kind == .boolean else { return }
    let distinct = Set(values.map(\.description)).sorted()
    // More than that is free text and no choice.
    if distinct.count <= 60 { member("values", distinct) }
  }

  fileprivate mutating func value(_ attribute: AttributeValue) {
    switch attribute {
    case .text(let text): value(text)
    case .number(let number): value(number)
    case .date(let date): value(date.description)
    case .boolean(let isTrue): value(isTrue)
    }
  }
}
