import CommandKit
import RealistModel
import RealistStore

extension StudyWriter {
  /// The codes that people's names stand for, each once, made where they may be.
  package func codes(
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
        guard creating else { throw Self.unknownCode(name, nearest: nearest) }
        let added = try addCode(path: name)
        made += added.made
        code = (added.id, name)
      }
      if !codes.contains(where: { $0.id == code.id }) { codes.append(code) }
    }
    return (codes, made)
  }

  private static func unknownCode(_ name: String, nearest: [String]) -> Failure {
    let error = StoreError.unknown(.code, name: name, nearest: nearest)
    let suggestion = nearest.isEmpty ? "" : (error.hint ?? "") + " "
    return Failure(
      error.message, hint: suggestion + "to make a new code, add --create, or: realist code add \(name)",
      exitCode: error.exitCode)
  }
}
