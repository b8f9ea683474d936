import RealistModel

/// Why an expression is no filter, and where.
public struct FilterError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    case empty
    case unclosedQuotation
    case unknownOperator(String)
    /// Something else was to come here, e.g. `a field`; `nil` is the end of the expression.
    case expected(String, found: String?)
    case unknownField(String, nearest: String?)
    case wrongKind(field: String, kind: AttributeDefinition.Kind, value: String)
    /// The field has a fixed list of values, and this is none of them.
    case unknownValue(field: String, value: String, allowed: [String])
    /// The comparison makes no sense for the kind, e.g. `<` for yes/no.
    case cannotCompare(field: String, kind: AttributeDefinition.Kind, comparison: String)
    case tooDeep
  }

  public let reason: Reason
  /// The expression.
  public let text: String
  /// Where in the expression, in Unicode scalars from 0.
  public let offset: Int

  public init(_ reason: Reason, in text: String, at offset: Int) {
    (self.reason, self.text, self.offset) = (reason, text, offset)
  }

  /// Place first, lower case, without full stop.
  public var message: String { "position \(offset + 1) of the condition: \(complaint)" }

  /// What is wrong, without the place.
  var complaint: String {
    switch reason {
    case .empty: "there is nothing in it"
    case .unclosedQuotation: "a quotation mark is not closed"
    case .unknownOperator(let text): "\(text) is no comparison"
    case .expected(let wanted, let found?): "expected \(wanted), found \(found)"
    case .expected(let wanted, nil): "expected \(wanted) at the end"
    case .unknownField(let name, _): "there is no attribute \"\(name)\""
    case .wrongKind(let field, let kind, let value): "\"\(value)\" is no \(kind.inWords), and \(field) is one"
    case .unknownValue(let field, let value, _): "\(field) is never \"\(value)\""
    case .cannotCompare(let field, let kind, let comparison):
      "\(comparison) does not go with \(field), which is a \(kind.inWords)"
    case .tooDeep: "parentheses are nested more than \(FilterParser.deepest) deep"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch reason {
    case .empty: "write something like: band >= 4 and region = 'North'"
    case .unclosedQuotation: "text stands between ' and '; write '' for an apostrophe in it"
    case .unknownOperator: "use =, !=, <, <=, >, >=, in (…), contains or is empty"
    case .expected: "a condition reads like: band >= 4 and region in ('North', 'South')"
    case .unknownField(_, let nearest?): "did you mean \(FilterError.quoted(nearest))?"
    case .unknownField(_, nil): "list the attributes with: realist participant list"
    case .wrongKind(let field, let kind, _): "write it like: \(FilterError.quoted(field)) = \(kind.example)"
    case .unknownValue(_, let value, let allowed):
      Suggestion.nearest(to: value, in: allowed).first.map { "did you mean \($0)?" }
        ?? "it is one of \(allowed.joined(separator: ", "))"
    case .cannotCompare(let field, let kind, _):
      "write it like: \(FilterError.quoted(field)) = \(kind.example)"
    case .tooDeep: "take some parentheses away"
    }
  }

  /// The expression in one line, and a caret below the place.
  public var caretLines: String {
    let characters = Array(text)
    var (scalars, column) = (0, 0)
    while column < characters.count, scalars + characters[column].unicodeScalars.count <= offset {
      scalars += characters[column].unicodeScalars.count
      column += 1
    }
    let line = String(characters.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return line + "\n" + String(repeating: " ", count: column) + "^"
  }

  /// A field name as it has to be written.
  static func quoted(_ name: String) -> String {
    let isPlain = !name.isEmpty && name.unicodeScalars.allSatisfy(FilterLexer.isPartOfWord)
    return isPlain && !FilterParser.isKeyword(name) ? name : "`\(name)`"
  }
}

extension AttributeDefinition.Kind {
  fileprivate var inWords: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .date: "date"
    case .boolean: "yes or no"
    }
  }

  fileprivate var example: String {
    switch self {
    case .text: "'North'"
    case .number: "4"
    case .date: "2026-03-02"
    case .boolean: "yes"
    }
  }
}
