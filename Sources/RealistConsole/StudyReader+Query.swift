import CommandKit
import RealistAnalysis
import RealistModel
import RealistStore

/// A query that cannot be read, with the place in it shown.
package struct QueryFailure: PresentableError {
  private let error: QueryError

  package init(_ error: QueryError) { self.error = error }

  package var message: String {
    let lines = error.caretLines.split(separator: "\n", omittingEmptySubsequences: false)
    return ([error.message] + lines.map { "  " + $0 }).joined(separator: "\n")
  }

  package var hint: String? { error.hint }

  package var exitCode: Int32 {
    switch error.reason {
    case .unknownCode, .ambiguousCode, .unknownQuery: Exit.noInput
    default: Exit.usage
    }
  }
}

extension StudyReader {
  /// What names in a query of this study stand for.
  package func queryNames() throws -> Query.Names {
    Query.Names(codes: try codeTree(), attributes: try attributes(), queries: try queries())
  }

  /// Reads a query.
  ///
  /// - Throws: ``QueryFailure``.
  package func query(_ text: String) throws -> Query {
    let names = try queryNames()
    do throws(QueryError) { return try Query(text, names: names) } catch { throw QueryFailure(error) }
  }

  /// The segments that a query answers.
  package func segments(answering text: String) throws -> Set<ID<Segment>> {
    let query = try query(text)
    return query.segments(in: try codingTable(query.parts))
  }
}
