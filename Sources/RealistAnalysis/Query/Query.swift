import RealistModel

/// A question to what was coded, e.g. `trust OVERLAPS outcomes/retention AND band >= 4`. The answer is a list of passages.
///
/// **Terms** each stand for a set of passages (segments):
/// - `outcomes/care` for those that bear the code or one below it; `EXACT outcomes/care` for the code alone; `ANY` for those that bear any.
///   A path, its last part or a tail of it will do. A path with spaces stands in double quotes or backquotes.
/// - `outcomes/care WITH coder = ann`, `WITH (coder = ann AND coded >= 2026-03-01)` for those that bear the code by such a coding.
///   `coder = ann` alone is any passage that ann coded; `coded` is the day of the coding.
/// - `profession = 'OT'`, `source.date < 2026-01-01` and every other condition of ``Filter`` for what such a person said in such a source;
///   `question = 4` for what was said in a turn that answers the question.
/// - `@name` for what a saved query answers.
///
/// **Between two sets**, and keeping passages of the first one:
/// - `a WITHIN b`: those that lie inside one of b; the same stretch does.
/// - `a OVERLAPS b`: those that share a character with one of b.
/// - `a NEAR 20 words b`, `a NEAR 1 turns b`: those with at most so much between them and one of b (``DistanceUnit``); overlapping is near.
/// - `a FOLLOWED BY b`, `a FOLLOWED BY 2 turns b`: those after whose end one of b begins, at any distance or at most that.
/// - `a NOT WITHIN b` and so on: those of a that do not.
///
/// **Sets** are put together by `AND`, `OR` and `NOT`; `NOT a` is every passage, highlights too, that is not in a. The relations bind closest
/// and from left to right, then `NOT`, then `AND`, then `OR`; parentheses group. Words of the language are read in any letter case; a code
/// called so stands in quotes. Passages in different sources, or in different revisions of one, are never near each other.
public struct Query: Hashable, Sendable {
  /// The query as written.
  public let text: String
  /// What has to be read to answer it.
  public let parts: CodingTable.Part
  let expression: Expression

  /// What names in a query stand for.
  public struct Names: Sendable {
    public var codes: CodeTree
    public var attributes: [AttributeDefinition]
    /// Saved queries by name.
    public var saved: [String: String]

    public init(codes: CodeTree, attributes: [AttributeDefinition] = [], saved: [String: String] = [:]) {
      (self.codes, self.attributes, self.saved) = (codes, attributes, saved)
    }

    /// With the saved queries of a study.
    public init(codes: CodeTree, attributes: [AttributeDefinition], queries: [SavedQuery]) {
      let saved = Dictionary(queries.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
      self.init(codes: codes, attributes: attributes, saved: saved)
    }
  }

  /// Reads a query.
  ///
  /// - Throws: ``QueryError`` with the place: for a syntax error, or a name that stands for nothing.
  public init(_ text: String, names: Names) throws(QueryError) {
    try self.init(text, names: names, inside: [])
  }

  init(_ text: String, names: Names, inside: [String]) throws(QueryError) {
    var parser = try QueryParser(text, names: names, inside: inside)
    self.text = text
    expression = try parser.query()
    parts = expression.parts
  }

  /// The passages, as ascending places in the table, which holds at least ``parts``.
  ///
  /// Each relation is one sweep over the passages of both sides; the sets are joined bit by bit.
  public func passages(in table: CodingTable) -> [Int] { expression.set(in: table).places }

  /// The same passages by their segments.
  public func segments(in table: CodingTable) -> Set<ID<Segment>> {
    Set(passages(in: table).map { table.passages[$0].segment })
  }
}

/// A query, read.
indirect enum Expression: Hashable, Sendable {
  case all([Expression])
  case any([Expression])
  case not(Expression)
  case relation(Expression, PassageRelation, Expression, isNegated: Bool)
  case code(CodeTerm)
  /// A condition on who spoke and where.
  case speaker(Condition)
  /// A condition on codings, of any code.
  case coding(CodingCondition)
  case question(Condition.Test)

  /// Codes by place in the codebook, and what their codings have to be like.
  struct CodeTerm: Hashable, Sendable {
    /// `nil` for any code.
    var codes: Range<Int>?
    var condition: CodingCondition?
  }

  var parts: CodingTable.Part {
    switch self {
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.parts) }
    case .not(let part): part.parts.union(.highlights)
    case .relation(let left, let relation, let right, _): left.parts.union(right.parts).union(relation.parts)
    case .code(let term): term.condition?.parts ?? []
    // What nobody has coded was said by somebody, too.
    case .speaker(let condition):
      condition.subjects.contains(.participant) ? [.turns, .highlights] : .highlights
    case .coding(let condition): condition.parts
    case .question: [.turns, .highlights]
    }
  }
}

/// A condition on one coding.
indirect enum CodingCondition: Hashable, Sendable {
  case all([CodingCondition])
  case any([CodingCondition])
  case not(CodingCondition)
  case coder(Condition.Test)
  case coded(Condition.Test)

  var parts: CodingTable.Part {
    switch self {
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.parts) }
    case .not(let part): part.parts
    case .coder: []
    case .coded: .days
    }
  }

  func holds(_ mark: CodingTable.Mark, in table: CodingTable) -> Bool {
    switch self {
    case .all(let parts): parts.allSatisfy { $0.holds(mark, in: table) }
    case .any(let parts): parts.contains { $0.holds(mark, in: table) }
    case .not(let part): !part.holds(mark, in: table)
    case .coder(let test): test.holds(.text(table.coders[Int(mark.coder)]))
    case .coded(let test): test.holds(.date(CalendarDate(daysSince1970: Int(mark.day))))
    }
  }
}
