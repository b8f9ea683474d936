extension ForeignProject {
  /// The most levels that a name is taken for.
  private static let mostLevels = 50

  /// Puts codes below each other whose names are paths: `care.trust` becomes `trust` below `care`, which is made where no code is called so.
  /// A name with an empty part is no path.
  ///
  /// - Returns: how many names were paths.
  mutating func separateCodes(at separator: String) -> Int {
    guard !separator.isEmpty else { return 0 }
    var depths: [GUID: Int] = [:]
    let paths = codes.map { code in
      let parts = Self.parts(of: code.name, separator)
      let depth = (code.parent.flatMap { depths[$0] } ?? 0) + parts.count
      depths[code.guid] = depth
      return (code: code, parts: parts, depth: depth)
    }
    let owner = guid.map { "\($0)" } ?? name
    var levels = CodeLevels(owner: owner)
    // What lies higher comes first, so that a code that is called like a level is that level.
    for (_, path) in paths.enumerated().sorted(by: {
      ($0.element.depth, $0.offset) < ($1.element.depth, $1.offset)
    }) {
      levels.add(path.code, parts: path.parts)
    }
    codes = levels.codes
    return paths.count { $0.parts.count > 1 }
  }

  private static func parts(of name: String, _ separator: String) -> [String] {
    let parts = name.split(separator: separator, omittingEmptySubsequences: false)
      .map { ForeignNames.line(String($0)) }
    return parts.contains("") || parts.count > mostLevels ? [name] : parts
  }
}

/// The tree that names with separators stand for, parents first.
private struct CodeLevels {
  private struct Place: Hashable {
    var parent: GUID?
    var name: String
  }

  /// Makes the levels of one project differ from those of another.
  let owner: String
  private(set) var codes: [ForeignCode] = []
  private var places: [Place: GUID] = [:]

  init(owner: String) { self.owner = owner }

  mutating func add(_ code: ForeignCode, parts: [String]) {
    var code = code
    for part in parts.dropLast() { code.parent = level(part, below: code.parent) }
    code.name = parts.last ?? code.name
    places[Place(parent: code.parent, name: code.name.lowercased())] = code.guid
    codes.append(code)
  }

  /// The code of that name, made where there is none.
  private mutating func level(_ name: String, below parent: GUID?) -> GUID {
    let place = Place(parent: parent, name: name.lowercased())
    if let known = places[place] { return known }
    let above = parent.map { "\($0)" } ?? ""
    let code = ForeignCode(
      guid: GUID(naming: "level\n\(owner)\n\(above)\n\(name)"), parent: parent, name: name)
    places[place] = code.guid
    codes.append(code)
    return code.guid
  }
}
