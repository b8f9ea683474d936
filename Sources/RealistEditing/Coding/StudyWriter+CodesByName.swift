import RealistModel
import RealistStore

extension StudyWriter {
  /// The codes that people's names stand for, each once, made where they may be.
  ///
  /// - Returns: ids and full paths in the order of the names, and the paths that were made.
  /// - Throws: `StoreError.unknown` for a code that is not there and may not be made; `StoreError.ambiguous`, `StoreError.invalidName`.
  public func codes(
    named names: [String], creating: Bool
  ) throws -> (codes: [(id: ID<Code>, path: String)], made: [String]) {
    var codes: [(id: ID<Code>, path: String)] = []
    var made: [String] = []
    for name in names {
      let code: (id: ID<Code>, path: String)
      do {
        let node = try reader.code(name)
        code = (node.code.id, node.path)
      } catch StoreError.unknown(.code, let name, let nearest) {
        guard creating else { throw StoreError.unknown(.code, name: name, nearest: nearest) }
        let added = try addCode(path: name)
        made += added.made
        code = (added.id, name)
      }
      if !codes.contains(where: { $0.id == code.id }) { codes.append(code) }
    }
    return (codes, made)
  }
}
