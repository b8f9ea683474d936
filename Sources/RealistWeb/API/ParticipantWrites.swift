import LoopbackServer
import RealistFormats
import RealistModel
import RealistStore

extension Route {
  static let participantWrites: [Route] = [
    Route(.post, "participants") { workbench, call in try workbench.addParticipant(call) },
    Route(.patch, "participants/ID") { workbench, call in try workbench.changeParticipant(call) },
  ]
}

extension Workbench {
  fileprivate func addParticipant(_ call: Call) throws -> HTTPResponse {
    let body = try call.members(["key", "name", "attributes", "consent"])
    let key = try body.requiredText("key").trimmed
    return try write(call, "add participant \(key)", status: 201) { writer, json in
      let person = Participant(id: writer.newID(), key: key)
      let new = try writer.participant(person, changedBy: body)
      try writer.put(new)
      try member(new.id, writer.reader, &json)
      return .nothing
    }
  }

  fileprivate func changeParticipant(_ call: Call) throws -> HTTPResponse {
    let id: ID<Participant> = try call.id(of: .participant)
    let body = try call.members(["key", "name", "attributes", "consent", "withdrawn"])
    return try write(call, "edit participant") { writer, json in
      guard let old = try writer.reader.participants().first(where: { $0.id == id }) else {
        throw WebError.gone(.participant)
      }
      var new = try writer.participant(old, changedBy: body)
      if let key = try body.text("key")?.trimmed { new.key = key }
      if body.isNull("withdrawn") { new.withdrawn = nil }
      if let day = try body.text("withdrawn") {
        guard let date = CalendarDate(day) else {
          throw body.bad("withdrawn", expected: "a day such as 2026-03-02")
        }
        new.withdrawn = date
      }
      writer.command =
        old.key == new.key ? "edit participant \(old.key)" : "rename participant \(old.key) to \(new.key)"
      if new != old { try writer.put(new) }
      try member(id, writer.reader, &json)
      return .nothing
    }
  }

  private func member(_ id: ID<Participant>, _ reader: StudyReader, _ json: inout JSONText) throws {
    guard let person = try reader.participants().first(where: { $0.id == id }) else {
      throw WebError.gone(.participant)
    }
    let sources = try reader.sources().filter { $0.participants.contains(id) }.map(\.id)
    let attributes = try reader.attributes()
    json.member("participant") { $0.members(of: person, attributes, sources: sources) }
  }
}

extension StudyWriter {
  /// A participant with the name and the attributes that a body gives; an attribute that the study lacks is added to it.
  fileprivate func participant(_ person: Participant, changedBy body: Members) throws -> Participant {
    var person = person
    if let name = try body.text("name") { person.name = name.trimmed }
    if let consent = try body.consent() { person.consent = consent }
    guard let given = try body.table("attributes") else { return person }
    let known = try reader.attributes()
    var columns = known
    for (name, value) in given {
      let text = try Self.text(of: value, named: name)
      let read = try columns.read(text, for: name, of: .participant)
      person.attributes[read.name] = read.value
    }
    for column in columns where !known.contains(column) { try put(attribute: column) }
    return person
  }

  /// A value as it would be typed; empty for one that goes.
  private static func text(of value: JSONValue, named name: String) throws -> String {
    switch value {
    case .null: ""
    case .string(let text): text.trimmed
    case .integer(let number): "\(number)"
    case .number(let number): AttributeValue.number(number).description
    case .boolean(let isTrue): isTrue ? "yes" : "no"
    case .array, .object:
      throw WebError.badMember("attributes.\(name)", expected: "text, a number, true, false or null")
    }
  }
}

extension Members {
  /// What was consented to; a semicolon, which joins such words on a line, is in none of them.
  fileprivate func consent() throws -> [String]? {
    guard let words = try texts("consent") else { return nil }
    guard
      words.allSatisfy({ word in !word.unicodeScalars.contains { $0 == ";" || $0 == "\n" || $0 == "\r" } })
    else { throw bad("consent", expected: "a list of words without semicolons, each on one line") }
    return words
  }
}
