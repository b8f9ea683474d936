import RealistAnalysis
import RealistModel
import RealistReports
import RealistStore

extension TableKind {
  /// The marked passages, one a row, and how many there are of each code.
  static let quotes: [TableKind] = [
    TableKind("quotes", "Quotes") { reader in
      [
        try .code(reader), .flag("exactCode", "Without the codes below it"),
        .flag("uncoded", "Without a code"), .number("context", "Turns before and after"),
        .text("columns", "Columns"),
      ]
    } make: { request, reader in
      let context = try request.number("context") ?? 0
      let options = QuoteOptions(
        hasContext: context > 0, columns: try request.text("columns").map { try QuoteColumn.list($0) })
      let columns = QuoteColumn.columns(
        options, usual: request.isForPeople ? QuoteColumn.reading : QuoteColumn.everything)
      var (rows, omitted) = ([Table.Row](), 0)
      try request.forEachQuote(reader, context: context) { quote in
        guard rows.count < request.limit ?? .max else { return omitted += 1 }
        rows.append(.cells(columns.map { $0.cell(of: quote, emptyCodes: .empty) }))
      }
      return TableResult(Table(Table.Head(columns: columns.map(\.head)), rows: rows), omitted: omitted)
    },
    TableKind("quote-summary", "Quotes by code") { reader in
      [try .code(reader), .flag("exactCode", "Without the codes below it")]
    } make: { request, reader in
      var (tallies, total) = ([String: QuoteTally](), QuoteTally())
      try request.forEachQuote(reader) { quote in
        total.add(quote)
        for path in quote.codes.isEmpty ? [""] : quote.codes {
          tallies[path, default: QuoteTally()].add(quote)
        }
      }
      return TableResult(
        .quoteSummary(
          tallies, total: total, codes: try reader.codeTree(), participants: try reader.participants(),
          attribution: try reader.header().attribution))
    },
  ]

  /// The codebook in numbers and in words.
  static let codes: [TableKind] = [
    TableKind("codebook", "Codebook") { _ in
      []
    } make: { request, reader in
      let conditions = try Conditions(request.call, reader)
      var counter = CodeCounter(try reader.codeTree())
      let sources = Dictionary(
        try reader.sources().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      try reader.forEachCodedSegment { segment in
        guard let source = sources[segment.source],
          conditions.holds(segment: nil, speaker: segment.participant, source: source)
        else { return }
        counter.add(segment)
      }
      return TableResult(.codebook(counter.counts, asTree: request.isForPeople))
    },
    TableKind("definitions", "Definitions of codes") { _ in
      []
    } make: { _, reader in
      TableResult(.codebookDefinitions(try reader.codeTree()))
    },
  ]
}

extension TableRequest {
  /// Hands on the quotes that are asked for, in the study's order.
  fileprivate func forEachQuote(
    _ reader: StudyReader, context: Int = 0, _ body: (Quote) throws -> Void
  ) throws {
    let tree = try reader.codeTree()
    let maker = QuoteMaker(
      participants: try reader.participants(), codes: tree, attribution: try reader.header().attribution)
    let conditions = try Conditions(call, reader, ofSegments: true)
    let isUncoded = try flag("uncoded")
    try reader.forEachCodedSource(
      codes: isUncoded ? [] : try wantedCodes(tree),
      sources: try call.idParameter("source", of: Source.self).map { [$0] }, keepingHighlights: isUncoded
    ) { coded in
      var coded = coded
      if !conditions.isEmpty {
        coded.segments.removeAll { one in
          !conditions.holds(
            segment: one.segment.id, speaker: coded.turns.participant(of: one.segment.span),
            source: coded.source)
        }
      }
      try coded.forEachQuote(maker, context: context, body)
    }
  }

  private func wantedCodes(_ tree: CodeTree) throws -> Set<ID<Code>>? {
    guard let name = text("code") else { return nil }
    let node = try tree.code(named: name)
    return try flag("exactCode") ? [node.code.id] : Set(tree.subtree(of: node.code.id).map(\.code.id))
  }
}
