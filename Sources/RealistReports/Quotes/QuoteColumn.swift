import RealistAnalysis

/// A column of a table of quotes.
public enum QuoteColumn: String, Hashable, Sendable, CaseIterable {
  case quote, attribution, source, participant, codes, coders, start, end, revision, memo, before, after,
    segment
  /// Source and span in one.
  case place

  /// What people read: the words first.
  public static let reading: [QuoteColumn] = [.quote, .attribution, .codes, .place]
  /// Everything, for other programs.
  public static let everything: [QuoteColumn] = [
    .source, .participant, .attribution, .codes, .quote, .start, .end, .revision, .coders, .memo, .segment,
  ]

  /// Columns from names with commas between.
  public static func list(_ names: String) throws(ReportError) -> [QuoteColumn] {
    var columns: [QuoteColumn] = []
    for name in names.split(separator: ",") where !name.allSatisfy(\.isWhitespace) {
      let wanted = name.filter { !$0.isWhitespace }.lowercased()
      guard let column = QuoteColumn(rawValue: wanted) else {
        throw .unknownColumn(wanted, known: allCases.map(\.rawValue))
      }
      columns.append(column)
    }
    return columns
  }

  /// The columns that were asked for, else the usual ones, with what was said around the quote where that is wanted.
  package static func columns(_ options: QuoteOptions, usual: [QuoteColumn]) -> [QuoteColumn] {
    if let columns = options.columns { return columns }
    guard options.hasContext, let place = usual.firstIndex(of: .quote) else { return usual }
    return usual[..<place] + [.before, .quote, .after] + usual[(place + 1)...]
  }

  package var head: Table.Column {
    switch self {
    case .quote: Table.Column(rawValue, "Quote", weight: 12)
    case .attribution: Table.Column(rawValue, "Attribution", weight: 4)
    case .source: Table.Column(rawValue, "Source", weight: 2)
    case .participant: Table.Column(rawValue, "Participant", weight: 2)
    case .codes: Table.Column(rawValue, "Codes", kind: .list, weight: 6)
    case .coders: Table.Column(rawValue, "Coders", kind: .inlineList, weight: 2)
    case .start: Table.Column(rawValue, "Start", kind: .number)
    case .end: Table.Column(rawValue, "End", kind: .number)
    case .revision: Table.Column(rawValue, "Revision", kind: .number)
    case .memo: Table.Column(rawValue, "Memo", weight: 6)
    case .before: Table.Column(rawValue, "Before", weight: 8)
    case .after: Table.Column(rawValue, "After", weight: 8)
    case .segment: Table.Column(rawValue, "Segment", weight: 4)
    case .place: Table.Column(rawValue, "Place", weight: 3)
    }
  }

  /// - Parameter emptyCodes: what stands for no codes.
  package func cell(of quote: Quote, emptyCodes: Table.Cell) -> Table.Cell {
    switch self {
    case .quote: Table.Cell(quote.words)
    case .attribution: Table.Cell(quote.markedAttribution)
    case .source: Table.Cell(quote.source)
    case .participant: Table.Cell(quote.participant)
    case .codes: quote.codes.isEmpty ? emptyCodes : Self.list(quote.codes)
    case .coders: Self.list(quote.coders)
    case .start: Table.Cell(quote.span.start)
    case .end: Table.Cell(quote.span.end)
    case .revision: Table.Cell(quote.revision)
    case .memo: Table.Cell(quote.memo)
    case .before: Table.Cell(Self.text(quote.before))
    case .after: Table.Cell(Self.text(quote.after))
    case .segment: Table.Cell(quote.segment.description)
    case .place: Table.Cell(quote.place)
    }
  }

  private static func list(_ items: [String]) -> Table.Cell {
    items.count == 1 ? Table.Cell(items[0]) : Table.Cell(items: items)
  }

  private static func text(_ turns: [Quote.ContextTurn]) -> String {
    turns.map { turn in turn.speaker.map { "\($0): \(turn.words)" } ?? turn.words }.joined(separator: "\n")
  }
}
