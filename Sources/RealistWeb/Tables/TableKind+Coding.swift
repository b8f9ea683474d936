import RealistAnalysis
import RealistModel
import RealistOffice
import RealistReports
import RealistStore

extension TableKind {
  /// The marked passages, one a row, and how many there are of each code.
  static let quotes: [TableKind] = [
    TableKind("quotes", "Quotes") { reader in
      [
        try .code(reader), .flag("exactCode", "Without the codes below it"),
        .flag("uncoded", "Without a code"), .number("context", "Turns before and after"),
        .flag("byCode", "Under each code"), .text("columns", "Columns"),
      ]
    } make: { request, reader in
      let options = try request.quoteOptions()
      let columns = QuoteColumn.columns(options, usual: QuoteColumn.reading)
      var (rows, omitted) = ([Table.Row](), 0)
      func add(_ quote: Quote) {
        guard rows.count < request.limit ?? .max else { return omitted += 1 }
        rows.append(.cells(columns.map { $0.cell(of: quote, emptyCodes: .empty) }))
      }
      try request.forEachQuote(reader, options) { path in
        if omitted == 0 { rows.append(.group(path)) }
      } quote: {
        add($0)
      }
      let grouping = options.isGrouped ? Table.Column("code", "Code") : nil
      return TableResult(
        Table(Table.Head(columns: columns.map(\.head), grouping: grouping), rows: rows), omitted: omitted)
    } write: { format, request, reader in
      try request.quotes(reader, as: format)
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
    TableKind("codebook", "Codebook", exhibit: "Codebook") { _ in
      [.flag("tree", "Indented instead of paths", usual: true)]
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
      let isTree = try request.flag("tree", usual: true)
      return TableResult(.codebook(counter.counts, asTree: isTree && request.isForPeople))
    },
    TableKind("definitions", "Definitions of codes", exhibit: "Codebook", isNarrowed: false) { _ in
      []
    } make: { _, reader in
      TableResult(.codebookDefinitions(try reader.codeTree()))
    },
  ]
}

extension TableRequest {
  fileprivate func quoteOptions() throws -> QuoteOptions {
    QuoteOptions(
      isGrouped: try flag("byCode"), hasContext: (try number("context") ?? 0) > 0,
      columns: try text("columns").map { try QuoteColumn.list($0) })
  }

  /// Hands on the quotes as the table wants them: one after the other, or under each of their codes.
  fileprivate func forEachQuote(
    _ reader: StudyReader, _ options: QuoteOptions, group: (String) throws -> Void,
    quote: (Quote) throws -> Void
  ) throws {
    let context = try number("context") ?? 0
    guard options.isGrouped else { return try forEachQuote(reader, context: context, quote) }
    for one in try groups(reader, context: context) {
      try group(one.path ?? "")
      for each in one.quotes { try quote(each) }
    }
  }

  private func groups(_ reader: StudyReader, context: Int) throws -> [QuoteGroup] {
    var quotes: [Quote] = []
    try forEachQuote(reader, context: context) { quotes.append($0) }
    return QuoteGroup.byCode(quotes, codes: try reader.codeTree())
  }

  /// The quotes as a file: block quotes where people read it, a row each elsewhere.
  fileprivate func quotes(_ reader: StudyReader, as format: TableDownload) throws -> [UInt8] {
    let (options, context) = (try quoteOptions(), try number("context") ?? 0)
    let (groups, headings) = (
      options.isGrouped ? try groups(reader, context: context) : [],
      QuoteHeadings(
        participants: try reader.participants(), attribution: try reader.header().attribution)
    )
    if let text = format.text {
      if options.isGrouped { return text.bytes(of: groups, headings: headings, options) }
      var (writer, bytes) = (text.quoteWriter(options), [UInt8]())
      writer.begin(into: &bytes)
      try forEachQuote(reader, context: context) { writer.quote($0, into: &bytes) }
      writer.finish(into: &bytes)
      return bytes
    }
    func hand(_ heading: (String) throws -> Void, _ quote: (Quote) throws -> Void) throws {
      guard options.isGrouped else { return try forEachQuote(reader, context: context, quote) }
      for group in groups {
        try heading(headings.text(of: group))
        for each in group.quotes { try quote(each) }
      }
    }
    let name = "quotes.\(format.rawValue)"
    guard format == .docx else {
      return try SpreadsheetQuoteWriter.bytes(named: name, options) { writer in
        try hand({ try writer.heading($0) }, { try writer.quote($0) })
      }
    }
    var writer = DocumentQuoteWriter(options)
    try hand({ writer.heading($0) }, { writer.quote($0) })
    return try writer.finish(named: name)
  }

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
