import CommandKit
import RealistEditing
import RealistModel
import RealistStore

extension StudyWriter {
  /// The codes that a command names, as ``codes(named:creating:)`` finds them; an unknown one is told with the options that make it.
  package func codes(
    commanded names: [String], creating: Bool
  ) throws -> (codes: [(id: ID<Code>, path: String)], made: [String]) {
    do {
      return try codes(named: names, creating: creating)
    } catch let error as StoreError {
      guard case .unknown(.code, let name, let nearest) = error else { throw error }
      let suggestion = nearest.isEmpty ? "" : (error.hint ?? "") + " "
      throw Failure(
        error.message,
        hint: suggestion + "to make a new code, add --create, or: realist code add \(name)",
        exitCode: error.exitCode)
    }
  }
}
