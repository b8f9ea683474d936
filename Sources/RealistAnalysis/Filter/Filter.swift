import RealistModel

/// A condition on participants and sources, as people write it after `--where`:
/// `profession = 'OT' and band >= 4 or not (region in ('North', 'South'))`.
///
/// - Comparisons: `=`, `!=`, `<`, `<=`, `>`, `>=`, `in (…)`, `not in (…)`, `contains`, `is empty`, `is not empty`.
/// - `not` binds closer than `and`, `and` closer than `or`; parentheses group. These words are read in any letter case.
/// - Fields are the study's attributes, then the built-in ones (``FilterField/builtIn``); a name with spaces stands in backquotes or
///   double quotes. `participant.name` and `source.name` say which one is meant; without that, participants come first.
/// - Values are of the attribute's kind. Text stands in quotation marks, which a single word does not need.
/// - Text is compared as written, `contains` whatever the letter case.
/// - An absent value equals nothing: `!=` and `not in` hold for it, every other comparison does not.
public struct Filter: Hashable, Sendable {
  /// The expression as written.
  public let text: String
  /// What the filter asks about, so that a listing of participants can refuse a question about sources.
  public let subjects: Set<AttributeDefinition.Subject>

  let condition: Condition

  /// Reads an expression.
  ///
  /// - Throws: ``FilterError`` with the place, for a syntax error, an unknown field, or a value that does not fit it.
  public init(_ text: String, attributes: [AttributeDefinition]) throws(FilterError) {
    var parser = FilterParser(text, tokens: try FilterLexer.tokens(of: text), attributes: attributes)
    self.text = text
    condition = try parser.condition()
    subjects = condition.subjects
  }

  /// Whether the condition holds for a participant. Fields of sources are absent.
  public func matches(_ participant: Participant) -> Bool { matches(participant: participant, source: nil) }

  /// Whether the condition holds for a source. Fields of participants are absent.
  public func matches(source: Source) -> Bool { matches(participant: nil, source: source) }

  /// Whether the condition holds for what a participant said in a source; either may be unknown.
  public func matches(participant: Participant?, source: Source?) -> Bool {
    condition.holds(participant: participant, source: source)
  }
}

/// An expression, read.
indirect enum Condition: Hashable, Sendable {
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case test(FilterField, Test)

  /// What is asked about one value.
  enum Test: Hashable, Sendable {
    case compare(FilterComparison, AttributeValue)
    case oneOf([AttributeValue])
    case contains(String)
    case isEmpty
  }

  func holds(participant: Participant?, source: Source?) -> Bool {
    switch self {
    case .all(let parts): parts.allSatisfy { $0.holds(participant: participant, source: source) }
    case .any(let parts): parts.contains { $0.holds(participant: participant, source: source) }
    case .not(let part): !part.holds(participant: participant, source: source)
    case .test(let field, let test): test.holds(field.value(participant: participant, source: source))
    }
  }

  var subjects: Set<AttributeDefinition.Subject> {
    switch self {
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.subjects) }
    case .not(let part): part.subjects
    case .test(let field, _): field.subjects
    }
  }
}

extension Condition.Test {
  func holds(_ value: AttributeValue?) -> Bool {
    switch self {
    case .isEmpty: return value == nil || value == .text("")
    case .compare(let comparison, let wanted):
      guard let value else { return comparison == .notEqual }
      return comparison.holds(value, wanted)
    case .oneOf(let wanted):
      guard let value else { return false }
      return wanted.contains { FilterComparison.equal.holds(value, $0) }
    case .contains(let part):
      guard let value else { return false }
      return part.isEmpty || value.description.lowercased().contains(part)
    }
  }
}

/// How two values are compared.
enum FilterComparison: String, Hashable, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Whether the comparison holds; a stored value of another kind is read as the wanted kind, and differs when it cannot be.
  func holds(_ stored: AttributeValue, _ wanted: AttributeValue) -> Bool {
    let value = stored.kind == wanted.kind ? stored : AttributeValue(stored.description, kind: wanted.kind)
    guard let value, let order = Self.order(value, wanted) else { return self == .notEqual }
    switch self {
    case .equal: return order == 0
    case .notEqual: return order != 0
    case .less: return order < 0
    case .lessOrEqual: return order <= 0
    case .greater: return order > 0
    case .greaterOrEqual: return order >= 0
    }
  }

  /// Negative, zero or positive; `nil` for values of two kinds.
  private static func order(_ left: AttributeValue, _ right: AttributeValue) -> Int? {
    switch (left, right) {
    case (.text(let left), .text(let right)): left == right ? 0 : left < right ? -1 : 1
    case (.number(let left), .number(let right)): left == right ? 0 : left < right ? -1 : 1
    case (.date(let left), .date(let right)): left.daysSince1970 - right.daysSince1970
    case (.boolean(let left), .boolean(let right)): left == right ? 0 : 1
    default: nil
    }
  }
}
