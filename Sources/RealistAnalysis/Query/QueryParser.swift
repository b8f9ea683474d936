import RealistModel

/// Reads a query, by recursive descent; conditions are read by the parser of filters, from the same tokens.
struct QueryParser {
  private let text: String
  private let names: Query.Names
  /// The saved queries that this one is read for, outermost first.
  private let inside: [String]
  private var filters: FilterParser
  private var depth = 0

  init(_ text: String, names: Query.Names, inside: [String]) throws(QueryError) {
    (self.text, self.names, self.inside) = (text, names, inside)
    do throws(FilterError) {
      filters = FilterParser(
        text, tokens: try FilterLexer.tokens(of: text), attributes: names.attributes, hasCodings: true)
    } catch { throw QueryError(error) }
  }

  /// Words that are no codes unless they are quoted.
  static func isKeyword(_ word: String) -> Bool {
    ["and", "or", "not", "within", "overlaps", "near", "followed", "by", "exact", "any", "with"]
      .contains(word.lowercased())
  }

  /// The whole query.
  mutating func query() throws(QueryError) -> Expression {
    guard filters.token.kind != .end else { throw QueryError(.empty, in: text, at: 0) }
    let result = try alternatives()
    guard filters.token.kind == .end else {
      throw expected("AND, OR, WITHIN, OVERLAPS, NEAR, FOLLOWED BY, or the end")
    }
    return result
  }

  private mutating func alternatives() throws(QueryError) -> Expression {
    var parts = [try conjunction()]
    while filters.skip("or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(QueryError) -> Expression {
    var parts = [try negation()]
    while filters.skip("and") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negation() throws(QueryError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= FilterParser.deepest else {
      throw QueryError(.tooDeep, in: text, at: filters.token.offset)
    }
    if filters.skip("not") { return .not(try negation()) }
    var result = try term()
    while let (relation, isNegated) = try relation() {
      result = .relation(result, relation, try term(), isNegated: isNegated)
    }
    return result
  }

  private mutating func relation() throws(QueryError) -> (PassageRelation, isNegated: Bool)? {
    let isNegated = filters.skip("not")
    if filters.skip("within") { return (.within, isNegated) }
    if filters.skip("overlaps") { return (.overlaps, isNegated) }
    if filters.skip("near") {
      guard let (distance, unit) = try distance() else {
        throw expected("a distance, such as 20 words or 1 turns")
      }
      return (.near(distance, unit), isNegated)
    }
    if filters.skip("followed") {
      guard filters.skip("by") else { throw expected("BY") }
      let distance = try distance()
      return (.followedBy(distance?.0, distance?.1 ?? .words), isNegated)
    }
    if isNegated { throw expected("WITHIN, OVERLAPS, NEAR or FOLLOWED BY") }
    return nil
  }

  /// `20 words`, when a number stands here and a unit follows.
  private mutating func distance() throws(QueryError) -> (Int, DistanceUnit)? {
    guard case .word(let word) = filters.token.kind, let count = Int(word), count >= 0 else { return nil }
    guard case .word(let unit)? = filters.following?.kind else { return nil }
    let known: DistanceUnit? =
      switch unit.lowercased() {
      case "word", "words": .words
      case "turn", "turns": .turns
      default: nil
      }
    guard let known else { return nil }
    filters.advance(2)
    return (count, known)
  }

  private mutating func term() throws(QueryError) -> Expression {
    if filters.token.kind == .open {
      filters.advance()
      let inner = try alternatives()
      guard filters.token.kind == .close else { throw expected("AND, OR, or )") }
      filters.advance()
      return inner
    }
    if filters.isAtComparison { return try condition() }
    if filters.skip("any") { return .code(Expression.CodeTerm(codes: nil, condition: try with())) }
    let isExact = filters.skip("exact")
    if !isExact, case .word(let word) = filters.token.kind, word.hasPrefix("@") { return try saved(word) }
    let node = try code()
    let range = isExact ? node.subtree.prefix(1) : node.subtree
    return .code(Expression.CodeTerm(codes: range, condition: try with()))
  }

  private mutating func code() throws(QueryError) -> CodeTree.Node {
    let name: String
    switch filters.token.kind {
    case .word(let word) where !Self.isKeyword(word): name = word
    case .quoted(let quoted), .name(let quoted): name = quoted
    default: throw expected("a code, a condition, or (")
    }
    let found = names.codes.matches(name)
    guard found.count == 1 else {
      throw QueryError(
        found.isEmpty
          ? .unknownCode(name, nearest: Suggestion.nearest(to: name, in: names.codes.order.map(\.path)))
          : .ambiguousCode(name, paths: found.map(\.path)), in: text, at: filters.token.offset)
    }
    filters.advance()
    return found[0]
  }

  /// A saved query stands for what it says.
  private mutating func saved(_ word: String) throws(QueryError) -> Expression {
    let (name, offset) = (String(word.dropFirst()), filters.token.offset)
    guard let saved = names.saved[name] else {
      throw QueryError(
        .unknownQuery(name, nearest: Suggestion.nearest(to: name, in: names.saved.keys.sorted()).first),
        in: text, at: offset)
    }
    guard !inside.contains(name) else {
      throw QueryError(.circular(inside + [name]), in: text, at: offset)
    }
    filters.advance()
    do throws(QueryError) {
      return try Query(saved, names: names, inside: inside + [name]).expression
    } catch {
      if case .circular = error.reason { throw QueryError(error.reason, in: text, at: offset) }
      throw QueryError(.inSaved(name, message: error.message), in: text, at: offset)
    }
  }
}

extension QueryParser {
  /// What follows `WITH`, when it does.
  private mutating func with() throws(QueryError) -> CodingCondition? {
    guard filters.skip("with") else { return nil }
    let offset = filters.token.offset
    let condition = try filtering { (filters: inout FilterParser) throws(FilterError) in
      filters.token.kind == .open ? try filters.negation() : try filters.comparison()
    }
    return try codingCondition(condition, at: offset)
  }

  private func codingCondition(_ condition: Condition, at offset: Int) throws(QueryError) -> CodingCondition {
    switch condition {
    case .all(let parts):
      var all: [CodingCondition] = []
      for part in parts { all.append(try codingCondition(part, at: offset)) }
      return .all(all)
    case .any(let parts):
      var any: [CodingCondition] = []
      for part in parts { any.append(try codingCondition(part, at: offset)) }
      return .any(any)
    case .not(let part): return .not(try codingCondition(part, at: offset))
    case .test(let field, let test):
      switch field.coding {
      case .coder: return .coder(test)
      case .coded: return .coded(test)
      case .question, nil: throw QueryError(.notOfCodings(field.name), in: text, at: offset)
      }
    }
  }

  /// A comparison, which `not` may have been put into, as in `not in`.
  private mutating func condition() throws(QueryError) -> Expression {
    let condition = try filtering { (filters: inout FilterParser) throws(FilterError) in
      try filters.comparison()
    }
    return Self.expression(condition)
  }

  private static func expression(_ condition: Condition) -> Expression {
    switch condition {
    case .not(let inner):
      if case .test(let field, _) = inner, field.coding == nil { return .speaker(condition) }
      return .not(expression(inner))
    case .test(let field, let test):
      switch field.coding {
      case .coder: return .coding(.coder(test))
      case .coded: return .coding(.coded(test))
      case .question: return .question(test)
      case nil: return .speaker(condition)
      }
    case .all, .any: return .speaker(condition)
    }
  }

  private mutating func filtering<Result>(
    _ body: (inout FilterParser) throws(FilterError) -> Result
  ) throws(QueryError) -> Result {
    do throws(FilterError) { return try body(&filters) } catch { throw QueryError(error) }
  }

  private func expected(_ wanted: String) -> QueryError {
    QueryError(.expected(wanted, found: filters.token.written), in: text, at: filters.token.offset)
  }
}
