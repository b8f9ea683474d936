import RealistFormats
import RealistModel
import RealistNotation

/// `study.json`: the study's own description, template, stages and attributes.
enum StudyJSON {
  static let file = "study.json"
  static let formatVersion = 1

  static func read(_ bytes: [UInt8]) throws(FolderError) -> Study {
    let value: JSONValue
    do {
      value = try JSONValue(bytes)
    } catch {
      throw FolderError([FolderProblem(file, error.place, .json(error.kind))])
    }
    var reader = Reader(members: value.object ?? [:])
    let study = reader.study()
    guard let study, reader.problems.isEmpty else { throw FolderError(reader.problems) }
    return study
  }

  private struct Reader {
    let members: [String: JSONValue]
    var problems: [FolderProblem] = []

    init(members: [String: JSONValue]) { self.members = members }

    mutating func report(_ kind: FolderProblem.Kind) { problems.append(FolderProblem(file, nil, kind)) }

    /// A text; empty when the member is absent.
    mutating func text(_ name: String, in members: [String: JSONValue], required: Bool = false) -> String {
      guard let value = members[name] else {
        if required { report(.missingMember(name)) }
        return ""
      }
      guard let text = value.string else {
        report(.wrongMember(name, expected: "a text in quotation marks"))
        return ""
      }
      return text
    }

    mutating func study() -> Study? {
      if let version = members["formatVersion"] {
        guard let number = version.integer, number > 0 else {
          report(.wrongMember("formatVersion", expected: "\(formatVersion)"))
          return nil
        }
        if number > formatVersion { report(.newerFormat(number)) }
      }
      let title = text("title", in: members, required: true)
      let idText = text("id", in: members, required: true)
      let createdText = text("created", in: members, required: true)
      guard let id = ID<Study>(idText), let created = Timestamp(fromCell: createdText) else {
        if !idText.isEmpty, ID<Study>(idText) == nil {
          report(.wrongMember("id", expected: "a UUID such as 0197a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b"))
        }
        if !createdText.isEmpty, Timestamp(fromCell: createdText) == nil {
          report(.wrongMember("created", expected: "a moment such as 2026-03-02T09:30:00Z"))
        }
        return nil
      }
      let attribution = text("attribution", in: members)
      return Study(
        id: id, title: title, question: text("question", in: members),
        summary: text("description", in: members),
        ethics: text("ethics", in: members), created: created, template: template(), stages: stages(),
        attribution: attribution.isEmpty ? .usual : AttributionPattern(attribution), attributes: attributes())
    }

    mutating func template() -> Template {
      let known = Template.known.map(\.key)
      guard let value = members["template"] else { return .cmo }
      if let key = value.string {
        if let template = Template.known.first(where: { $0.key == key }) { return template }
        report(
          .wrongMember("template", expected: known.joined(separator: ", ") + ", or an object with slots"))
        return .cmo
      }
      guard let object = value.object, let slots = object["slots"]?.array, !slots.isEmpty else {
        report(
          .wrongMember("template", expected: known.joined(separator: ", ") + ", or an object with slots"))
        return .cmo
      }
      let read = slots.compactMap { slot($0.object ?? [:]) }
      for (position, slot) in read.enumerated()
      where read[..<position].contains(where: { $0.letter == slot.letter }) {
        report(.duplicate(thing: "letter", name: slot.letter))
      }
      return Template(
        key: text("key", in: object, required: true), name: text("name", in: object), slots: read,
        columns: object["columns"]?.array?.compactMap(\.string) ?? [])
    }

    mutating func slot(_ object: [String: JSONValue]) -> Template.Slot? {
      let letter = text("letter", in: object, required: true)
      let name = text("name", in: object, required: true)
      guard let role = Template.Role(rawValue: text("role", in: object)) else {
        report(.wrongMember("role", expected: Template.Role.allCases.map(\.rawValue).joined(separator: ", ")))
        return nil
      }
      let plural = text("plural", in: object)
      return Template.Slot(
        letter: letter, name: name, plural: plural.isEmpty ? name + "s" : plural, role: role,
        definition: text("definition", in: object), rule: text("rule", in: object))
    }

    mutating func stages() -> [Stage] {
      guard let value = members["stages"] else { return Stage.usual }
      guard let array = value.array else {
        report(.wrongMember("stages", expected: "a list of objects with key, kind and name"))
        return []
      }
      var stages: [Stage] = []
      for element in array {
        let object = element.object ?? [:]
        guard let kind = Stage.Kind(rawValue: text("kind", in: object)) else {
          report(.wrongMember("kind", expected: Stage.Kind.allCases.map(\.rawValue).joined(separator: ", ")))
          continue
        }
        let stage = Stage(
          key: text("key", in: object, required: true), name: text("name", in: object, required: true),
          kind: kind)
        if stages.contains(where: { $0.key == stage.key }) {
          report(.duplicate(thing: "stage", name: stage.key))
        }
        stages.append(stage)
      }
      return stages
    }

    mutating func attributes() -> [AttributeDefinition] {
      var definitions: [AttributeDefinition] = []
      for element in members["attributes"]?.array ?? [] {
        let object = element.object ?? [:]
        let name = text("name", in: object, required: true)
        guard let subject = AttributeDefinition.Subject(rawValue: text("of", in: object)) else {
          report(.wrongMember("of", expected: "participant or source"))
          continue
        }
        guard let kind = AttributeDefinition.Kind(rawValue: text("type", in: object)) else {
          report(.wrongMember("type", expected: "text, number, date or boolean"))
          continue
        }
        if definitions.contains(where: { $0.name == name && $0.subject == subject }) {
          report(.duplicate(thing: "attribute", name: name))
        }
        definitions.append(AttributeDefinition(name: name, subject: subject, kind: kind))
      }
      return definitions
    }
  }

  static func write(_ study: Study) -> [UInt8] {
    JSONValue.object([
      "formatVersion": .integer(formatVersion), "id": .string(study.id.description),
      "title": .string(study.title),
      "question": .string(study.question), "description": .string(study.summary),
      "ethics": .string(study.ethics),
      "created": .string(study.created.iso8601), "attribution": .string(study.attribution.pattern),
      "template": template(study.template),
      "stages": .array(
        study.stages.map { stage in
          .object([
            "key": .string(stage.key), "kind": .string(stage.kind.rawValue), "name": .string(stage.name),
          ])
        }),
      "attributes": .array(
        study.attributes.map { definition in
          .object([
            "name": .string(definition.name), "of": .string(definition.subject.rawValue),
            "type": .string(definition.kind.rawValue),
          ])
        }),
    ]).bytes
  }

  /// The template that a JSON value is, and what is wrong with it.
  static func template(_ value: JSONValue) -> (Template, [FolderProblem]) {
    var reader = Reader(members: ["template": value])
    return (reader.template(), reader.problems)
  }

  static func template(_ template: Template) -> JSONValue {
    var members: [String: JSONValue] = [
      "key": .string(template.key), "name": .string(template.name),
      "slots": .array(template.slots.map(slot)),
    ]
    if !template.columns.isEmpty { members["columns"] = .array(template.columns.map { .string($0) }) }
    return .object(members)
  }

  private static func slot(_ slot: Template.Slot) -> JSONValue {
    var members: [String: JSONValue] = [
      "letter": .string(slot.letter), "name": .string(slot.name), "plural": .string(slot.plural),
      "role": .string(slot.role.rawValue),
    ]
    if !slot.definition.isEmpty { members["definition"] = .string(slot.definition) }
    if !slot.rule.isEmpty { members["rule"] = .string(slot.rule) }
    return .object(members)
  }
}
