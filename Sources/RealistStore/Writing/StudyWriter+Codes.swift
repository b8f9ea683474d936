import RealistModel
import SQLiteKit

extension StudyWriter {
  /// Writes a code as it is; the codes must be a tree afterwards.
  public func put(_ code: Code) throws {
    try put(
      "code", "id parent name definition use not colour hotkey position", code.id, code.parent, code.name,
      code.definition, code.use, code.not, code.colour?.packed, code.hotkey, code.position)
  }

  /// Adds a code at a path, with the parents it lacks.
  ///
  /// - Returns: the code, and the paths that were made, parents first; none when the code was there.
  @discardableResult
  public func addCode(path: String) throws -> (id: ID<Code>, made: [String]) {
    let tree = try reader.codeTree()
    var (known, walked, made) = (ID<Code>?.none, "", [String]())
    for part in path.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
      try requireValid(part, in: path)
      walked = walked.isEmpty ? part : "\(walked)/\(part)"
      if let node = tree[walked] {
        known = node.code.id
        continue
      }
      let siblings = tree.order.filter { $0.code.parent == known }.count
      let code = Code(id: newID(), parent: known, name: part, position: made.isEmpty ? siblings : 0)
      try put(code)
      made.append(walked)
      known = code.id
    }
    guard let known else { throw StoreError.invalidName(.code, name: path, reason: "it has no name") }
    return (known, made)
  }

  /// Gives a code another name.
  public func renameCode(_ id: ID<Code>, to name: String) throws {
    let node = try node(id)
    try requireValid(name, in: name)
    let path = node.path.split(separator: "/").dropLast().map(String.init) + [name]
    let other = try reader.codeTree()[path.joined(separator: "/")]
    if let other, other.code.id != id { throw StoreError.taken(.code, name: other.path) }
    var code = node.code
    code.name = name
    try put(code)
  }

  /// Moves a code with everything below it.
  ///
  /// - Parameters:
  ///   - parent: the new parent; `nil` for the top level.
  ///   - position: its place among the new siblings, from 0; `nil` for the last.
  /// - Throws: ``StoreError/cycle(code:into:)``, ``StoreError/taken(_:name:)``.
  public func moveCode(_ id: ID<Code>, to parent: ID<Code>?, position: Int? = nil) throws {
    let tree = try reader.codeTree()
    let node = try node(id)
    if let parent, tree.isWithin(parent, id) {
      throw StoreError.cycle(code: node.path, into: tree[parent]?.path ?? "")
    }
    var siblings = tree.order.map(\.code).filter { $0.parent == parent && $0.id != id }
    if let same = siblings.first(where: { $0.name.isIdentical(to: node.code.name) }) {
      throw StoreError.taken(.code, name: tree[same.id]?.path ?? same.name)
    }
    var code = node.code
    code.parent = parent
    siblings.insert(code, at: min(max(position ?? siblings.count, 0), siblings.count))
    try renumber(siblings)
    if parent != node.code.parent {
      try renumber(tree.order.map(\.code).filter { $0.parent == node.code.parent && $0.id != id })
    }
  }

  private func renumber(_ siblings: [Code]) throws {
    for (position, sibling) in siblings.enumerated() {
      var sibling = sibling
      sibling.position = position
      try put(sibling)
    }
  }

  /// Merges one code into another: its codings, uses and children become the other's, then it goes. Where a coder has put both on one
  /// segment, one coding stays.
  public func mergeCode(_ id: ID<Code>, into target: ID<Code>) throws {
    let tree = try reader.codeTree()
    let node = try node(id)
    guard !tree.isWithin(target, id) else {
      throw StoreError.cycle(code: node.path, into: tree[target]?.path ?? "")
    }
    for child in tree.order where child.code.parent == id {
      let same = tree.order.first {
        $0.code.parent == target && $0.code.id != id && $0.code.name.isIdentical(to: child.code.name)
      }
      if let same {
        try mergeCode(child.code.id, into: same.code.id)
      } else {
        try moveCode(child.code.id, to: target)
      }
    }
    try statement(
      """
      DELETE FROM coding
      WHERE code = ?1 AND EXISTS (
        SELECT 1 FROM coding AS other
        WHERE other.segment = coding.segment AND other.coder = coding.coder AND other.code = ?2)
      """
    ).run(id, target)
    for table in ["coding", "element", "factor", "linked_part", "framework"] {
      try statement("UPDATE \(table) SET code = ?2 WHERE code = ?1").run(id, target)
    }
    try statement("UPDATE memo SET subject = ?2 WHERE subject = ?1").run(id, target)
    try removeRow(of: id)
  }

  /// What deleting a code with everything below it would drop or leave without a code.
  public func dependents(ofCode id: ID<Code>) throws -> [StoreError.Dependents] {
    let codes = try reader.codeTree().subtree(of: id).map(\.code.id)
    let counted: [(StoreError.Kind, String)] = [
      (.coding, "coding"), (.element, "element"), (.factor, "factor"), (.summary, "framework"),
    ]
    let linked =
      try connection.int(
        "SELECT count(DISTINCT linked_coding) FROM linked_part WHERE code IN \(list: codes)") ?? 0
    return try counted.map { kind, table in
      let count =
        try connection.int("SELECT count(*) FROM \(identifier: table) WHERE code IN \(list: codes)") ?? 0
      return StoreError.Dependents(count: count, kind: kind)
    }.filter { $0.count > 0 } + [.init(count: linked, kind: .linkedCoding)].filter { $0.count > 0 }
  }

  /// Deletes a code with everything below it, its codings and its cells of framework matrices included. Elements and factors stay,
  /// without a code; segments stay; linked codings lose that role, and go when a single one is left.
  public func removeCode(_ id: ID<Code>) throws {
    for node in try reader.codeTree().subtree(of: id).reversed() {
      try delete(from: "coding", where: "code", is: node.code.id)
      try delete(from: "framework", where: "code", is: node.code.id)
      try removeLinkedParts(of: node.code.id)
      for table in ["element", "factor"] {
        try statement("UPDATE \(table) SET code = NULL WHERE code = ?").run(node.code.id)
      }
      try delete(from: "memo", where: "subject", is: node.code.id)
      try removeRow(of: node.code.id)
    }
  }

  /// Deletes the row and closes the gap among its siblings.
  private func removeRow(of id: ID<Code>) throws {
    let code = try node(id).code
    try delete(from: "code", where: "id", is: id)
    try statement("UPDATE code SET position = position - 1 WHERE parent IS ? AND position > ?")
      .run(code.parent, code.position)
  }

  private func node(_ id: ID<Code>) throws -> CodeTree.Node {
    guard let node = try reader.codeTree()[id] else {
      throw StoreError.unknown(.code, name: id.description, nearest: [])
    }
    return node
  }

  private func requireValid(_ name: String, in path: String) throws {
    guard Code.isValid(name: name) else {
      throw StoreError.invalidName(
        .code, name: path,
        reason: "each part needs visible characters and no '/', line break or space at its ends")
    }
  }
}
