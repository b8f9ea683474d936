import RealistModel

/// Reads the tokens of a filter expression, by recursive descent.
struct FilterParser {
  /// How deep parentheses and `not` may be nested.
  static let deepest = 100

  private let text: String
  private let tokens: [FilterToken]
  private let attributes: [AttributeDefinition]
  /// Whether codings can be asked about, as in a ``Query``.
  private let hasCodings: Bool
  private var place = 0
  private var depth = 0

  /// - Parameter tokens: end with the end token.
  init(
    _ text: String, tokens: [FilterToken], attributes: [AttributeDefinition], hasCodings: Bool = false
  ) {
    (self.text, self.tokens, self.attributes, self.hasCodings) = (text, tokens, attributes, hasCodings)
  }

  /// Words that are no field names unless they are quoted.
  static func isKeyword(_ word: String) -> Bool {
    ["and", "or", "not", "in", "contains", "is", "empty"].contains(word.lowercased())
  }

  /// The whole expression.
  mutating func condition() throws(FilterError) -> Condition {
    guard token.kind != .end else { throw FilterError(.empty, in: text, at: 0) }
    let result = try alternatives()
    guard token.kind == .end else { throw expected("and, or, or the end") }
    return result
  }

  private mutating func alternatives() throws(FilterError) -> Condition {
    var parts = [try conjunction()]
    while skip("or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(FilterError) -> Condition {
    var parts = [try negation()]
    while skip("and") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  mutating func negation() throws(FilterError) -> Condition {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw FilterError(.tooDeep, in: text, at: token.offset) }
    if skip("not") { return .not(try negation()) }
    guard token.kind == .open else { return try comparison() }
    place += 1
    let inner = try alternatives()
    guard token.kind == .close else { throw expected("and, or, or )") }
    place += 1
    return inner
  }

  mutating func comparison() throws(FilterError) -> Condition {
    let field = try field()
    let sign = token
    if case .comparison(let comparison) = sign.kind {
      place += 1
      try check(comparison.rawValue, isOrdering: comparison != .equal && comparison != .notEqual, field, sign)
      return .test(field, .compare(comparison, try value(of: field)))
    }
    if skip("is") {
      let negated = skip("not")
      guard skip("empty") else { throw expected("empty") }
      return negated ? .not(.test(field, .isEmpty)) : .test(field, .isEmpty)
    }
    let negated = skip("not")
    if skip("in") { return negate(negated, .test(field, .oneOf(try values(of: field)))) }
    let contains = token
    if skip("contains") {
      guard field.kind == .text else {
        throw FilterError(
          .cannotCompare(field: field.name, kind: field.kind, comparison: "contains"), in: text,
          at: contains.offset)
      }
      return negate(negated, .test(field, .contains(try literal("text").lowercased())))
    }
    throw expected(negated ? "in or contains" : "a comparison such as =, <, in, contains or is empty")
  }

  private func negate(_ negated: Bool, _ condition: Condition) -> Condition {
    negated ? .not(condition) : condition
  }

  private func check(
    _ comparison: String, isOrdering: Bool, _ field: FilterField, _ token: FilterToken
  ) throws(FilterError) {
    guard isOrdering, field.kind == .boolean else { return }
    throw FilterError(
      .cannotCompare(field: field.name, kind: field.kind, comparison: comparison), in: text, at: token.offset)
  }
}

extension FilterParser {
  private mutating func field() throws(FilterError) -> FilterField {
    let name: String
    switch token.kind {
    case .word(let word) where !Self.isKeyword(word): name = word
    case .quoted(let quoted), .name(let quoted): name = quoted
    default: throw expected("the name of an attribute")
    }
    guard let field = FilterField(name, attributes: attributes, hasCodings: hasCodings) else {
      let known =
        attributes.map(\.name) + FilterField.builtIn.map { String($0.drop { $0 != "." }.dropFirst()) }
      throw FilterError(
        .unknownField(name, nearest: Suggestion.nearest(to: name, in: known).first), in: text,
        at: token.offset)
    }
    place += 1
    return field
  }

  private mutating func values(of field: FilterField) throws(FilterError) -> [AttributeValue] {
    guard token.kind == .open else { throw expected("a list in parentheses") }
    place += 1
    var values = [try value(of: field)]
    while token.kind == .comma {
      place += 1
      values.append(try value(of: field))
    }
    guard token.kind == .close else { throw expected(", or )") }
    place += 1
    return values
  }

  private mutating func value(of field: FilterField) throws(FilterError) -> AttributeValue {
    let offset = token.offset
    let written = try literal("a value")
    guard let value = AttributeValue(written, kind: field.kind) else {
      throw FilterError(
        .wrongKind(field: field.name, kind: field.kind, value: written), in: text, at: offset)
    }
    let kinds = Source.Kind.allCases.map(\.rawValue)
    if field.origins == [.builtIn(.sourceKind)], !kinds.contains(written) {
      throw FilterError(
        .unknownValue(field: field.name, value: written, allowed: kinds), in: text, at: offset)
    }
    return value
  }

  /// A value as written: quoted, or a single word.
  private mutating func literal(_ wanted: String) throws(FilterError) -> String {
    defer { place += 1 }
    switch token.kind {
    case .text(let text), .quoted(let text): return text
    case .word(let word) where !Self.isKeyword(word): return word
    default: throw expected(wanted)
    }
  }

  /// The token that is to be read.
  var token: FilterToken { tokens[min(place, tokens.count - 1)] }
  /// The one after it.
  var following: FilterToken? { place + 1 < tokens.count ? tokens[place + 1] : nil }

  mutating func advance(_ count: Int = 1) { place += count }

  /// Whether a name stands here and something that compares it follows.
  var isAtComparison: Bool {
    switch token.kind {
    case .word(let word) where Self.isKeyword(word): return false
    case .word, .quoted, .name: break
    default: return false
    }
    switch following?.kind {
    case .comparison: return true
    case .word(let word): return ["in", "contains", "is"].contains(word.lowercased()) || isNegatedList
    default: return false
    }
  }

  /// Whether `not in` or `not contains` follows.
  private var isNegatedList: Bool {
    guard place + 2 < tokens.count, case .word(let not) = tokens[place + 1].kind,
      case .word(let list) = tokens[place + 2].kind
    else { return false }
    return not.lowercased() == "not" && ["in", "contains"].contains(list.lowercased())
  }

  /// Whether a keyword stands here; if so, it is passed over.
  mutating func skip(_ keyword: String) -> Bool {
    guard case .word(let word) = token.kind, word.lowercased() == keyword else { return false }
    place += 1
    return true
  }

  private func expected(_ wanted: String) -> FilterError {
    FilterError(.expected(wanted, found: token.written), in: text, at: token.offset)
  }
}
