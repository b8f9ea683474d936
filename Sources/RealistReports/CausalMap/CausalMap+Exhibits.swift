import RealistAnalysis
import RealistCausalMap
import RealistModel

extension CausalMap {
  /// The map as the five tables that the Causal Map app uploads: factors, links, statements, sources, questions (guide.causalmap.app,
  /// "Roundtripping" and "Uploading only links"). A link is one claim; a decrease is a link to the opposite of its effect, `~effect`;
  /// contexts are hashtags. A claim without a passage has a statement that says so.
  ///
  /// Conditions are left out: there a context qualifies a link and is not one.
  public func exhibits(_ study: Study, quotes: ClaimQuotes) -> [Exhibit] {
    var sheets = CausalMapSheets(study)
    for bundle in bundles where bundle.kind != .condition {
      for claim in bundle.claims { sheets.add(claim, bundle, self, quotes) }
    }
    return sheets.exhibits
  }

  /// How many claims ``exhibits(_:quotes:)`` leaves out.
  public var conditionClaims: Int {
    bundles.filter { $0.kind == .condition }.reduce(0) { $0 + $1.claims.count }
  }
}

/// Collects the rows of the five tables.
private struct CausalMapSheets {
  private let study: Study
  private var factors: [String: Int] = [:]
  private var factorRows: [Table.Row] = []
  private var links: [Table.Row] = []
  private var statements: [String: Int] = [:]
  private var statementRows: [Table.Row] = []
  private var sources: [String] = []

  init(_ study: Study) { self.study = study }

  mutating func add(_ claim: Claim, _ bundle: CausalMap.Bundle, _ map: CausalMap, _ quotes: ClaimQuotes) {
    let cause = label(bundle.cause, isFlipped: bundle.causeIsFlipped, map)
    let effect = label(
      bundle.effect, isFlipped: bundle.effectIsFlipped != (bundle.polarity == .decreases), map)
    let passages = quotes.quotes(of: claim)
    let words = passages.map(\.words).filter { !$0.isEmpty }.joined(separator: " […] ")
    let source = passages.first?.source ?? claim.place
    let statement = self.statement(words.isEmpty ? "(no passage)" : words, source)
    let tags = claim.contexts + (bundle.kind == .despite ? ["despite"] : [])
    links.append(
      .cells([
        Table.Cell(links.count + 1), Table.Cell(statement), Table.Cell(factor(cause)),
        Table.Cell(factor(effect)), Table.Cell(cause), Table.Cell(effect), Table.Cell(words),
        Table.Cell(tags.joined(separator: "; ")), Table.Cell(bundle.label),
        Table.Cell("\(claim.origin.place); \(claim.ground.rawValue); \(claim.standing.rawValue)"),
      ]))
  }

  private func label(_ key: String, isFlipped: Bool, _ map: CausalMap) -> String {
    let label = map[key]?.label ?? key
    guard isFlipped else { return label }
    return label.hasPrefix("~") ? String(label.dropFirst()).trimmed : "~" + label
  }

  private mutating func factor(_ label: String) -> Int {
    if let number = factors[label] { return number }
    factors[label] = factors.count + 1
    factorRows.append(.cells([Table.Cell(factors.count), Table.Cell(label)]))
    return factors.count
  }

  private mutating func statement(_ words: String, _ source: String) -> Int {
    let key = source + "\n" + words
    if let number = statements[key] { return number }
    statements[key] = statements.count + 1
    if !sources.contains(source) { sources.append(source) }
    statementRows.append(
      .cells([Table.Cell(statements.count), Table.Cell(words), Table.Cell(source), Table.Cell("1")]))
    return statements.count
  }

  var exhibits: [Exhibit] {
    func column(_ name: String) -> Table.Column { Table.Column(name, name) }
    func number(_ name: String) -> Table.Column { Table.Column(name, name, kind: .number) }
    let linkColumns =
      ["link_id", "statement_id", "from", "to"].map(number)
      + ["from_label", "to_label", "quote", "hashtags", "link_label", "link_memo"].map(column)
    return [
      Exhibit(
        "factors", Table(Table.Head(columns: [number("factor_id"), column("label")]), rows: factorRows)),
      Exhibit("links", Table(Table.Head(columns: linkColumns), rows: links)),
      Exhibit(
        "statements",
        Table(
          Table.Head(columns: [
            number("statement_id"), column("text"), column("source_id"), column("question_id"),
          ]), rows: statementRows)),
      Exhibit("sources", sourceTable),
      Exhibit(
        "questions",
        Table(
          Table.Head(columns: [column("question_id"), column("question_text")]),
          rows: [
            .cells([Table.Cell("1"), Table.Cell(study.question.isEmpty ? study.title : study.question)])
          ])),
    ]
  }

  /// A row for each source that says something, with its attributes.
  private var sourceTable: Table {
    let known = Dictionary(study.sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let attributes = study.attributes.filter { $0.subject == .source }.map(\.name)
    let columns = ["source_id", "source_memo", "kind"] + attributes
    let rows = sources.map { name -> Table.Row in
      let source = known[name]
      let own = [name, source?.title ?? "", source?.kind.rawValue ?? ""]
      return .cells(
        (own + attributes.map { source?.attributes[$0]?.description ?? "" }).map { Table.Cell($0) })
    }
    return Table(Table.Head(columns: columns.map { Table.Column($0, $0) }), rows: rows)
  }
}
