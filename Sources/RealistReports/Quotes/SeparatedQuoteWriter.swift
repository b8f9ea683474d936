import RealistAnalysis
import RealistModel

/// Quotes as lines of CSV or TSV: the bytes that ``TableQuoteWriter`` would write, without making cells of a hundred thousand quotes first.
public struct SeparatedQuoteWriter: QuoteWriter {
  private let field: SeparatedField
  private let columns: [QuoteColumn]
  private let isGrouped: Bool
  private var group = ""

  public init(_ style: SeparatedTableWriter.Style, _ options: QuoteOptions = QuoteOptions()) {
    field = SeparatedField(style: style)
    columns = QuoteColumn.columns(options, usual: QuoteColumn.everything)
    isGrouped = options.isGrouped
  }

  public mutating func begin(into output: inout [UInt8]) {
    if isGrouped { output.append("Code") }
    for (place, column) in columns.enumerated() {
      if place > 0 || isGrouped { output.append(field.separator) }
      field.append(column.head.title, to: &output)
    }
    output.append(ascii: "\n")
  }

  public mutating func heading(_ text: String, into output: inout [UInt8]) { group = text }

  public mutating func quote(_ quote: Quote, into output: inout [UInt8]) {
    if isGrouped { field.append(group, to: &output) }
    for (place, column) in columns.enumerated() {
      if place > 0 || isGrouped { output.append(field.separator) }
      append(column, of: quote, to: &output)
    }
    output.append(ascii: "\n")
  }

  public mutating func finish(into output: inout [UInt8]) {}

  private func append(_ column: QuoteColumn, of quote: Quote, to output: inout [UInt8]) {
    switch column {
    case .quote: field.append(quote.words, to: &output)
    case .attribution: field.append(quote.markedAttribution, to: &output)
    case .source: field.append(quote.source, to: &output)
    case .participant: field.append(quote.participant, to: &output)
    case .codes where quote.codes.isEmpty: field.append(Quote.noCode, to: &output)
    case .codes: append(quote.codes, to: &output)
    case .coders: append(quote.coders, to: &output)
    case .start: Self.append(quote.span.start, to: &output)
    case .end: Self.append(quote.span.end, to: &output)
    case .revision: Self.append(quote.revision, to: &output)
    case .memo: field.append(quote.memo, to: &output)
    case .segment: quote.segment.append(to: &output)
    case .before, .after, .place:
      field.append(column.cell(of: quote, emptyCodes: .empty).text(), to: &output)
    }
  }

  private func append(_ items: [String], to output: inout [UInt8]) {
    if let only = items.first, items.count == 1 {
      field.append(only, to: &output)
    } else {
      field.append(items.joined(separator: "; "), to: &output)
    }
  }

  /// Digits, without a text in between.
  private static func append(_ number: Int, to output: inout [UInt8]) {
    var (rest, power) = (number, 1)
    while rest / power >= 10 { power *= 10 }
    while power > 0 {
      output.append(UInt8(ascii: "0") + UInt8(rest / power))
      rest %= power
      power /= 10
    }
  }
}
