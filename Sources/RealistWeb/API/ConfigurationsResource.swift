import LoopbackServer
import RealistEditing
import RealistFolder
import RealistModel
import RealistNotation
import RealistStore

extension Route {
  static let configurations: [Route] = [
    Route(.get, "configurations") { workbench, _ in workbench.configurations() },
    Route(.post, "configurations") { workbench, call in try workbench.addConfiguration(call) },
    Route(.patch, "configurations/ID") { workbench, call in try workbench.changeConfiguration(call) },
    Route(.delete, "configurations/ID") { workbench, call in try workbench.removeConfiguration(call) },
    Route(.post, "configurations/ID/elements") { workbench, call in try workbench.addElement(call) },
  ]
}

extension Workbench {
  /// What errors about a statement begin with.
  private static let place = "statement"

  fileprivate func configurations() -> HTTPResponse {
    readAside { reader, json in try ConfigurationSheets(reader).write(&json) }
  }

  fileprivate func addConfiguration(_ call: Call) throws -> HTTPResponse {
    let body = try call.members(["statement", "title", "status", "group", "key", "theory", "createCodes"])
    let draft = ConfigurationDraft(
      statement: try body.requiredText("statement"), title: try body.text("title")?.trimmed ?? "",
      key: try body.text("key")?.trimmed, theory: try body.text("theory"),
      status: try body.choice("status") ?? .proposed, group: try body.text("group")?.trimmed ?? "",
      createsCodes: try body.flag("createCodes"))
    return try write(call, "cmo add", status: 201) { writer, json in
      var draft = draft
      draft.theory = try draft.theory.map { try writer.reader.theory($0).key }
      let added = try writer.addConfiguration(draft, place: Self.place)
      writer.command = "cmo add \(added.configuration.key)"
      try ConfigurationSheets(writer.reader, only: added.configuration.id).write(
        added.configuration.id, &json)
      json.member("made", added.codes)
      return .nothing
    }
  }

  /// Changes what is given; a new statement gives new elements.
  fileprivate func changeConfiguration(_ call: Call) throws -> HTTPResponse {
    let id: ID<Configuration> = try call.id(of: .configuration)
    let body = try call.members([
      "statement", "title", "status", "group", "position", "key", "theory", "createCodes", "seen",
    ])
    let (statement, position) = (try body.text("statement"), try body.whole("position"))
    let createsCodes = try body.flag("createCodes")
    return try write(call, "cmo edit") { writer, json in
      let old = try writer.reader.existing(id)
      writer.command = "cmo edit \(old.key)"
      try body.requireSeen("statement", now: old.statement)
      try body.requireSeen("title", now: old.title)
      try body.requireSeen("group", now: old.group)
      var made: [String] = []
      if let statement, !statement.isIdentical(to: old.statement) {
        made = try writer.restate(old, as: statement, createsCodes: createsCodes, place: Self.place)
      }
      let current = try writer.reader.existing(id)
      let new = try self.current(current, changedBy: body, writer)
      if new != current { try writer.put(new) }
      if let position { try writer.move(id, to: position) }
      try ConfigurationSheets(writer.reader, only: id).write(id, &json)
      json.member("made", made)
      return .nothing
    }
  }

  private func current(
    _ configuration: Configuration, changedBy body: Members, _ writer: StudyWriter
  ) throws -> Configuration {
    var new = configuration
    if let title = try body.text("title") { new.title = title.trimmed }
    if let status = try body.choice("status", of: Configuration.Status.self) { new.status = status }
    if let group = try body.text("group") { new.group = group.trimmed }
    if body.isNull("theory") { new.theory = nil }
    if let theory = try body.text("theory") { new.theory = try writer.reader.theory(theory).id }
    if let key = try body.text("key")?.trimmed, key != configuration.key {
      try writer.requireNewConfigurationKey(key)
      new.key = key
    }
    return new
  }

  /// Deletes a configuration; with `all=true` also with what hangs on it.
  fileprivate func removeConfiguration(_ call: Call) throws -> HTTPResponse {
    let id: ID<Configuration> = try call.id(of: .configuration)
    let isAgreed = try call.flagParameter("all")
    return try write(call, "cmo remove") { writer, json in
      let configuration = try writer.reader.existing(id)
      let used = try writer.dependents(ofConfiguration: id)
      guard used.isEmpty || isAgreed else {
        throw StoreError.inUse(.configuration, name: configuration.key, by: used)
      }
      writer.command = "cmo remove \(configuration.key)"
      try writer.removeConfiguration(id)
      return .nothing
    }
  }

  /// Puts a clause with its tag after the statement.
  fileprivate func addElement(_ call: Call) throws -> HTTPResponse {
    let id: ID<Configuration> = try call.id(of: .configuration)
    let body = try call.members(["letter", "text", "code", "valence", "level", "beneficiary"])
    var element = NotatedElement(
      letter: try body.requiredText("letter"), text: try body.requiredText("text").trimmed)
    guard !element.text.isEmpty else { throw body.bad("text", expected: "the words of a clause") }
    (element.valence, element.level) = (try body.choice("valence"), try body.text("level") ?? "")
    element.beneficiary = try body.text("beneficiary") ?? ""
    let code = try body.id("code", of: Code.self)
    return try write(call, "cmo edit") { writer, json in
      let old = try writer.reader.existing(id)
      guard try writer.reader.header().template.slot(letter: element.letter) != nil else {
        throw body.bad("letter", expected: "a letter of the study's template")
      }
      var element = element
      if let code {
        guard let node = try writer.reader.codeTree()[code] else { throw WebError.gone(.code) }
        element.code = node.path
      }
      try writer.restate(
        old, as: old.statement(adding: "\(element.text) \(element.tag)"), place: Self.place)
      writer.command = "cmo edit \(old.key)"
      try ConfigurationSheets(writer.reader, only: id).write(id, &json)
      return .nothing
    }
  }
}

extension StudyReader {
  /// - Throws: ``WebError/gone(_:)``.
  func existing(_ id: ID<Configuration>) throws -> Configuration {
    guard let found = try configurations().first(where: { $0.id == id }) else {
      throw WebError.gone(.configuration)
    }
    return found
  }
}

extension StudyWriter {
  /// Moves a configuration to a place among the others, from 0.
  fileprivate func move(_ id: ID<Configuration>, to position: Int) throws {
    var order = try reader.configurations().map(\.id).filter { $0 != id }
    order.insert(id, at: min(max(position, 0), order.count))
    try orderConfigurations(order)
  }
}
