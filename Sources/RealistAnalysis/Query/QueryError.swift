import RealistModel

/// Why a text is no query, and where.
public struct QueryError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    case empty
    /// Something of a condition, as in a ``Filter``.
    case condition(FilterError.Reason)
    /// Something else was to come here, e.g. `a code`; `nil` is the end of the query.
    case expected(String, found: String?)
    case unknownCode(String, nearest: [String])
    case ambiguousCode(String, paths: [String])
    case unknownQuery(String, nearest: String?)
    /// A saved query that comes back to itself.
    case circular([String])
    /// A saved query that is none any more, and why.
    case inSaved(String, message: String)
    /// The condition is not about a coding.
    case notOfCodings(String)
    case tooDeep
  }

  public let reason: Reason
  /// The query.
  public let text: String
  /// Where in the query, in Unicode scalars from 0.
  public let offset: Int

  public init(_ reason: Reason, in text: String, at offset: Int) {
    (self.reason, self.text, self.offset) = (reason, text, offset)
  }

  init(_ error: FilterError) {
    switch error.reason {
    case .tooDeep: self.init(.tooDeep, in: error.text, at: error.offset)
    case .expected(let wanted, let found):
      self.init(.expected(wanted, found: found), in: error.text, at: error.offset)
    default: self.init(.condition(error.reason), in: error.text, at: error.offset)
    }
  }

  /// Place first, lower case, without full stop.
  public var message: String { "position \(offset + 1) of the query: \(complaint)" }

  private var complaint: String {
    switch reason {
    case .empty: "there is nothing in it"
    case .condition: asFilterError.complaint
    case .expected(let wanted, let found?): "expected \(wanted), found \(found)"
    case .expected(let wanted, nil): "expected \(wanted) at the end"
    case .unknownCode(let name, _): "there is no code '\(name)'"
    case .ambiguousCode(let name, _): "'\(name)' may be several codes"
    case .unknownQuery(let name, _): "no query is saved as '\(name)'"
    case .circular(let names):
      "saved queries lead back to themselves: \(names.map { "@" + $0 }.joined(separator: ", "))"
    case .inSaved(let name, let message): "in the saved query @\(name): \(message)"
    case .notOfCodings(let field): "\(field) says nothing about a coding"
    case .tooDeep: "parentheses are nested more than \(FilterParser.deepest) deep"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch reason {
    case .empty: "write something like: trust OVERLAPS outcomes/retention AND band >= 4"
    case .condition: asFilterError.hint
    case .expected:
      "a query reads like: trust NEAR 20 words (outcomes/retention OR outcomes/care) AND NOT band >= 4"
    case .unknownCode(_, let nearest) where !nearest.isEmpty:
      "did you mean \(nearest.map(FilterError.quoted).joined(separator: " or "))?"
    case .unknownCode: "list them: realist code list; a condition needs a comparison, such as band >= 4"
    case .ambiguousCode(_, let paths): "it is one of \(paths.joined(separator: ", "))"
    case .unknownQuery(_, let nearest?): "did you mean @\(nearest)?"
    case .unknownQuery(_, nil), .circular, .inSaved: "list them: realist query list"
    case .notOfCodings: "write it beside the code: outcomes/care AND …; WITH takes coder and coded"
    case .tooDeep: "take some parentheses away"
    }
  }

  /// The query in one line, and a caret below the place.
  public var caretLines: String { asFilterError.caretLines }

  private var asFilterError: FilterError {
    if case .condition(let reason) = reason { return FilterError(reason, in: text, at: offset) }
    return FilterError(.empty, in: text, at: offset)
  }
}
