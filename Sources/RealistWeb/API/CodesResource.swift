import LoopbackServer
import RealistModel
import RealistStore

extension Route {
  static let codes: [Route] = [
    Route(.get, "codes") { workbench, _ in try workbench.codes() },
    Route(.post, "codes") { workbench, call in try workbench.addCode(call) },
    Route(.patch, "codes/ID") { workbench, call in try workbench.changeCode(call) },
    Route(.delete, "codes/ID") { workbench, call in try workbench.removeCode(call) },
    Route(.post, "codes/ID/merge") { workbench, call in try workbench.mergeCode(call) },
  ]
}

extension Workbench {
  /// The codebook in its order.
  fileprivate func codes() throws -> HTTPResponse {
    try read { reader, json in
      let tree = try reader.codeTree()
      let uses = try uses(of: tree, reader)
      json.member("codes", tree.order.enumerated()) { place, json in
        json.members(of: place.element, uses[place.offset])
      }
    }
  }

  private func uses(of tree: CodeTree, _ reader: StudyReader) throws -> CodeUses {
    let sources = try reader.sources()
    return CodeUses(tree, progress: try progress.progress(of: sources, reader))
  }

  fileprivate func addCode(_ call: Call) throws -> HTTPResponse {
    let body = try call.members(CodeDetails.members.union(["path", "position"]))
    let (path, details) = (try body.requiredText("path"), try CodeDetails(body))
    let position = try body.whole("position")
    return try write(call, "code add", status: 201) { writer, json in
      let (id, made) = try writer.addCode(path: path)
      guard !made.isEmpty, var code = try writer.reader.codeTree()[id]?.code else {
        throw StoreError.taken(.code, name: path)
      }
      details.apply(to: &code)
      try writer.put(code)
      if let position, let first = try writer.reader.codeTree()[made[0]]?.code {
        try writer.moveCode(first.id, to: first.parent, position: position)
      }
      writer.command = "code add \(path)"
      try member(code: id, writer.reader, &json)
      json.member("made", made)
      return .nothing
    }
  }

  /// Moves, renames and describes a code, whichever is asked for.
  fileprivate func changeCode(_ call: Call) throws -> HTTPResponse {
    let id: ID<Code> = try call.id(of: .code)
    let body = try call.members(CodeDetails.members.union(["name", "parent", "position", "seen"]))
    let (name, parent) = (try body.text("name")?.trimmed, try body.id("parent", of: Code.self))
    let (position, details) = (try body.whole("position"), try CodeDetails(body))
    return try write(call, "code edit") { writer, json in
      var commands: [String] = []
      var node = try writer.reader.existing(id)
      if body.has("parent") || position != nil {
        let target = body.has("parent") ? parent : node.code.parent
        if let target { _ = try writer.reader.existing(target) }
        let old = node.path
        try writer.moveCode(id, to: target, position: position)
        node = try writer.reader.existing(id)
        commands.append("code move \(old) to \(node.number) \(node.path)")
      }
      if let name, !name.isIdentical(to: node.code.name) {
        commands.append("code rename \(node.path) \(name)")
        try writer.renameCode(id, to: name)
        node = try writer.reader.existing(id)
      }
      if !details.isEmpty {
        var code = node.code
        try body.requireSeen("definition", now: code.definition)
        try body.requireSeen("use", now: code.use)
        try body.requireSeen("not", now: code.not)
        try body.requireSeen("hotkey", now: code.hotkey)
        details.apply(to: &code)
        try writer.put(code)
        commands.append("code edit \(node.path)")
      }
      writer.command = commands.joined(separator: "; ")
      try member(code: id, writer.reader, &json)
      return .nothing
    }
  }

  fileprivate func mergeCode(_ call: Call) throws -> HTTPResponse {
    let id: ID<Code> = try call.id(of: .code)
    let into: ID<Code> = try call.members(["into"]).requiredID("into")
    return try write(call, "code merge") { writer, json in
      let (node, target) = (try writer.reader.existing(id), try writer.reader.existing(into))
      guard id != into else { throw WebError.mergeIntoItself(node.path) }
      try writer.mergeCode(id, into: into)
      writer.command = "code merge \(node.path) into \(target.path)"
      return .everything
    }
  }

  /// Deletes a code with those below it; with `all=true` also when they are used.
  fileprivate func removeCode(_ call: Call) throws -> HTTPResponse {
    let id: ID<Code> = try call.id(of: .code)
    let isAgreed = try call.flagParameter("all")
    return try write(call, "code delete") { writer, json in
      let node = try writer.reader.existing(id)
      let used = try writer.dependents(ofCode: id)
      guard used.isEmpty || isAgreed else { throw StoreError.inUse(.code, name: node.path, by: used) }
      try writer.removeCode(id)
      writer.command = "code delete \(node.path)"
      return used.contains { $0.kind == .coding } ? .everything : .nothing
    }
  }

  private func member(code id: ID<Code>, _ reader: StudyReader, _ json: inout JSONText) throws {
    let tree = try reader.codeTree()
    guard let place = tree.position(of: id) else { throw WebError.gone(.code) }
    let uses = try uses(of: tree, reader)
    json.member("code") { $0.members(of: tree.order[place], uses[place]) }
  }
}

extension StudyReader {
  /// - Throws: ``WebError/gone(_:)``.
  fileprivate func existing(_ id: ID<Code>) throws -> CodeTree.Node {
    guard let node = try codeTree()[id] else { throw WebError.gone(.code) }
    return node
  }
}

/// What a code says about itself, as members of a body: only what is given changes.
private struct CodeDetails {
  static let members: Set<String> = ["definition", "use", "not", "colour", "hotkey"]

  let definition, use, not, hotkey: String?
  let colour: Colour??

  init(_ body: Members) throws {
    (definition, use) = (try body.text("definition")?.trimmed, try body.text("use")?.trimmed)
    (not, hotkey) = (try body.text("not")?.trimmed, try body.text("hotkey")?.trimmed)
    if body.isNull("colour") {
      colour = .some(nil)
    } else if let text = try body.text("colour") {
      guard let read = Colour(text) else {
        throw body.bad("colour", expected: "a colour such as #0072b2, or null")
      }
      colour = read
    } else {
      colour = .none
    }
  }

  var isEmpty: Bool { definition == nil && use == nil && not == nil && hotkey == nil && colour == nil }

  func apply(to code: inout Code) {
    if let definition { code.definition = definition }
    if let use { code.use = use }
    if let not { code.not = not }
    if let hotkey { code.hotkey = hotkey }
    if let colour { code.colour = colour }
  }
}

/// How often each code is used, summed up from the sources.
private struct CodeUses {
  struct Row {
    var codings = 0
    var below = 0
    var sources = 0
  }

  private var rows: [Row]

  init(_ tree: CodeTree, progress: [ID<Source>: SourceProgress]) {
    rows = Array(repeating: Row(), count: tree.order.count)
    for source in progress.values {
      var codings = Array(repeating: 0, count: rows.count)
      for (code, count) in source.codes {
        if let place = tree.position(of: code) { codings[place] = count }
      }
      for (place, node) in tree.order.enumerated() {
        let below = codings[node.subtree].reduce(0, +)
        rows[place].codings += codings[place]
        rows[place].below += below
        if below > 0 { rows[place].sources += 1 }
      }
    }
  }

  subscript(place: Int) -> Row { rows[place] }
}

extension JSONText {
  fileprivate mutating func members(of node: CodeTree.Node, _ uses: CodeUses.Row) {
    let code = node.code
    member("id", code.id)
    member("parent", code.parent)
    member("number", node.number)
    member("name", code.name)
    member("path", node.path)
    member("definition", code.definition)
    member("use", code.use)
    member("not", code.not)
    member("colour", code.colour?.description)
    member("hotkey", code.hotkey)
    member("position", code.position)
    member("codings" as StaticString, uses.codings)
    member("below", uses.below)
    member("sources" as StaticString, uses.sources)
  }
}
